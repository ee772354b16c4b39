import type { ISharedNotebook } from '@jupyter/ydoc';
import type { NotebookPanel } from '@jupyterlab/notebook';
import { PathExt } from '@jupyterlab/coreutils';
import { languageOf, isPython } from './language.ts';

/** An open notebook, as far as the Config cell needs it. What may change while a question is open is read anew each time. */
export interface IOpenNotebook {
  readonly path: string;
  readonly name: string;
  /** false while the document is still loading. */
  readonly ready: boolean;
  readonly readOnly: boolean;
  /** Whether the file can be saved where it is. */
  readonly writable: boolean;
  /** Empty when nothing tells it. */
  readonly language: string;
  readonly shared: ISharedNotebook;
  readonly activeIndex: number;
  /**
   * Makes a cell the active one and begins to scroll to it; the mode stays as it is. Does not wait for the scroll: in a
   * long notebook that was opened just now, JupyterLab scrolls only when it has drawn every cell before.
   */
  reveal(index: number): Promise<void>;
}

/** Why no cell can be written into a notebook. */
export type Obstacle = 'no-notebook' | 'loading' | 'read-only' | 'not-python';

/**
 * The notebook in a panel; null when its document is gone.
 *
 * @param activate - brings the panel to the front
 */
export function openNotebook(panel: NotebookPanel, activate: (id: string) => void): IOpenNotebook | null {
  const { context, content } = panel;
  const model = content.model;
  if (panel.isDisposed || model === null) {
    return null;
  }
  return {
    path: context.path,
    name: PathExt.basename(context.path),
    get ready() {
      return context.isReady;
    },
    get readOnly() {
      return model.readOnly;
    },
    writable: context.contentsModel?.writable !== false,
    get language() {
      return languageOf({ sessionContext: context.sessionContext, model });
    },
    shared: model.sharedModel,
    get activeIndex() {
      return content.activeCellIndex;
    },
    reveal: async index => {
      activate(panel.id);
      await panel.revealed;
      content.deselectAll();
      content.activeCellIndex = index;
      // Given up when another scroll begins, or the notebook is closed.
      content.scrollToItem(index, 'smart').catch(() => undefined);
    }
  };
}

/** What keeps a Config cell out of a notebook; null when nothing does. */
export function obstacleOf(notebook: IOpenNotebook | null): Obstacle | null {
  if (notebook === null) {
    return 'no-notebook';
  }
  if (!notebook.ready) {
    return 'loading';
  }
  if (notebook.readOnly) {
    return 'read-only';
  }
  return isPython(notebook.language) ? null : 'not-python';
}
