import type { ISharedNotebook } from '@jupyter/ydoc';
import { renderCell, type CellValues } from '../../common/cell.ts';
import { findConfigCells, METADATA_KEY, metadataOf } from './find.ts';

/**
 * Runs `change` as one step of the notebook's undo: source and metadata go back together. Edits that were made just
 * before stay a step of their own; Yjs would join everything within half a second.
 */
function asOneStep(notebook: ISharedNotebook, change: () => void): void {
  const { undoManager } = notebook as { undoManager?: { stopCapturing(): void } };
  undoManager?.stopCapturing();
  notebook.transact(change);
  undoManager?.stopCapturing();
}

/**
 * Inserts a Config cell, unless one has come in the meantime (a second click, another person).
 *
 * @param index - position of the new cell; cut to the notebook's length
 * @returns index of the new cell, or null when there is a Config cell already
 */
export function insertConfigCell(notebook: ISharedNotebook, index: number, values: CellValues): number | null {
  const at = Math.max(0, Math.min(index, notebook.cells.length));
  let inserted: number | null = null;
  asOneStep(notebook, () => {
    if (findConfigCells(notebook).length === 0) {
      notebook.insertCell(at, {
        cell_type: 'code',
        source: renderCell(values),
        // Made by the person's own click, like a cell that core makes.
        metadata: { trusted: true, [METADATA_KEY]: metadataOf(values) }
      });
      inserted = at;
    }
  });
  return inserted;
}

/** A change that was shown to the person before it is made. */
export interface IUpdate {
  /** Id of the cell to write, and the text that was shown. */
  readonly id: string;
  readonly seen: string;
  readonly values: CellValues;
  /** Ids of copies to remove. */
  readonly remove: readonly string[];
}

/**
 * Writes a Config cell anew, in its place; outputs and other metadata stay.
 *
 * @returns index of the cell, or null when cell or text are no longer what was shown
 */
export function updateConfigCell(notebook: ISharedNotebook, update: IUpdate): number | null {
  let index: number | null = null;
  asOneStep(notebook, () => {
    const cells = findConfigCells(notebook);
    const target = cells.find(cell => cell.id === update.id);
    if (target === undefined || target.source !== update.seen || !target.editable) {
      return;
    }
    const shared = notebook.getCell(target.index);
    shared.setSource(renderCell(update.values));
    shared.setMetadata(METADATA_KEY, metadataOf(update.values));
    const removed = cells.filter(cell => cell.id !== update.id && cell.deletable && update.remove.includes(cell.id));
    for (const cell of [...removed].reverse()) {
      notebook.deleteCell(cell.index);
    }
    index = target.index - removed.filter(cell => cell.index < target.index).length;
  });
  return index;
}
