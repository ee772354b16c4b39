import { Button } from '@jupyterlab/ui-components';
import * as React from 'react';
import { CommandIDs } from '../../tokens.ts';
import { useServices, useSignal } from './services.ts';

/** Writes the Config cell; not there without the command. When it cannot, its caption says why. */
export function InsertButton(props: { primary: boolean }): JSX.Element | null {
  const { commands, trans } = useServices();
  const { insertConfigCell } = CommandIDs;
  const there = useSignal(commands.commandChanged, () => commands.hasCommand(insertConfigCell));
  const enabled = useSignal(commands.commandChanged, () => there && commands.isEnabled(insertConfigCell));
  const caption = useSignal(commands.commandChanged, () => (there ? commands.caption(insertConfigCell) : ''));
  if (!there) {
    return null;
  }
  return (
    <Button
      className={`jp-KaptainRegistry-button${props.primary ? ' jp-mod-primary' : ''}`}
      aria-disabled={!enabled}
      title={caption}
      onClick={() => {
        if (enabled) {
          void commands.execute(insertConfigCell);
        }
      }}
    >
      {trans.__('Insert config cell')}
    </Button>
  );
}
