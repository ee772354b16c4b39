import type { ISharedNotebook } from '@jupyter/ydoc';
import type { JSONObject } from '@lumino/coreutils';
import { readValues, type CellValues } from '../../common/cell.ts';

/** Key of a cell's metadata by which our cell is known; its text is never searched. */
export const METADATA_KEY = 'kaptain_registry';

const KIND = 'sdk-config';
const SCHEMA = 1;

/** A Config cell as it stands in a notebook. */
export interface IConfigCell {
  readonly index: number;
  readonly id: string;
  readonly source: string;
  /** What the cell was written with; null when its metadata cannot be read, or was written by a later version. */
  readonly values: CellValues | null;
  /** false for a cell that its author has locked. */
  readonly editable: boolean;
  /** false for a cell that its author has protected from deletion. */
  readonly deletable: boolean;
}

/** Metadata of a Config cell. No secret among it: it is saved and shared with the notebook. */
export function metadataOf(values: CellValues): JSONObject {
  return { cell: KIND, schema: SCHEMA, values: { ...values } as unknown as JSONObject };
}

/** The Config cells of a notebook, in its order; code cells only. Reads one key of each cell, so 1,000 cells are no matter. */
export function findConfigCells(notebook: ISharedNotebook): IConfigCell[] {
  const found: IConfigCell[] = [];
  notebook.cells.forEach((cell, index) => {
    const mark: unknown = cell.getMetadata(METADATA_KEY);
    if (cell.cell_type !== 'code' || !isMark(mark)) {
      return;
    }
    found.push({
      index,
      id: cell.getId(),
      source: cell.getSource(),
      values: mark.schema === SCHEMA ? readValues(mark.values) : null,
      editable: cell.getMetadata('editable') !== false,
      deletable: cell.getMetadata('deletable') !== false
    });
  });
  return found;
}

function isMark(value: unknown): value is { cell: string; schema?: unknown; values?: unknown } {
  return typeof value === 'object' && value !== null && 'cell' in value && value.cell === KIND;
}
