import { YNotebook } from '@jupyter/ydoc';
import type { NotebookModel } from '@jupyterlab/notebook';
import { describe, expect, it } from 'vitest';
import { applyUpdate, encodeStateAsUpdate } from 'yjs';
import { renderCell, type CellValues } from '../../common/cell.ts';
import { findConfigCells, METADATA_KEY, metadataOf } from './find.ts';
import { notebookModel } from './testing.ts';
import { insertConfigCell, updateConfigCell } from './write.ts';

const first: CellValues = {
  registry: 'one.registry:5000',
  caFile: { need: 'default' },
  dockerConfig: { need: 'default' }
};
const second: CellValues = {
  ...first,
  registry: 'two.registry:5000',
  caFile: { need: 'from_file', path: '/srv/ca.crt' }
};

function notebookOf(disableDocumentWideUndoRedo: boolean, count = 3): NotebookModel {
  return notebookModel({ disableDocumentWideUndoRedo, count });
}

const contents = (model: NotebookModel): unknown =>
  model.sharedModel.cells.map(cell => ({ source: cell.getSource(), metadata: cell.getMetadata(METADATA_KEY) }));

describe.each([
  ['undo per cell, the default', true],
  ['undo over the whole notebook', false]
])('%s', (_name, perCell) => {
  it('inserts a trusted code cell as one step', () => {
    const model = notebookOf(perCell);
    const before = contents(model);
    expect(insertConfigCell(model.sharedModel, 1, first)).toBe(1);
    expect(model.cells.get(1).trusted).toBe(true);
    expect(model.sharedModel.getCell(1).cell_type).toBe('code');
    expect(findConfigCells(model.sharedModel)).toMatchObject([{ index: 1, source: renderCell(first), values: first }]);
    const after = contents(model);

    model.sharedModel.undo();
    expect(contents(model)).toEqual(before);
    expect(model.sharedModel.canUndo()).toBe(false);
    model.sharedModel.redo();
    expect(contents(model)).toEqual(after);
  });

  it('updates source and metadata as one step', () => {
    const model = notebookOf(perCell);
    insertConfigCell(model.sharedModel, 1, first);
    const before = contents(model);
    const cell = findConfigCells(model.sharedModel)[0]!;
    model.sharedModel.getCell(1).setMetadata('tags', ['mine']);
    expect(updateConfigCell(model.sharedModel, { id: cell.id, seen: cell.source, values: second, remove: [] })).toBe(1);
    const after = contents(model);
    expect(after).not.toEqual(before);
    expect(findConfigCells(model.sharedModel)).toMatchObject([{ source: renderCell(second), values: second }]);

    // The steps are apart although they are made within the half second in which Yjs joins edits.
    model.sharedModel.undo();
    expect(contents(model)).toEqual(before);
    model.sharedModel.redo();
    expect(contents(model)).toEqual(after);
    expect(model.sharedModel.getCell(1).getMetadata('tags')).toEqual(['mine']);
    model.sharedModel.undo();
    model.sharedModel.undo();
    expect(findConfigCells(model.sharedModel)).toEqual([]);
  });

  it('keeps an edit that was made just before as a step of its own', () => {
    const model = notebookOf(perCell);
    model.sharedModel.insertCell(0, { cell_type: 'code', source: 'mine' });
    insertConfigCell(model.sharedModel, 1, first);
    model.sharedModel.undo();
    expect(model.sharedModel.getCell(0).getSource()).toBe('mine');
    expect(model.sharedModel.cells).toHaveLength(4);
  });

  it('removes copies in the same step', () => {
    const model = notebookOf(perCell);
    insertConfigCell(model.sharedModel, 1, first);
    for (const index of [0, 3]) {
      model.sharedModel.insertCell(index, {
        cell_type: 'code',
        source: `# copy ${index}`,
        metadata: { [METADATA_KEY]: metadataOf(first), deletable: true }
      });
    }
    const before = contents(model);
    const cells = findConfigCells(model.sharedModel);
    expect(cells.map(cell => cell.index)).toEqual([0, 2, 3]);
    const [copy, kept, other] = cells;
    const remove = [copy!.id, other!.id, kept!.id, 'cell-0'];
    expect(updateConfigCell(model.sharedModel, { id: kept!.id, seen: kept!.source, values: second, remove })).toBe(1);
    expect(findConfigCells(model.sharedModel).map(cell => cell.id)).toEqual([kept!.id]);
    expect(model.sharedModel.cells).toHaveLength(4);
    model.sharedModel.undo();
    expect(contents(model)).toEqual(before);
  });
});

describe('a Config cell', () => {
  it('is inserted once, whoever clicks', () => {
    const model = notebookOf(true);
    expect(insertConfigCell(model.sharedModel, 1, first)).toBe(1);
    expect(insertConfigCell(model.sharedModel, 1, second)).toBeNull();
    expect(findConfigCells(model.sharedModel)).toHaveLength(1);
  });

  it.each([
    [-5, 0],
    [99, 3]
  ])('asked for at %i goes to %i', (index, expected) => {
    expect(insertConfigCell(notebookOf(true).sharedModel, index, first)).toBe(expected);
  });

  it('is not overwritten when it is no longer what was shown, gone or locked', () => {
    const model = notebookOf(true);
    insertConfigCell(model.sharedModel, 1, first);
    const cell = findConfigCells(model.sharedModel)[0]!;
    const update = { id: cell.id, seen: cell.source, values: second, remove: [] };
    model.sharedModel.getCell(1).setSource('# changed meanwhile');
    expect(updateConfigCell(model.sharedModel, update)).toBeNull();
    model.sharedModel.getCell(1).setSource(cell.source);
    model.sharedModel.getCell(1).setMetadata('editable', false);
    expect(updateConfigCell(model.sharedModel, update)).toBeNull();
    expect(model.sharedModel.getCell(1).getSource()).toBe(cell.source);
    model.sharedModel.deleteCell(1);
    expect(updateConfigCell(model.sharedModel, update)).toBeNull();
  });

  it('is known by its mark alone', () => {
    const model = notebookOf(true, 1);
    const { sharedModel } = model;
    sharedModel.insertCell(0, { cell_type: 'code', source: renderCell(first) });
    sharedModel.insertCell(0, { cell_type: 'markdown', source: '', metadata: { [METADATA_KEY]: metadataOf(first) } });
    for (const mark of ['text', null, { cell: 'other' }, []]) {
      sharedModel.insertCell(0, { cell_type: 'code', source: '', metadata: { [METADATA_KEY]: mark } });
    }
    expect(findConfigCells(sharedModel)).toEqual([]);
    sharedModel.insertCell(0, {
      cell_type: 'code',
      source: '',
      metadata: { [METADATA_KEY]: { ...metadataOf(first), schema: 2 } }
    });
    expect(findConfigCells(sharedModel)).toMatchObject([{ index: 0, values: null }]);
  });

  it('is found among 1,000 cells', () => {
    const model = notebookOf(true, 1000);
    expect(insertConfigCell(model.sharedModel, 700, first)).toBe(700);
    expect(findConfigCells(model.sharedModel)).toMatchObject([{ index: 700 }]);
    model.sharedModel.undo();
    expect(model.sharedModel.cells).toHaveLength(1000);
  });

  it('of two people who click at once stands twice for both, and one step makes it one', () => {
    const here = YNotebook.create();
    const there = new YNotebook();
    const exchange = (): void => {
      applyUpdate(there.ydoc, encodeStateAsUpdate(here.ydoc));
      applyUpdate(here.ydoc, encodeStateAsUpdate(there.ydoc));
    };
    exchange();
    insertConfigCell(here, 0, first);
    insertConfigCell(there, 0, first);
    exchange();
    const cells = findConfigCells(here);
    expect(cells).toHaveLength(2);
    expect(findConfigCells(there)).toEqual(cells);
    const [kept, copy] = cells;
    updateConfigCell(there, { id: kept!.id, seen: kept!.source, values: first, remove: [copy!.id] });
    exchange();
    expect(findConfigCells(here).map(cell => cell.id)).toEqual([kept!.id]);
  });
});
