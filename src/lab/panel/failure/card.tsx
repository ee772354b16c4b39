import { Button } from '@jupyterlab/ui-components';
import * as React from 'react';
import type { Finding } from '../../../common/report.ts';
import type { RowState } from '../../../common/words.ts';
import type { Age } from '../../failure/age.ts';
import type { ICellFailures, IFailureState, IPossibleCause } from '../../failure/tokens.ts';
import { Disclosure } from '../shared/disclosure.tsx';
import { useFocusKept } from '../shared/focus.ts';
import { Mark } from '../shared/marks.tsx';
import { useServices } from '../shared/services.ts';
import { actorName } from '../shared/texts.ts';

export namespace FailureCard {
  export interface IProps {
    failures: ICellFailures;
    failure: IFailureState;
    onShowFix: (finding: Finding) => void;
    /** The button that opened the fix gets the focus back. */
    fixButton: React.RefObject<HTMLButtonElement>;
  }
}

/** Why a cell failed: what its output says, joined with what the checks found. */
export function FailureCard(props: FailureCard.IProps): JSX.Element {
  const { failures, failure, onShowFix, fixButton } = props;
  const { trans } = useServices();
  const heading = React.useRef<HTMLHeadingElement>(null);
  const card = useFocusKept<HTMLElement>();
  const { id } = failure.cell;
  React.useEffect(() => heading.current?.focus(), [id]);
  const state = failure.checking ? 'running' : stateOf(failure);
  const { finding, age, next } = failure;
  return (
    <section
      ref={card}
      className="jp-KaptainRegistry-card"
      data-state={state}
      aria-label={trans.__('Why did this cell fail?')}
    >
      <p className="jp-KaptainRegistry-note">
        {failure.cell.count === null
          ? trans.__('Why did this cell fail?')
          : trans.__('Why did cell [%1] fail?', failure.cell.count)}
      </p>
      <h2 ref={heading} tabIndex={-1}>
        <Mark state={state} trans={trans} />
        {failure.headline}
      </h2>
      {failure.checking ? <p>{trans.__('The checks that decide run now.')}</p> : null}
      {age === null ? null : <p className="jp-KaptainRegistry-note">{ageText(age, trans)}</p>}
      {failure.checking ? null : <Causes causes={failure.causes} state={failure.state} />}
      {next === null || failure.checking ? null : (
        <p>
          <span className="jp-KaptainRegistry-who">{actorName(next.by, trans)}</span> {next.text}
        </p>
      )}
      <div className="jp-KaptainRegistry-buttons">
        {finding === null ? null : (
          <button
            type="button"
            ref={fixButton}
            className="jp-Button jp-KaptainRegistry-button jp-mod-primary"
            onClick={() => onShowFix(finding)}
          >
            {failure.state === 'joined' ? trans.__('Show fix') : trans.__('Show the other problem')}
          </button>
        )}
        {failure.checking || failure.pushTest === null ? null : (
          <Button
            className="jp-KaptainRegistry-button"
            title={trans.__('Begins one upload to %1 and cancels it; nothing is stored.', failure.pushTest)}
            onClick={() => void failures.testPush()}
          >
            {trans.__('Test push')}
          </Button>
        )}
        {failure.checking
          ? null
          : failure.offers.map(host => (
              <Button
                key={host}
                className={`jp-KaptainRegistry-button${finding === null ? ' jp-mod-primary' : ''}`}
                title={trans.__('Contacts this registry and says which cause it is, where a check can tell')}
                onClick={() => void failures.check(host)}
              >
                {trans.__('Check %1', host)}
              </Button>
            ))}
        <Button className="jp-KaptainRegistry-button" onClick={() => failures.close()}>
          {trans.__('Close')}
        </Button>
      </div>
    </section>
  );
}

type Trans = ReturnType<typeof useServices>['trans'];

function stateOf({ state, finding }: IFailureState): RowState {
  return state === 'joined' ? 'problem' : state === 'gone' ? 'notice' : finding === null ? 'unknown' : 'warning';
}

function ageText(age: Age, trans: Trans): string {
  return age.kind === 'unknown'
    ? trans.__('When this cell ran is not recorded: its output may be older than the set-up that is checked now.')
    : trans.__(
        'This output is older than the set-up: %1 changed after the cell ran (%2). Run the cell again to see whether it still fails.',
        age.path,
        new Date(age.changedAt).toLocaleString()
      );
}

const CAUSE_MARKS: Readonly<Record<IPossibleCause['state'], RowState>> = {
  found: 'problem',
  'not-found': 'ok',
  open: 'unknown'
};

/** Causes that are listed at once. */
const MOST_CAUSES = 6;

/** Everything that it can be; one alone stands in the headline. What the checks exclude is shown on demand. */
function Causes(props: Pick<IFailureState, 'causes' | 'state'>): JSX.Element | null {
  const { trans } = useServices();
  const left = props.causes.filter(({ state }) => state !== 'not-found');
  const excluded = props.causes.filter(({ state }) => state === 'not-found');
  const more = left.slice(MOST_CAUSES);
  if (props.causes.length < 2) {
    return null;
  }
  return (
    <>
      {left.length > 1 || (left.length === 1 && props.state === 'open') ? (
        <>
          <h3>
            {props.state === 'joined' ? trans.__('What was found, and what is left') : trans.__('What it can be')}
          </h3>
          <CauseList causes={left.slice(0, MOST_CAUSES)} />
        </>
      ) : null}
      {more.length === 0 ? null : (
        <Folded title={trans._n('%1 more', '%1 more', more.length)}>
          <CauseList causes={more} />
        </Folded>
      )}
      {excluded.length === 0 ? null : (
        <Folded title={trans._n('%1 cause is excluded', '%1 causes are excluded', excluded.length)}>
          <CauseList causes={excluded} />
        </Folded>
      )}
    </>
  );
}

function Folded(props: { title: string; children: React.ReactNode }): JSX.Element {
  const [open, setOpen] = React.useState(false);
  const heading = <span className="jp-KaptainRegistry-title">{props.title}</span>;
  return (
    <Disclosure look="row" open={open} onToggle={() => setOpen(!open)} heading={heading}>
      {props.children}
    </Disclosure>
  );
}

function CauseList(props: { causes: readonly IPossibleCause[] }): JSX.Element {
  const { trans } = useServices();
  const words: Readonly<Record<IPossibleCause['state'], string>> = {
    found: trans.__('found'),
    'not-found': trans.__('not so now'),
    open: trans.__('not decided')
  };
  return (
    <ul className="jp-KaptainRegistry-causes">
      {props.causes.map(({ text, state }) => (
        <li key={text} data-state={state}>
          <Mark state={CAUSE_MARKS[state]} trans={trans} /> {text}
          <span className="jp-KaptainRegistry-summary"> {words[state]}</span>
        </li>
      ))}
    </ul>
  );
}
