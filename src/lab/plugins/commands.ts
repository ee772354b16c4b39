import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { ICommandPalette, InputDialog, Notification } from '@jupyterlab/apputils';
import { ITranslator, nullTranslator, type TranslationBundle } from '@jupyterlab/translation';
import { refreshIcon, settingsIcon, stopIcon, copyIcon } from '@jupyterlab/ui-components';
import { copyText } from '../clipboard.ts';
import { CommandIDs, DOMAIN, IRegistryChecks, type IRow } from '../tokens.ts';

/** Description of a command that takes no arguments. */
export const NO_ARGUMENTS = { args: { type: 'object', properties: {}, additionalProperties: false } } as const;

const ONE_CHECK = {
  args: {
    type: 'object',
    properties: {
      check: { type: 'string', description: 'Id of the check, for example tls.chain; asked for when missing' }
    },
    additionalProperties: false
  }
} as const;

/** Title of a row as it stands in a list of all rows. */
function nameOf(row: IRow, trans: TranslationBundle): string {
  return trans.__('%1 (%2)', trans.__(row.planned.title), row.planned.id);
}

/** Id of the check that the person picks; null when none. */
async function pickCheck(rows: readonly IRow[], trans: TranslationBundle): Promise<string | null> {
  const names = new Map(rows.map(row => [nameOf(row, trans), row.planned.id]));
  const { value } = await InputDialog.getItem({ title: trans.__('Which check?'), items: [...names.keys()] });
  return value === null ? null : (names.get(value) ?? null);
}

/** What a person can have done by keyboard, palette and menus. */
export const commandsPlugin: JupyterFrontEndPlugin<void> = {
  id: 'jupyterlab-kaptain-registry:commands',
  description: 'Commands that run and cancel the checks of the private registry and copy their report.',
  autoStart: true,
  requires: [IRegistryChecks],
  optional: [ITranslator, ICommandPalette],
  activate: (
    app: JupyterFrontEnd,
    checks: IRegistryChecks,
    translator: ITranslator | null,
    palette: ICommandPalette | null
  ): void => {
    const { commands } = app;
    const trans = (translator ?? nullTranslator).load(DOMAIN);
    commands.addCommand(CommandIDs.runChecks, {
      label: trans.__('Check Private Registry'),
      caption: trans.__('Run all checks of the private registry'),
      icon: refreshIcon,
      describedBy: NO_ARGUMENTS,
      execute: () => checks.run({ clicked: true })
    });
    commands.addCommand(CommandIDs.runCheck, {
      label: trans.__('Run One Check of the Private Registry…'),
      caption: trans.__('Run one check of the private registry again'),
      describedBy: ONE_CHECK,
      isEnabled: () => checks.state.rows.length > 0,
      execute: async args => {
        const check = typeof args.check === 'string' ? args.check : await pickCheck(checks.state.rows, trans);
        if (check !== null) {
          await checks.run({ only: [check], clicked: true });
        }
      }
    });
    commands.addCommand(CommandIDs.cancelChecks, {
      label: trans.__('Cancel Checks of the Private Registry'),
      caption: trans.__('End the checks that run now'),
      icon: stopIcon,
      describedBy: NO_ARGUMENTS,
      isEnabled: () => checks.state.running,
      execute: () => checks.cancel()
    });
    commands.addCommand(CommandIDs.copyReport, {
      label: trans.__('Copy Report of the Private Registry'),
      caption: trans.__('Copy the last report; it holds host names and paths, but no secret'),
      icon: copyIcon,
      describedBy: NO_ARGUMENTS,
      isEnabled: () => checks.state.report !== null,
      execute: async () => {
        try {
          await copyText(JSON.stringify(checks.state.report, null, 2));
          Notification.success(trans.__('Report copied. It holds host names and paths, but no secret.'), {
            autoClose: 4000
          });
        } catch {
          Notification.error(trans.__('The browser did not allow copying the report.'));
        }
      }
    });
    commands.addCommand(CommandIDs.openSettings, {
      label: trans.__('Settings of the Private Registry'),
      caption: trans.__('Registry, places of the two files, and when to check'),
      icon: settingsIcon,
      describedBy: NO_ARGUMENTS,
      isVisible: () => commands.hasCommand('settingeditor:open'),
      execute: () => commands.execute('settingeditor:open', { query: 'Private Registry' })
    });
    const category = trans.__('Kaptain');
    for (const command of [
      CommandIDs.runChecks,
      CommandIDs.runCheck,
      CommandIDs.cancelChecks,
      CommandIDs.copyReport,
      CommandIDs.openSettings
    ]) {
      palette?.addItem({ command, category });
    }
    let enabled = '';
    checks.stateChanged.connect(() => {
      const { running, report, rows } = checks.state;
      const now = [running, report !== null, rows.length > 0].join(' ');
      if (now !== enabled) {
        enabled = now;
        for (const command of [CommandIDs.runCheck, CommandIDs.cancelChecks, CommandIDs.copyReport]) {
          commands.notifyCommandChanged(command);
        }
      }
    });
  }
};
