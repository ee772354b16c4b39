import * as React from 'react';
import type { FixStep } from '../../../common/finding.ts';
import { Command } from './command.tsx';
import { useServices } from './services.ts';
import { actorName } from './texts.ts';

/** The steps of a fix in order, each with who can take it. */
export function Steps(props: { steps: readonly FixStep[] }): JSX.Element {
  const { trans } = useServices();
  return (
    <ol className="jp-KaptainRegistry-steps" aria-label={trans.__('Steps')}>
      {props.steps.map((step, index) => (
        <li key={index}>
          <span className="jp-KaptainRegistry-who">{actorName(step.by, trans)}</span>
          <p>{step.text}</p>
          {step.command === undefined ? null : <Command text={step.command} />}
        </li>
      ))}
    </ol>
  );
}
