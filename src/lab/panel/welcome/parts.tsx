import { Button } from '@jupyterlab/ui-components';
import * as React from 'react';
import { COMMAND } from '../../../common/ownCommand.ts';
import { commandLine, shellWord } from '../../../common/shell.ts';
import type { Finding } from '../../../common/report.ts';
import { CommandIDs } from '../../tokens.ts';
import type { Setup } from '../../welcome/needs.ts';
import type { IWelcomeServices } from '../../welcome/services.ts';
import { PlacesForm } from '../files/places.tsx';
import { AskButtons } from '../shared/ask.tsx';
import { useContact, useContacts, Who } from '../shared/contact.tsx';
import { InsertButton } from '../shared/insert.tsx';
import { usePickFile } from '../shared/pick.ts';
import { useServices, useSignal } from '../shared/services.ts';
import { findingTexts } from '../shared/texts.ts';
import { TerminalStep } from './terminal.tsx';

/** A fault of something that is there: its title, and the way to its fix. */
export function PartFault(props: { finding: Finding; onShowFix: (finding: Finding) => void }): JSX.Element {
  const { trans } = useServices();
  const { finding, onShowFix } = props;
  return (
    <div className="jp-KaptainRegistry-fault">
      <p>{trans.__('%1 (%2).', findingTexts(finding, trans).title, finding.code)}</p>
      <div className="jp-KaptainRegistry-buttons">
        <Button className="jp-KaptainRegistry-button" onClick={() => onShowFix(finding)}>
          {trans.__('Show fix')}
        </Button>
        <AskButtons finding={finding} />
      </div>
    </div>
  );
}

/** How our command is called in a terminal of this server. */
function useCommand(): string {
  const { checks } = useServices();
  return shellWord(checks.state.site?.command ?? COMMAND);
}

/** Whom to ask, for the steps and messages that the command prints. */
function useContactOptions(): string[] {
  const { clusterAdmin, registryOwner } = useContacts();
  return [
    ...(clusterAdmin === null ? [] : [`--contact-cluster-admin=${clusterAdmin}`]),
    ...(registryOwner === null ? [] : [`--contact-registry-owner=${registryOwner}`])
  ];
}

/** The CA's certificate: a file of the notebook, or from the registry with its SHA-256 to compare. */
export function CaStep(props: { host: string; setup: Setup; welcome: IWelcomeServices }): JSX.Element {
  const { host, setup, welcome } = props;
  const { checks, trans, announce } = useServices();
  const command = useCommand();
  const contact = useContact('registry-owner');
  const contacts = useContactOptions();
  const [byHand, setByHand] = React.useState(false);
  const { finding } = setup.parts.ca;
  const { places } = checks;
  const use = (path: string): void => {
    checks.setPlaces({ ...places, caFile: path });
    announce(trans.__('Looking at %1…', path));
    void checks.run({ clicked: true });
  };
  const pickFile = usePickFile();
  const fromFiles = async (): Promise<void> => {
    if (pickFile === null) {
      setByHand(true);
      return;
    }
    const path = await pickFile(trans.__('CA certificate of %1', host));
    if (path !== null) {
      use(path);
    }
  };
  const fromFilesButton =
    checks.state.site?.may.choosePlaces === false ? null : (
      <Button className="jp-KaptainRegistry-button" onClick={() => void fromFiles()}>
        {trans.__('From notebook files…')}
      </Button>
    );
  const ask = finding === null ? null : <AskButtons finding={finding} only="registry-owner" />;
  return (
    <>
      <p>
        {trans.__(
          'The registry has a certificate of a private CA, which no computer knows by itself. The owner of the registry has that CA as a file, and tells you its SHA-256 through another channel, such as phone or a ticket.'
        )}
      </p>
      {contact === null ? null : (
        <p>
          <Who by="registry-owner" />
        </p>
      )}
      {finding?.circumstances?.includes('ca-not-sent') === true ? (
        <div className="jp-KaptainRegistry-buttons">
          {fromFilesButton}
          {ask}
        </div>
      ) : (
        <TerminalStep
          typist={welcome.typist}
          label={trans.__('Fetch from registry')}
          command={commandLine(`${command} ca`, contacts, [host])}
          after={trans.__(
            'Press Enter in the terminal. Compare the SHA-256 with what you were told; if all of it is the same, run the command again with the --accept that it shows.'
          )}
          before={fromFilesButton}
        >
          {ask}
        </TerminalStep>
      )}
      {byHand ? (
        <PlacesForm
          places={places}
          context={checks.state.context}
          onSave={saved => {
            checks.setPlaces(saved);
            void checks.run({ clicked: true });
          }}
        />
      ) : null}
    </>
  );
}

/** The login, which no page sees: in a terminal, tried once, then written. */
export function LoginStep(props: { host: string; setup: Setup; welcome: IWelcomeServices }): JSX.Element {
  const { host, setup, welcome } = props;
  const { finding } = setup.parts.login;
  const contact = useContact('registry-owner');
  const { checks, trans } = useServices();
  const command = useCommand();
  const contacts = useContactOptions();
  const { caFile, dockerConfig } = checks.places;
  const options = [
    ...(caFile === null ? [] : ['--ca-file', caFile]),
    ...(dockerConfig === null ? [] : ['--to-file', dockerConfig])
  ];
  const path = checks.state.context?.places.dockerConfig.path ?? '';
  return (
    <>
      <p>{trans.__('The login is tried once, then written into %1.', path)}</p>
      <TerminalStep
        typist={welcome.typist}
        label={trans.__('Open terminal')}
        command={commandLine(`${command} login`, [...options, ...contacts], [host])}
        after={trans.__('Press Enter in the terminal, then type your user name and password there.')}
      >
        {finding === null ? null : <AskButtons finding={finding} only="registry-owner" />}
      </TerminalStep>
      <p className="jp-KaptainRegistry-note">
        {trans.__('No login yet? The owner of the registry gives you one.')}
        {contact === null ? null : <Who by="registry-owner" />}
      </p>
    </>
  );
}

/** The last step: the cell that makes the SDK use what was set up. */
export function CellStep(): JSX.Element {
  const { commands, trans } = useServices();
  const { insertConfigCell } = CommandIDs;
  const obstacle = useSignal(commands.commandChanged, () =>
    commands.hasCommand(insertConfigCell) && !commands.isEnabled(insertConfigCell)
      ? commands.caption(insertConfigCell)
      : null
  );
  return (
    <>
      <p>{trans.__('It tells the Kaptain SDK which registry and which CA to use. It is written, not run.')}</p>
      <div className="jp-KaptainRegistry-buttons">
        <InsertButton primary={true} />
      </div>
      {obstacle === null ? null : <p className="jp-KaptainRegistry-note">{obstacle}</p>}
    </>
  );
}
