import { Button } from '@jupyterlab/ui-components';
import * as React from 'react';
import type { Finding } from '../../../common/report.ts';
import type { IRegistryState } from '../../tokens.ts';
import { AskButtons } from '../shared/ask.tsx';
import { InsertButton } from '../shared/insert.tsx';
import { Mark } from '../shared/marks.tsx';
import { useServices } from '../shared/services.ts';
import { clock, headlineState, headlineTexts, headlineTitle, type Headline } from './verdict.ts';

export namespace HeadlineCard {
  export interface IProps {
    headline: Headline;
    state: IRegistryState;
    onShowFix: (finding: Finding) => void;
    /** The button that opened the fix gets the focus back. */
    fixButton: React.RefObject<HTMLButtonElement>;
  }
}

/** The verdict in words and one next step. */
export function HeadlineCard(props: HeadlineCard.IProps): JSX.Element {
  const { headline, state } = props;
  const { trans } = useServices();
  const mark = headlineState(headline);
  const old = state.running && headline.kind !== 'checking';
  return (
    <section className="jp-KaptainRegistry-card" data-state={mark} data-old={old} aria-label={trans.__('Verdict')}>
      <h2>
        <Mark state={mark} trans={trans} />
        {headlineTitle(headline, trans)}
      </h2>
      {headlineTexts(headline, trans).map((text, index) => (
        <p key={index}>{text}</p>
      ))}
      <NextStep {...props} />
      {old ? <p className="jp-KaptainRegistry-note">{trans.__('Last result; checking again.')}</p> : null}
    </section>
  );
}

function NextStep(props: HeadlineCard.IProps): JSX.Element | null {
  const { headline, state, onShowFix, fixButton } = props;
  const { checks, trans } = useServices();
  const run = (): void => {
    void checks.run({ clicked: true });
  };
  switch (headline.kind) {
    case 'failure':
    case 'finding': {
      const { finding } = headline;
      return (
        <>
          <div className="jp-KaptainRegistry-buttons">
            <button
              type="button"
              ref={fixButton}
              className="jp-Button jp-KaptainRegistry-button jp-mod-primary"
              onClick={() => onShowFix(finding)}
            >
              {trans.__('Show fix')}
            </button>
            <AskButtons finding={finding} />
          </div>
          <p className="jp-KaptainRegistry-note">
            {state.finishedAt === null || headline.kind === 'failure'
              ? finding.code
              : trans.__('%1 · found %2', finding.code, clock(state.finishedAt))}
          </p>
        </>
      );
    }
    case 'unchecked':
      return (
        <div className="jp-KaptainRegistry-buttons">
          <Button className="jp-KaptainRegistry-button jp-mod-primary" onClick={run}>
            {trans.__('Run checks')}
          </Button>
        </div>
      );
    case 'clean':
      return (
        <div className="jp-KaptainRegistry-buttons">
          <InsertButton primary={true} />
        </div>
      );
    default:
      return null;
  }
}
