import {
  differences,
  moveImage,
  renderCell,
  type CellField,
  type CellValues,
  type ModelValues
} from '../../common/cell.ts';
import type { IConfigCell } from './find.ts';

/** How the Config cell of a notebook stands to what it should say. */
export type CellState =
  | { kind: 'none' }
  | { kind: 'several'; cells: readonly IConfigCell[] }
  /** Its text is not the one that its values give. */
  | { kind: 'changed'; cell: IConfigCell }
  /** As we wrote it, and nothing is known to compare it with. */
  | { kind: 'written'; cell: IConfigCell }
  | { kind: 'same'; cell: IConfigCell }
  /** As we wrote it, but it says another registry, other places or another model. */
  | { kind: 'outdated'; cell: IConfigCell; fields: readonly CellField[] };

/**
 * What a cell should say: the present registry and places, and the Model part that it has or that is asked for.
 * A model that was to be pushed to the cell's old registry moves with it.
 */
export function wantedValues(plan: CellValues, cell: IConfigCell | null, model?: ModelValues): CellValues {
  const { registry, caFile, dockerConfig } = plan;
  if (model !== undefined) {
    return { registry, caFile, dockerConfig, model };
  }
  const written = cell?.values ?? null;
  const kept = written?.model;
  if (written === null || kept === undefined) {
    return { registry, caFile, dockerConfig };
  }
  const imageName = moveImage(kept.imageName, written.registry, registry);
  return { registry, caFile, dockerConfig, model: { ...kept, imageName } };
}

/** Whether a cell's text is not what its values give. Any difference counts, formatting too. */
export function isChanged(cell: IConfigCell): boolean {
  return cell.values === null || cell.source !== renderCell(cell.values);
}

/**
 * @param cells - the Config cells of the notebook
 * @param plan - what a cell would say now; null when there can be none
 */
export function cellState(cells: readonly IConfigCell[], plan: CellValues | null): CellState {
  const cell = cells[0];
  if (cell === undefined) {
    return { kind: 'none' };
  }
  if (cells.length > 1) {
    return { kind: 'several', cells };
  }
  const wanted = plan === null ? null : wantedValues(plan, cell);
  if (wanted !== null && cell.source === renderCell(wanted)) {
    return { kind: 'same', cell };
  }
  if (cell.values === null || isChanged(cell)) {
    return { kind: 'changed', cell };
  }
  return wanted === null
    ? { kind: 'written', cell }
    : { kind: 'outdated', cell, fields: differences(cell.values, wanted) };
}
