import type { ISharedNotebook } from '@jupyter/ydoc';
import { findConfigCells } from './find.ts';
import { isChanged } from './state.ts';

/** Milliseconds in which another person's click counts as made at the same moment: what a slow connection takes. */
const MOMENT = 10_000;

/** The part of a Yjs document that tells who made a change. */
interface IChanges {
  on(event: 'afterTransaction', listener: (change: { local: boolean }) => void): void;
  off(event: 'afterTransaction', listener: (change: { local: boolean }) => void): void;
}

/** Whether a code cell has run: then its output is the person's. */
function hasRun(notebook: ISharedNotebook, index: number): boolean {
  const cell = notebook.getCell(index);
  return 'execution_count' in cell && (cell.execution_count ?? null) !== null;
}

/**
 * Removes a Config cell that was inserted just now when another person inserted the same one at the same moment. Both
 * pages know both ids: the cell with the first id stays, and each page removes only the cell that it inserted itself.
 * Not a step of the undo: undoing it would bring the second cell back.
 *
 * @param notebook - shared with other pages
 * @param id - of the cell that was inserted here
 * @param removed - told where the removed cell stood, and where the other one stands now
 */
export function giveWay(notebook: ISharedNotebook, id: string, removed: (index: number, kept: number) => void): void {
  const { ydoc } = notebook as { ydoc?: IChanges };
  if (ydoc === undefined) {
    return;
  }
  const look = (): void => {
    if (notebook.isDisposed) {
      return;
    }
    const cells = findConfigCells(notebook);
    const own = cells.find(cell => cell.id === id);
    if (own === undefined || isChanged(own) || hasRun(notebook, own.index)) {
      return;
    }
    const first = cells.find(cell => cell.id < id && cell.source === own.source);
    if (first !== undefined) {
      end();
      notebook.transact(() => notebook.deleteCell(own.index), false);
      removed(own.index, first.index > own.index ? first.index - 1 : first.index);
    }
  };
  const onChange = ({ local }: { local: boolean }): void => {
    // A copy that this person pastes is meant to be there.
    if (!local) {
      queueMicrotask(look);
    }
  };
  const end = (): void => {
    clearTimeout(timer);
    ydoc.off('afterTransaction', onChange);
  };
  const timer = setTimeout(end, MOMENT);
  ydoc.on('afterTransaction', onChange);
}
