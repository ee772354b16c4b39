import * as React from 'react';
import type { FixStep } from '../../../common/finding.ts';
import { COMMAND, ownCommand } from '../../../common/ownCommand.ts';
import { Command } from './command.tsx';
import { Who } from './contact.tsx';
import { useServices } from './services.ts';

/** The steps of a fix in order, each with who can take it. */
export function Steps(props: { steps: readonly FixStep[] }): JSX.Element {
  const { checks, trans } = useServices();
  const word = checks.state.site?.command ?? COMMAND;
  return (
    <ol className="jp-KaptainRegistry-steps" aria-label={trans.__('Steps')}>
      {props.steps.map((step, index) => (
        <li key={index}>
          <Who by={step.by} />
          <p>{step.text}</p>
          {step.command === undefined ? null : (
            <Command text={step.by === 'you' ? ownCommand(step.command, word) : step.command} />
          )}
        </li>
      ))}
    </ol>
  );
}
