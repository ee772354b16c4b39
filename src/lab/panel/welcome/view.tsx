import { Button } from '@jupyterlab/ui-components';
import * as React from 'react';
import type { Finding } from '../../../common/report.ts';
import type { INotebookRow, IRegistryState } from '../../tokens.ts';
import type { Setup } from '../../welcome/needs.ts';
import { hostsInCells, offersOf } from '../../welcome/offers.ts';
import type { IWelcomeServices } from '../../welcome/services.ts';
import { useServices, useSignal } from '../shared/services.ts';
import { CaStep, CellStep, LoginStep, PartFault } from './parts.tsx';
import { ForGoodStep } from './forgood.tsx';
import { useFocusAtStep } from './focus.ts';
import { RegistryForm } from './registry.tsx';
import { Step, type StepState } from './step.tsx';
import { doneText, introText, openText, titleText, type StepName } from './texts.ts';
import { Ways } from './ways.tsx';

const NO_ROWS: readonly INotebookRow[] = [];

export namespace Welcome {
  export interface IProps {
    setup: Setup;
    state: IRegistryState;
    welcome: IWelcomeServices;
    onChoose: (host: string) => void;
    onShowFix: (finding: Finding) => void;
    /** Shows the rows of the checks instead. */
    onLeave: () => void;
  }
}

/** Whether the CA is still to be chosen: there is none, or the file that was chosen is not one. */
function mayChooseAgain({ parts: { ca } }: Setup): boolean {
  return ca.state !== 'problem' || ca.finding?.circumstances?.includes('ca-file-chosen') === true;
}

/** The way from nothing to the Config cell, step by step. */
export function Welcome(props: Welcome.IProps): JSX.Element {
  const { setup, state, welcome, onChoose, onShowFix } = props;
  const { notebook, trans } = useServices();
  const { progress } = welcome;
  const way = useSignal(progress.changed, () => progress.way);
  const rows = useSignal(notebook?.changed, () => notebook?.rows ?? NO_ROWS);
  const hasCell = isWritten(rows);
  const mayChoose = state.site?.may.chooseRegistry ?? true;
  const [changing, setChanging] = React.useState(false);
  const id = React.useId();
  const host = state.context?.registry ?? null;

  const mounted = state.context?.places.dockerConfig.mounted === true;
  const ready = setup.missing === 0;
  React.useEffect(() => {
    if (ready && hasCell && (way === 'now' || mounted)) {
      progress.end();
    }
  }, [ready, hasCell, way, mounted, progress]);

  const { registry, ca, login } = setup.parts;
  const states: [StepName, StepState][] = [
    ['registry', changing ? 'todo' : registry.state],
    ['ca', ca.state],
    ['login', login.state],
    ...(way === 'for-good' ? [['for-good', mounted ? 'done' : ready ? 'todo' : 'later'] as [StepName, StepState]] : []),
    ['cell', !ready ? 'later' : hasCell ? 'done' : 'todo']
  ];
  const open = states.findIndex(([, part]) => part !== 'done');
  const current = states[open]?.[0] ?? 'cell';
  const begin = (): void => progress.begin();
  const { part: root, ...focus } = useFocusAtStep(current);
  const fault = (part: 'registry' | 'ca' | 'login'): JSX.Element | null => {
    const { state: said, finding } = setup.parts[part];
    return said === 'problem' && finding !== null ? <PartFault finding={finding} onShowFix={onShowFix} /> : null;
  };
  const bodies: Readonly<Record<StepName, React.ReactNode>> = {
    registry:
      registry.state === 'todo' || changing ? (
        <RegistryForm
          id={id}
          mayType={mayChoose}
          offers={offersOf({
            administrator: state.site?.registries ?? [],
            notebook: mayChoose ? hostsInCells(welcome.cells()) : [],
            environment: mayChoose ? (state.context?.elsewhere ?? []) : [],
            'docker-config': mayChoose ? (state.context?.known ?? []) : []
          })}
          onUse={chosen => {
            setChanging(false);
            onChoose(chosen);
          }}
        />
      ) : (
        fault('registry')
      ),
    ca:
      host === null ? null : (
        <>
          {fault('ca')}
          {mayChooseAgain(setup) ? <CaStep host={host} setup={setup} welcome={welcome} /> : null}
        </>
      ),
    login: host === null ? null : (fault('login') ?? <LoginStep host={host} setup={setup} welcome={welcome} />),
    'for-good': <ForGoodStep setup={setup} namespace={welcome.namespace} />,
    cell: <CellStep />
  };
  return (
    <div className="jp-KaptainRegistry-welcome" ref={root} onClickCapture={begin} onSubmitCapture={begin} {...focus}>
      <section
        className="jp-KaptainRegistry-card"
        data-state={ready ? 'ok' : 'waiting'}
        aria-label={trans.__('Verdict')}
      >
        <h2>{titleText(setup, trans)}</h2>
        <p>{introText(setup, trans)}</p>
        <Codes setup={setup} />
      </section>
      <Ways way={way} short={registry.state === 'done'} onChoose={chosen => progress.choose(chosen)} />
      <ol className="jp-KaptainRegistry-setup" aria-label={trans.__('Set-up')}>
        {states.map(([name, part]) => (
          <Step
            key={name}
            name={name}
            state={part}
            current={name === current}
            note={part === 'done' ? doneText(name, state, setup, trans) : openText(name, trans)}
            onChange={name === 'registry' && part !== 'todo' ? () => setChanging(true) : null}
          >
            {bodies[name]}
          </Step>
        ))}
      </ol>
      <Footer
        formId={current === 'registry' && (registry.state === 'todo' || changing) ? id : null}
        withCheck={current !== 'cell'}
        number={Math.max(open, 0) + 1}
        count={states.length}
        state={state}
        onLeave={props.onLeave}
      />
    </div>
  );
}

function isWritten(rows: readonly INotebookRow[]): boolean {
  return rows.some(row => row.id === 'config-cell' && row.state === 'pass');
}

/** Codes of what is missing, for whoever looks them up. */
function Codes(props: { setup: Setup }): JSX.Element | null {
  const codes = Object.values(props.setup.parts).flatMap(({ state, finding }) =>
    state === 'done' || finding === null ? [] : [finding.code]
  );
  return codes.length === 0 ? null : (
    <p className="jp-KaptainRegistry-note">{[...new Set<string>(codes)].join(' · ')}</p>
  );
}

interface FooterProps {
  /** The form of the current step; null when it has none. */
  formId: string | null;
  withCheck: boolean;
  number: number;
  count: number;
  state: IRegistryState;
  onLeave: () => void;
}

function Footer(props: FooterProps): JSX.Element {
  const { checks, trans, announce } = useServices();
  const { formId, number, count, state } = props;
  const [looked, setLooked] = React.useState(0);
  const again = async (): Promise<void> => {
    setLooked(0);
    await checks.run({ clicked: true });
    setLooked(number);
  };
  const stillOpen = looked === number && !state.running;
  React.useEffect(() => {
    if (stillOpen) {
      announce(trans.__('Looked again: step %1 is still open.', looked));
    }
  }, [stillOpen, looked, announce, trans]);
  return (
    <div className="jp-KaptainRegistry-footer">
      {formId !== null ? (
        <button type="submit" form={formId} className="jp-Button jp-KaptainRegistry-button jp-mod-primary">
          {trans.__('Next')}
        </button>
      ) : props.withCheck ? (
        <Button className="jp-KaptainRegistry-button jp-mod-primary" onClick={() => void again()}>
          {trans.__('Check again')}
        </Button>
      ) : null}
      <Button className="jp-KaptainRegistry-button" onClick={props.onLeave}>
        {trans.__('Show all checks')}
      </Button>
      <span className="jp-KaptainRegistry-when">
        {state.running
          ? trans.__('Checking…')
          : stillOpen
            ? trans.__('still open: step %1 of %2', number, count)
            : trans.__('step %1 of %2', number, count)}
      </span>
    </div>
  );
}
