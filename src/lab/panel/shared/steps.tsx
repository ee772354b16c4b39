import { Button } from '@jupyterlab/ui-components';
import * as React from 'react';
import { withRegistry, type FixStep } from '../../../common/finding.ts';
import { COMMAND, ownCommand } from '../../../common/ownCommand.ts';
import { shellWord } from '../../../common/shell.ts';
import { hostsInCells } from '../../welcome/offers.ts';
import { Command } from './command.tsx';
import { Who } from './contact.tsx';
import { usePickFile } from './pick.ts';
import { useServices, type PanelServices } from './services.ts';

/** The steps of a fix in order, each with who can take it. */
export function Steps(props: { steps: readonly FixStep[] }): JSX.Element {
  const { checks, trans, welcome } = useServices();
  const word = checks.state.site?.command ?? COMMAND;
  const registry = registryFor({ checks, welcome });
  return (
    <ol className="jp-KaptainRegistry-steps" aria-label={trans.__('Steps')}>
      {props.steps.map((step, index) => {
        const command =
          step.command === undefined || step.by !== 'you'
            ? step.command
            : ownCommand(withCaFile(withRegistry(step.command, registry), checks.places.caFile), word);
        return (
          <li key={index}>
            <Who by={step.by} />
            <p>{step.text}</p>
            {command === undefined ? null : step.choose === undefined ? (
              <Command text={command} />
            ) : (
              <ChosenFile command={command} />
            )}
          </li>
        );
      })}
    </ol>
  );
}

/** The registry that a command without one is about: the chosen one, else the only one that the notebook names. */
function registryFor({ checks, welcome }: Pick<PanelServices, 'checks' | 'welcome'>): string | null {
  const known = checks.chosen ?? checks.state.context?.registry ?? null;
  if (known !== null) {
    return known;
  }
  const [only, second] = hostsInCells(welcome?.cells() ?? []);
  return second === undefined ? (only ?? null) : null;
}

/** A login is tried with the CA file that the checks use, also where it is not in its default place. */
function withCaFile(command: string, caFile: string | null): string {
  // Before what stands behind "--", where it would be no option.
  return caFile !== null && command.startsWith(`${COMMAND} login `)
    ? command.replace(/(?= -- )|$/, () => ` --ca-file ${shellWord(caFile)}`)
    : command;
}

/** A command for a file that the person picks first; it is shown when it is complete. */
function ChosenFile(props: { command: string }): JSX.Element {
  const { trans } = useServices();
  const pickFile = usePickFile();
  const [path, setPath] = React.useState<string | null>(null);
  if (pickFile === null) {
    return (
      <>
        <Command text={props.command} />
        <p className="jp-KaptainRegistry-note">{trans.__('Put the path of the file in place of FILE.')}</p>
      </>
    );
  }
  const onClick = async (): Promise<void> => {
    const picked = await pickFile(trans.__('CA certificate'));
    if (picked !== null) {
      setPath(picked);
    }
  };
  return (
    <>
      <div className="jp-KaptainRegistry-buttons">
        <Button className="jp-KaptainRegistry-button" onClick={() => void onClick()}>
          {path === null ? trans.__('From notebook files…') : trans.__('Another file…')}
        </Button>
      </div>
      {path === null ? null : <Command text={props.command.replace(/(?<= )FILE(?= |$)/, () => shellWord(path))} />}
    </>
  );
}

/** Opens the terminal that the commands are pasted into; nothing where there is none. */
export function OpenTerminal(): JSX.Element | null {
  const { trans, welcome, announce } = useServices();
  const [said, setSaid] = React.useState('');
  if (welcome === null || !welcome.typist.isAvailable) {
    return null;
  }
  const say = (text: string): void => {
    setSaid(text);
    announce(text);
  };
  const onClick = (): void => {
    welcome.typist.open().then(
      () => say(trans.__('Paste each command there and press Enter.')),
      () => say(trans.__('No terminal could be opened: run the commands where you have one.'))
    );
  };
  return (
    <>
      <div className="jp-KaptainRegistry-buttons">
        <Button className="jp-KaptainRegistry-button jp-mod-primary" onClick={onClick}>
          {trans.__('Open terminal')}
        </Button>
      </div>
      {said === '' ? null : <p className="jp-KaptainRegistry-note">{said}</p>}
    </>
  );
}
