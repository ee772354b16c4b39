import { Button } from '@jupyterlab/ui-components';
import * as React from 'react';
import type { Finding } from '../../../common/report.ts';
import { EvidenceList } from '../shared/evidence.tsx';
import { useFocusKept } from '../shared/focus.ts';
import { Mark } from '../shared/marks.tsx';
import { useServices, useSignal } from '../shared/services.ts';
import { OpenTerminal, Steps } from '../shared/steps.tsx';
import { findingTexts } from '../shared/texts.ts';
import { clock, headlineState } from './verdict.ts';

export namespace FixView {
  export interface IProps {
    finding: Finding;
    onBack: () => void;
  }
}

/** The way out of a finding, step by step, in the panel's place. */
export function FixView(props: FixView.IProps): JSX.Element {
  const { finding, onBack } = props;
  const { checks, trans } = useServices();
  const state = useSignal(checks.stateChanged, () => checks.state);
  const heading = React.useRef<HTMLHeadingElement>(null);
  const view = useFocusKept<HTMLElement>();
  React.useEffect(() => heading.current?.focus(), []);
  const texts = findingTexts(finding, trans);
  const mark = headlineState({ kind: 'finding', finding });
  const own = texts.fix.some(step => step.by === 'you' && step.command !== undefined);
  return (
    <>
      <section ref={view} className="jp-KaptainRegistry-card jp-mod-fix" data-state={mark} aria-label={trans.__('Fix')}>
        <h2 ref={heading} tabIndex={-1}>
          <Mark state={mark} trans={trans} />
          {trans.__('%1.', texts.title)}
        </h2>
        <Steps steps={texts.fix} />
        {own ? <OpenTerminal /> : null}
        <p className="jp-KaptainRegistry-note">
          {own
            ? trans.__('This panel notices by itself when one of the two files changes, and checks again.')
            : trans.__('When it is done: Check again.')}
        </p>
        <EvidenceList finding={finding} />
      </section>
      <div className="jp-KaptainRegistry-footer">
        <Button className="jp-KaptainRegistry-button" onClick={onBack}>
          {trans.__('Back')}
        </Button>
        <Button className="jp-KaptainRegistry-button" onClick={() => void checks.run({ clicked: true })}>
          {trans.__('Check again')}
        </Button>
        <span className="jp-KaptainRegistry-when">
          {state.running
            ? trans.__('Checking…')
            : state.finishedAt === null
              ? finding.code
              : trans.__('%1 · found %2', finding.code, clock(state.finishedAt))}
        </span>
      </div>
    </>
  );
}
