import { Button } from '@jupyterlab/ui-components';
import * as React from 'react';
import { Command } from '../shared/command.tsx';
import { useServices } from '../shared/services.ts';
import type { ITypist } from '../../welcome/terminal.ts';

export namespace TerminalStep {
  export interface IProps {
    typist: ITypist;
    label: string;
    command: string;
    /** What to do in the terminal, once the command stands there. */
    after: string;
    /** Buttons before and after ours. */
    before?: React.ReactNode;
    children?: React.ReactNode;
  }
}

/** A command that the person runs in a terminal: a button types it there, or it is copied by hand. */
export function TerminalStep(props: TerminalStep.IProps): JSX.Element {
  const { typist, label, command, after, before, children } = props;
  const { trans, announce } = useServices();
  const [said, setSaid] = React.useState('');
  const say = (text: string): void => {
    setSaid(text);
    announce(text);
  };
  const onClick = (): void => {
    typist.type(command).then(
      typed => say(typed ? after : trans.__('Copy the command and run it in a terminal.')),
      () => say(trans.__('No terminal could be opened: copy the command and run it where you have one.'))
    );
  };
  return (
    <>
      <div className="jp-KaptainRegistry-buttons">
        {before}
        {typist.isAvailable ? (
          <Button
            className="jp-KaptainRegistry-button"
            title={trans.__('Opens a terminal with the command typed in; you press Enter there')}
            onClick={onClick}
          >
            {label}
          </Button>
        ) : null}
        {children}
      </div>
      <Command text={command} />
      {typist.isAvailable ? null : (
        <p className="jp-KaptainRegistry-note">
          {trans.__('This server has no terminals: run the command where you have one in this notebook.')}
        </p>
      )}
      {said === '' ? null : <p className="jp-KaptainRegistry-note">{said}</p>}
    </>
  );
}
