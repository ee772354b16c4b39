import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { ICommandPalette } from '@jupyterlab/apputils';
import { INotebookTracker } from '@jupyterlab/notebook';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';
import { announce, announceWaiting } from '../cell/announce.ts';
import { configCellIcon } from '../cell/icon.ts';
import { putConfigCell, type ICellQuestions } from '../cell/insert.ts';
import { obstacleOf } from '../cell/notebook.ts';
import { NotebookSection } from '../cell/section.ts';
import { obstacleText } from '../cell/texts.ts';
import { CommandIDs, DOMAIN, INotebookSection, IRegistryChecks } from '../tokens.ts';

/** Writes the Config cell and tells how the current notebook's stands. */
export const cellPlugin: JupyterFrontEndPlugin<INotebookSection> = {
  id: 'jupyterlab-kaptain-registry:cell',
  description: 'Inserts and updates the Config cell in the current notebook.',
  autoStart: true,
  requires: [IRegistryChecks],
  optional: [INotebookTracker, ICommandPalette, ITranslator],
  provides: INotebookSection,
  activate: (
    app: JupyterFrontEnd,
    checks: IRegistryChecks,
    tracker: INotebookTracker | null,
    palette: ICommandPalette | null,
    translator: ITranslator | null
  ): INotebookSection => {
    const { commands, shell } = app;
    const trans = (translator ?? nullTranslator).load(DOMAIN);
    const section = new NotebookSection({ checks, tracker, trans, activate: id => shell.activateById(id) });
    // Most cells are written without a question: the dialogs come with the first one.
    const dialogs = async (): Promise<ICellQuestions> => new (await import('../cell/questions.tsx')).CellDialogs(trans);
    const questions: ICellQuestions = {
      replace: async (...about) => (await dialogs()).replace(...about),
      choose: async (...about) => (await dialogs()).choose(...about),
      model: async (...about) => (await dialogs()).model(...about)
    };
    const openPanel = (): void => {
      if (commands.hasCommand(CommandIDs.openPanel)) {
        void commands.execute(CommandIDs.openPanel);
      }
    };

    commands.addCommand(CommandIDs.insertConfigCell, {
      label: args =>
        args.model === true
          ? trans.__('Insert Config Cell with Model…')
          : trans.__('Insert Config Cell for Private Registry'),
      caption: () => {
        const notebook = section.current();
        const obstacle = obstacleOf(notebook);
        return obstacle === null
          ? trans.__('Write the code that makes the Kaptain SDK use your private registry below the active cell')
          : obstacleText(obstacle, notebook, trans);
      },
      icon: configCellIcon,
      isEnabled: () => obstacleOf(section.current()) === null,
      execute: async args => {
        const outcome = await putConfigCell(() => section.current(), {
          checks,
          questions,
          model: args.model === true,
          waiting: run => announceWaiting(run, trans)
        });
        announce(outcome, { trans, openPanel });
      },
      describedBy: {
        args: {
          type: 'object',
          properties: {
            model: {
              type: 'boolean',
              description: trans.__('Whether to ask for the Model(...) part and write it too')
            }
          }
        }
      }
    });
    section.changed.connect(() => commands.notifyCommandChanged(CommandIDs.insertConfigCell));

    if (palette !== null) {
      const category = trans.__('Kaptain');
      palette.addItem({ command: CommandIDs.insertConfigCell, category });
      palette.addItem({ command: CommandIDs.insertConfigCell, category, args: { model: true } });
    }
    return section;
  }
};
