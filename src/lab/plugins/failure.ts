import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { ICommandPalette, Notification } from '@jupyterlab/apputils';
import { INotebookTracker } from '@jupyterlab/notebook';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';
import { CellFailures } from '../failure/failures.ts';
import { ICellFailures } from '../failure/tokens.ts';
import { FailureWatcher } from '../failure/watch.ts';
import { CommandIDs, DOMAIN, IRegistryChecks } from '../tokens.ts';
import { NO_ARGUMENTS } from './commands.ts';

/** Explains cells that failed because of the private registry. */
export const failurePlugin: JupyterFrontEndPlugin<ICellFailures> = {
  id: 'jupyterlab-kaptain-registry:failure',
  description: 'Tells why a cell failed: a button below it, a row of the panel, a command.',
  autoStart: true,
  requires: [IRegistryChecks],
  optional: [INotebookTracker, ICommandPalette, ITranslator],
  provides: ICellFailures,
  activate: (
    app: JupyterFrontEnd,
    checks: IRegistryChecks,
    tracker: INotebookTracker | null,
    palette: ICommandPalette | null,
    translator: ITranslator | null
  ): ICellFailures => {
    const { commands } = app;
    const trans = (translator ?? nullTranslator).load(DOMAIN);
    const failures = new CellFailures({
      checks,
      trans,
      openPanel: () => {
        if (commands.hasCommand(CommandIDs.openPanel)) {
          void commands.execute(CommandIDs.openPanel);
        }
      },
      onUnavailable: () =>
        void Notification.error(trans.__('The texts that explain errors could not be loaded: reload the page.'))
    });
    if (tracker !== null) {
      const watcher = new FailureWatcher({ tracker, failures, trans });
      commands.addCommand(CommandIDs.explainCell, {
        label: trans.__('Why Did This Cell Fail?'),
        caption: trans.__('Explain the error of the active cell, or of the last one that failed'),
        describedBy: NO_ARGUMENTS,
        isEnabled: () => failures.latest !== null,
        execute: async () => {
          const cell = watcher.failedCell();
          if (cell !== null) {
            await failures.explain(cell);
          }
        }
      });
      failures.changed.connect(() => commands.notifyCommandChanged(CommandIDs.explainCell));
      palette?.addItem({ command: CommandIDs.explainCell, category: trans.__('Kaptain') });
    }
    return failures;
  }
};
