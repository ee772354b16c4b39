import { ILayoutRestorer, type JupyterFrontEnd, type JupyterFrontEndPlugin } from '@jupyterlab/application';
import { ICommandPalette } from '@jupyterlab/apputils';
import { IDocumentManager } from '@jupyterlab/docmanager';
import { INotebookTracker } from '@jupyterlab/notebook';
import { IStateDB } from '@jupyterlab/statedb';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';
import { PanelSettings } from '../client/settings.ts';
import { ICellFailures } from '../failure/tokens.ts';
import { registryIcon } from '../icons.ts';
import { RegistryPanel } from '../panel/widget.tsx';
import { CommandIDs, DOMAIN, INotebookSection, IPanelSettings, IRegistryChecks, PANEL_ID } from '../tokens.ts';
import { makeWelcome } from '../welcome/services.ts';
import { NO_ARGUMENTS } from './commands.ts';

/** Place among the tabs of the side area: the range of third parties is 501 to 899. */
const RANK = 620;

/** The panel in the right side area, beside the notebook that it speaks of. */
export const panelPlugin: JupyterFrontEndPlugin<void> = {
  id: 'jupyterlab-kaptain-registry:panel',
  description: 'Shows whether the private registry works, what is wrong and who can mend it.',
  autoStart: true,
  requires: [IRegistryChecks],
  optional: [
    IPanelSettings,
    INotebookSection,
    ICellFailures,
    ITranslator,
    ICommandPalette,
    ILayoutRestorer,
    INotebookTracker,
    IDocumentManager,
    IStateDB
  ],
  activate: (
    app: JupyterFrontEnd,
    checks: IRegistryChecks,
    settings: IPanelSettings | null,
    notebook: INotebookSection | null,
    failures: ICellFailures | null,
    translator: ITranslator | null,
    palette: ICommandPalette | null,
    restorer: ILayoutRestorer | null,
    tracker: INotebookTracker | null,
    documents: IDocumentManager | null,
    state: IStateDB | null
  ): void => {
    const { commands, shell } = app;
    const language = translator ?? nullTranslator;
    const trans = language.load(DOMAIN);
    const panel = new RegistryPanel({
      checks,
      settings: settings ?? new PanelSettings(),
      commands,
      translator: language,
      notebook,
      failures,
      welcome: makeWelcome(app, { tracker, documents, state, translator: language })
    });
    commands.addCommand(CommandIDs.openPanel, {
      label: trans.__('Private Registry'),
      caption: trans.__('Show whether the private registry works'),
      icon: registryIcon,
      describedBy: NO_ARGUMENTS,
      execute: () => {
        if (!panel.isAttached) {
          shell.add(panel, 'right', { rank: RANK, type: 'Private Registry' });
        }
        shell.activateById(PANEL_ID);
      }
    });
    palette?.addItem({ command: CommandIDs.openPanel, category: trans.__('Kaptain') });
    shell.add(panel, 'right', { rank: RANK, type: 'Private Registry' });
    restorer?.add(panel, PANEL_ID);
  }
};
