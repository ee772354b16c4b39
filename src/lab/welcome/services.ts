import type { JupyterFrontEnd } from '@jupyterlab/application';
import { URLExt } from '@jupyterlab/coreutils';
import type { IDocumentManager } from '@jupyterlab/docmanager';
import type { INotebookTracker } from '@jupyterlab/notebook';
import type { IStateDB } from '@jupyterlab/statedb';
import type { ITranslator } from '@jupyterlab/translation';
import { isNamespace } from '../../common/manifests.ts';
import { WelcomeProgress } from './progress.ts';
import { Typist, type ITypist } from './terminal.ts';

/** What the set-up works with beside the checks. */
export interface IWelcomeServices {
  readonly progress: WelcomeProgress;
  readonly typist: ITypist;
  /** Lets the person pick one of the notebook's files: its path below the folder that JupyterLab shows, or null. */
  readonly pickFile: ((title: string) => Promise<string | null>) | null;
  /** Code of the current notebook's cells. */
  cells(): string[];
  /** The namespace that this notebook runs in; null when the address does not tell. */
  readonly namespace: string | null;
}

export interface IWelcomeOptions {
  tracker: INotebookTracker | null;
  documents: IDocumentManager | null;
  state: IStateDB | null;
  translator: ITranslator;
}

/** The namespace in a Kubeflow notebook's address, `/notebook/NAMESPACE/NAME/`; null in any other. */
export function namespaceIn(baseUrl: string): string | null {
  const found = /\/notebook\/([^/]+)\/[^/]+\/?$/.exec(URLExt.parse(baseUrl).pathname ?? '')?.[1] ?? '';
  return isNamespace(found) ? found : null;
}

/** The services of the set-up in a real application. Does nothing before they are used. */
export function makeWelcome(app: JupyterFrontEnd, options: IWelcomeOptions): IWelcomeServices {
  const { tracker, documents, state, translator } = options;
  return {
    progress: new WelcomeProgress(state),
    typist: new Typist(app.commands),
    pickFile: documents === null ? null : title => pick(documents, title, translator),
    cells: () => {
      const cells = tracker?.currentWidget?.content.model?.sharedModel.cells ?? [];
      return cells.filter(cell => cell.cell_type === 'code').map(cell => cell.getSource());
    },
    namespace: namespaceIn(app.serviceManager.serverSettings.baseUrl)
  };
}

async function pick(documents: IDocumentManager, title: string, translator: ITranslator): Promise<string | null> {
  const { FileDialog } = await import('@jupyterlab/filebrowser');
  const { value } = await FileDialog.getOpenFiles({ manager: documents, title, translator });
  const file = value?.find(item => item.type !== 'directory');
  return file === undefined ? null : documents.services.contents.localPath(file.path);
}
