import type { NotebookModel } from '@jupyterlab/notebook';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { applyUpdate, encodeStateAsUpdate, type Doc } from 'yjs';
import { renderCell, type CellValues } from '../../common/cell.ts';
import { findConfigCells } from './find.ts';
import { putConfigCell, type ICellQuestions } from './insert.ts';
import { contextOf, FakeChecks, notebookModel, openOf } from './testing.ts';

const REGISTRY = 'my.private.registry:5000';

/** A page of the notebook; `others` connects it with a second one. */
interface IPage {
  readonly model: NotebookModel;
  readonly doc: Doc;
  readonly revealed: number[];
  click(registry?: string): Promise<string>;
  ids(): string[];
}

const noQuestions: ICellQuestions = {
  replace: () => Promise.reject(new Error('asked to replace')),
  choose: () => Promise.reject(new Error('asked to choose')),
  model: () => Promise.reject(new Error('asked for the model'))
};

function pageOf(model: NotebookModel): IPage {
  let active = 0;
  const revealed: number[] = [];
  const notebook = openOf(model, {
    reveal: index => {
      active = index;
      revealed.push(index);
      return Promise.resolve();
    }
  });
  Object.defineProperty(notebook, 'activeIndex', { get: () => active });
  return {
    model,
    doc: (model.sharedModel as unknown as { ydoc: Doc }).ydoc,
    revealed,
    click: async (registry = REGISTRY) => {
      const checks = new FakeChecks(contextOf(registry)).ran();
      return (await putConfigCell(() => notebook, { checks, questions: noQuestions, model: false })).kind;
    },
    ids: () => findConfigCells(model.sharedModel).map(cell => cell.id)
  };
}

/** Two people's pages of one notebook, connected as soon as `meet` is called. */
function twoPages(perCell: boolean): { one: IPage; two: IPage; meet(): Promise<void> } {
  const one = pageOf(notebookModel({ disableDocumentWideUndoRedo: perCell }));
  const empty = notebookModel({ disableDocumentWideUndoRedo: perCell, count: 0 });
  const two = pageOf(empty);
  while (empty.sharedModel.cells.length > 0) {
    empty.sharedModel.deleteCell(0);
  }
  applyUpdate(two.doc, encodeStateAsUpdate(one.doc), 'network');
  empty.sharedModel.clearUndoHistory();
  const meet = async (): Promise<void> => {
    const [ofOne, ofTwo] = [encodeStateAsUpdate(one.doc), encodeStateAsUpdate(two.doc)];
    one.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'network') {
        applyUpdate(two.doc, update, 'network');
      }
    });
    two.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'network') {
        applyUpdate(one.doc, update, 'network');
      }
    });
    applyUpdate(one.doc, ofTwo, 'network');
    applyUpdate(two.doc, ofOne, 'network');
    await Promise.resolve();
  };
  return { one, two, meet };
}

const code = (page: IPage): string[] => page.model.sharedModel.cells.map(cell => cell.getSource());

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe.each([
  ['undo per cell, the default', true],
  ['undo over the whole notebook', false]
])('%s', (_name, perCell) => {
  it('two clicks at the same moment leave one cell, the same on both pages', async () => {
    const { one, two, meet } = twoPages(perCell);
    expect(await Promise.all([one.click(), two.click()])).toEqual(['inserted', 'inserted']);
    const [first] = [...one.ids(), ...two.ids()].sort();
    await meet();
    expect(one.ids()).toEqual([first]);
    expect(two.ids()).toEqual([first]);
    expect(code(one)).toEqual(code(two));
    expect(code(one)).toHaveLength(4);
    // Whose cell went stands on the one that stayed.
    for (const page of [one, two]) {
      expect(page.revealed.at(-1)).toBe(findConfigCells(page.model.sharedModel)[0]?.index);
    }
    expect(await Promise.all([one.click(), two.click()])).toEqual(['same', 'same']);
  });

  it('undo brings no second cell back, and takes back what the person did before', async () => {
    const { one, two, meet } = twoPages(perCell);
    await Promise.all([one.click(), two.click()]);
    const [first] = [...one.ids(), ...two.ids()].sort();
    const [winner, loser] = one.ids()[0] === first ? [one, two] : [two, one];
    await meet();
    loser.model.sharedModel.undo();
    loser.model.sharedModel.redo();
    await Promise.resolve();
    expect([winner.ids(), loser.ids()]).toEqual([[first], [first]]);
    winner.model.sharedModel.undo();
    expect([winner.ids(), loser.ids()]).toEqual([[], []]);
    expect(code(winner)).toEqual(['print(0)', 'print(1)', 'print(2)']);
    winner.model.sharedModel.redo();
    expect([winner.ids(), loser.ids()]).toEqual([winner.ids(), winner.ids()]);
    expect(winner.ids()).toHaveLength(1);
  });
});

describe('a second cell stays', () => {
  it('when it is for another registry', async () => {
    const { one, two, meet } = twoPages(true);
    await Promise.all([one.click(), two.click('other.registry:5000')]);
    await meet();
    expect(one.ids()).toHaveLength(2);
    expect(two.ids()).toEqual(one.ids());
  });

  it.each([
    ['changed', (page: IPage, index: number) => page.model.sharedModel.getCell(index).setSource('config = mine')],
    [
      'run',
      (page: IPage, index: number) => {
        Object.assign(page.model.sharedModel.getCell(index), { execution_count: 1 });
      }
    ]
  ])('when it was %s before the other came', async (_what, change) => {
    const { one, two, meet } = twoPages(true);
    await Promise.all([one.click(), two.click()]);
    for (const page of [one, two]) {
      change(page, findConfigCells(page.model.sharedModel)[0]!.index);
    }
    await meet();
    expect(one.ids()).toHaveLength(2);
    expect(two.ids()).toEqual(one.ids());
  });

  it('when the person pasted it', async () => {
    const { one } = twoPages(true);
    await one.click();
    const [cell] = findConfigCells(one.model.sharedModel);
    const copy = one.model.sharedModel.getCell(cell!.index).toJSON();
    one.model.sharedModel.insertCells(4, [
      { ...copy, id: '00000000-first' },
      { ...copy, id: 'zzzzzzzz-last' }
    ]);
    await Promise.resolve();
    expect(one.ids()).toEqual([cell!.id, '00000000-first', 'zzzzzzzz-last']);
  });

  it('when it comes later: then the panel says that there are two', async () => {
    const { one, two, meet } = twoPages(true);
    await Promise.all([one.click(), two.click()]);
    vi.advanceTimersByTime(60_000);
    await meet();
    expect(one.ids()).toHaveLength(2);
    expect(code(one).filter(text => text === renderCell(valuesOf(REGISTRY)))).toHaveLength(2);
  });
});

function valuesOf(registry: string): CellValues {
  return { registry, caFile: { need: 'default' }, dockerConfig: { need: 'default' } };
}
