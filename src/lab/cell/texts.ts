import type { TranslationBundle } from '@jupyterlab/translation';
import type { CellField } from '../../common/cell.ts';
import type { IOpenNotebook, Obstacle } from './notebook.ts';

/** Longest name of a notebook in a sentence: toasts are cut at 140 characters. */
const LONGEST_NAME = 40;

export function shortName(name: string): string {
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name;
}

export function fieldName(field: CellField, trans: TranslationBundle): string {
  switch (field) {
    case 'registry':
      return trans.__('registry');
    case 'caFile':
      return trans.__('CA file');
    case 'dockerConfig':
      return trans.__('Docker config');
    case 'model':
      return trans.__('Model');
  }
}

/** The sentence that tells why no cell can be written. */
export function obstacleText(obstacle: Obstacle, notebook: IOpenNotebook | null, trans: TranslationBundle): string {
  const name = shortName(notebook?.name ?? '');
  switch (obstacle) {
    case 'no-notebook':
      return trans.__('No notebook is open: open a Python notebook first.');
    case 'loading':
      return trans.__('%1 is still loading: try again in a moment.', name);
    case 'read-only':
      return trans.__('%1 is read-only: save it under another name and use the copy.', name);
    case 'not-python':
      return trans.__(
        '%1 is no Python notebook (%2): the Kaptain SDK needs Python.',
        name,
        shortName(notebook?.language ?? '')
      );
  }
}
