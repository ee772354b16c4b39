import { describe, expect, it, vi } from 'vitest';
import { cellPlan, modelValues, renderCell, type CellValues } from '../../common/cell.ts';
import type { CellContext } from '../../common/protocol.ts';
import { findConfigCells, METADATA_KEY, metadataOf } from './find.ts';
import { putConfigCell, type ICellQuestions, type IInsertOptions } from './insert.ts';
import { contextOf, FakeChecks, notebookModel, openOf } from './testing.ts';

const REGISTRY = 'my.private.registry:5000';
const values: CellValues = { registry: REGISTRY, caFile: { need: 'default' }, dockerConfig: { need: 'default' } };
const elsewhere: CellValues = { ...values, registry: 'other.registry:5000' };
const model = modelValues(REGISTRY, { image: 'team/mnist:1', baseImage: `${REGISTRY}/base:2.2.0-tensorflow-2.9.1` });

/** Answers that a test does not expect make it fail. */
function questions(answers: Partial<ICellQuestions> = {}): ICellQuestions {
  return {
    replace: vi.fn(() => Promise.reject(new Error('asked to replace'))),
    choose: vi.fn(() => Promise.reject(new Error('asked to choose'))),
    model: vi.fn(() => Promise.reject(new Error('asked for the model'))),
    ...answers
  };
}

function options(over: Partial<IInsertOptions> = {}): IInsertOptions {
  return { checks: new FakeChecks(contextOf(REGISTRY)).ran(), questions: questions(), model: false, ...over };
}

/** A notebook whose second cell is a Config cell. */
function withCell(written: CellValues, source = renderCell(written)) {
  const model = notebookModel();
  model.sharedModel.insertCell(1, { cell_type: 'code', source, metadata: { [METADATA_KEY]: metadataOf(written) } });
  return { model, notebook: openOf(model) };
}

describe('without a Config cell', () => {
  it('inserts it below the active cell and shows it', async () => {
    const model = notebookModel();
    const notebook = openOf(model, { activeIndex: 1 });
    expect(await putConfigCell(() => notebook, options())).toMatchObject({ kind: 'inserted', model: false });
    expect(findConfigCells(model.sharedModel)).toMatchObject([{ index: 2, source: renderCell(values), values }]);
    expect(notebook.revealed).toEqual([2]);
    expect(
      model.sharedModel.cells.map(cell => cell.getSource()).filter(source => source.startsWith('print'))
    ).toHaveLength(3);
  });

  it('inserts one cell for a double click', async () => {
    const model = notebookModel();
    const notebook = openOf(model);
    const outcomes = await Promise.all([
      putConfigCell(() => notebook, options()),
      putConfigCell(() => notebook, options())
    ]);
    expect(outcomes.map(outcome => outcome.kind)).toEqual(['inserted', 'busy']);
    expect(await putConfigCell(() => notebook, options())).toMatchObject({ kind: 'same' });
    expect(findConfigCells(model.sharedModel)).toHaveLength(1);
    expect(model.sharedModel.canUndo()).toBe(true);
    model.sharedModel.undo();
    expect(model.sharedModel.canUndo()).toBe(false);
  });

  it('runs the checks first, then inserts', async () => {
    const checks = new FakeChecks(contextOf(REGISTRY));
    const waiting = vi.fn();
    const notebook = openOf(notebookModel());
    expect(await putConfigCell(() => notebook, options({ checks, waiting }))).toMatchObject({ kind: 'inserted' });
    expect(checks.runs).toBe(1);
    expect(waiting).toHaveBeenCalledOnce();
  });

  it('waits for a run that is under way', async () => {
    const checks = new FakeChecks(contextOf(REGISTRY));
    checks.set({ running: true });
    const notebook = openOf(notebookModel());
    const outcome = putConfigCell(() => notebook, options({ checks }));
    await Promise.resolve();
    expect(findConfigCells(notebook.shared)).toEqual([]);
    checks.set({ running: false, context: contextOf(REGISTRY) });
    expect(await outcome).toMatchObject({ kind: 'inserted' });
    expect(checks.runs).toBe(0);
  });

  it('runs the checks again for a registry that was chosen since', async () => {
    const checks = new FakeChecks(contextOf('old.registry')).ran();
    checks.chosen = REGISTRY;
    checks.found = contextOf(REGISTRY);
    const notebook = openOf(notebookModel());
    await putConfigCell(() => notebook, options({ checks }));
    expect(findConfigCells(notebook.shared)).toMatchObject([{ values: { registry: REGISTRY } }]);
  });

  it('says that nothing is known when the checks cannot run', async () => {
    const notebook = openOf(notebookModel());
    expect(await putConfigCell(() => notebook, options({ checks: new FakeChecks(null) }))).toEqual({
      kind: 'unchecked'
    });
    expect(findConfigCells(notebook.shared)).toEqual([]);
  });

  it.each<[string, string | null, CellContext | undefined]>([
    ['no-registry', null, undefined],
    ['no-registry', REGISTRY, { ok: false, reason: 'no-registry' }],
    ['bad-registry', 'https://my.private.registry:5000/', undefined],
    [
      'no-storage',
      REGISTRY,
      {
        ok: true,
        caFile: { need: 'default', path: '' },
        dockerConfig: { need: 'from_file', path: '/srv/c.json' },
        awsCredentials: false
      }
    ]
  ])('refuses: %s', async (reason, registry, cell) => {
    const notebook = openOf(notebookModel());
    const checks = new FakeChecks(contextOf(registry, cell)).ran();
    expect(await putConfigCell(() => notebook, options({ checks }))).toEqual({ kind: 'refused', reason });
    expect(notebook.shared.canUndo()).toBe(false);
  });

  it('says the places that the run found', async () => {
    const cell: CellContext = {
      ok: true,
      caFile: { need: 'from_file', path: '/srv/ca.crt' },
      dockerConfig: { need: 'from_file', path: '/srv/config.json' },
      awsCredentials: true
    };
    const notebook = openOf(notebookModel());
    await putConfigCell(() => notebook, options({ checks: new FakeChecks(contextOf(REGISTRY, cell)).ran() }));
    const plan = cellPlan(REGISTRY, cell);
    expect(plan.ok && findConfigCells(notebook.shared)[0]?.source === renderCell(plan.values)).toBe(true);
  });
});

describe('a notebook that no cell can be written into', () => {
  it.each([
    ['no-notebook', null],
    ['loading', { ready: false }],
    ['read-only', { readOnly: true }],
    ['not-python', { language: 'R' }]
  ] as const)('is refused: %s', async (obstacle, over) => {
    const notebook = over === null ? null : openOf(notebookModel(), over);
    const checks = new FakeChecks(contextOf(REGISTRY));
    expect(await putConfigCell(() => notebook, options({ checks }))).toMatchObject({ kind: 'obstacle', obstacle });
    expect(checks.runs).toBe(0);
    expect(notebook?.shared.canUndo() ?? false).toBe(false);
  });

  it('is refused when it became read-only while the checks ran', async () => {
    const model = notebookModel();
    const checks = new FakeChecks(contextOf(REGISTRY));
    checks.set({ running: true });
    const outcome = putConfigCell(() => openOf(model), options({ checks }));
    model.readOnly = true;
    checks.set({ running: false, context: contextOf(REGISTRY) });
    expect(await outcome).toMatchObject({ kind: 'obstacle', obstacle: 'read-only' });
    expect(findConfigCells(model.sharedModel)).toEqual([]);
  });

  it('keeps a cell that is locked', async () => {
    const { model, notebook } = withCell(elsewhere);
    model.sharedModel.getCell(1).setMetadata('editable', false);
    expect(await putConfigCell(() => notebook, options())).toMatchObject({ kind: 'locked' });
    expect(findConfigCells(model.sharedModel)).toMatchObject([{ source: renderCell(elsewhere) }]);
  });
});

describe('with a Config cell', () => {
  it('leaves one that is up to date and shows it', async () => {
    const { model, notebook } = withCell(values);
    model.sharedModel.clearUndoHistory();
    expect(await putConfigCell(() => notebook, options())).toMatchObject({ kind: 'same' });
    expect(notebook.revealed).toEqual([1]);
    expect(model.sharedModel.canUndo()).toBe(false);
  });

  it.each([
    ['says another registry', elsewhere, renderCell(elsewhere), { byHand: false, fields: ['registry'] }],
    [
      'says another place',
      { ...values, caFile: { need: 'from_file', path: '/srv/ca.crt' } } as CellValues,
      renderCell({ ...values, caFile: { need: 'from_file', path: '/srv/ca.crt' } }),
      { byHand: false, fields: ['caFile'] }
    ],
    ['was changed by hand', values, `${renderCell(values)}\n`, { byHand: true, fields: [] }]
  ])('asks before it changes one that %s, and leaves it by default', async (_name, written, source, question) => {
    const { model, notebook } = withCell(written, source);
    const leave = questions({ replace: vi.fn(() => Promise.resolve(false)) });
    expect(await putConfigCell(() => notebook, options({ questions: leave }))).toMatchObject({ kind: 'left' });
    expect(model.sharedModel.getCell(1).getSource()).toBe(source);
    expect(leave.replace).toHaveBeenCalledWith({
      notebook: 'mnist.ipynb',
      present: source,
      proposed: renderCell(values),
      ...question
    });

    const replace = questions({ replace: vi.fn(() => Promise.resolve(true)) });
    expect(await putConfigCell(() => notebook, options({ questions: replace }))).toMatchObject({ kind: 'updated' });
    expect(findConfigCells(model.sharedModel)).toMatchObject([{ index: 1, source: renderCell(values), values }]);
    expect(notebook.revealed).toEqual([1]);
  });

  it('asks again when the text changed while the question was open', async () => {
    const { model, notebook } = withCell(elsewhere);
    const shown: string[] = [];
    const answers = questions({
      replace: question => {
        shown.push(question.present);
        if (shown.length === 1) {
          model.sharedModel.getCell(1).setSource('# another person');
        }
        return Promise.resolve(shown.length < 2);
      }
    });
    expect(await putConfigCell(() => notebook, options({ questions: answers }))).toMatchObject({ kind: 'left' });
    expect(shown).toEqual([renderCell(elsewhere), '# another person']);
    expect(model.sharedModel.getCell(1).getSource()).toBe('# another person');
  });

  it('leaves a notebook that was closed while the question was open', async () => {
    const { model, notebook } = withCell(elsewhere);
    const answers = questions({
      replace: () => {
        model.dispose();
        return Promise.resolve(true);
      }
    });
    expect(await putConfigCell(() => notebook, options({ questions: answers }))).toMatchObject({ kind: 'left' });
    expect(notebook.revealed).toEqual([]);
  });

  it('keeps metadata that cannot be read from being overwritten in silence', async () => {
    const { model, notebook } = withCell(values);
    model.sharedModel.getCell(1).setMetadata(METADATA_KEY, { cell: 'sdk-config', schema: 9, values: {} });
    model.sharedModel.getCell(1).setSource('# from a later version');
    const answers = questions({ replace: vi.fn(() => Promise.resolve(false)) });
    expect(await putConfigCell(() => notebook, options({ questions: answers }))).toMatchObject({ kind: 'left' });
    expect(answers.replace).toHaveBeenCalledWith(expect.objectContaining({ byHand: true }));
  });
});

describe('several Config cells', () => {
  function copies() {
    const { model, notebook } = withCell(elsewhere);
    model.sharedModel.insertCell(3, {
      cell_type: 'code',
      source: renderCell(values),
      metadata: { [METADATA_KEY]: metadataOf(values) }
    });
    return { model, notebook };
  }

  it('are left as they are by default', async () => {
    const { model, notebook } = copies();
    const answers = questions({ choose: vi.fn(() => Promise.resolve(null)) });
    expect(await putConfigCell(() => notebook, options({ questions: answers }))).toMatchObject({ kind: 'left' });
    expect(findConfigCells(model.sharedModel)).toHaveLength(2);
  });

  it('become one when asked to, in one step', async () => {
    const { model, notebook } = copies();
    const answers = questions({
      choose: (_name, cells) => Promise.resolve({ cell: cells[1]!, removeOthers: true })
    });
    expect(await putConfigCell(() => notebook, options({ questions: answers }))).toMatchObject({ kind: 'updated' });
    expect(findConfigCells(model.sharedModel)).toMatchObject([{ index: 2, source: renderCell(values) }]);
    model.sharedModel.undo();
    expect(findConfigCells(model.sharedModel).map(cell => cell.index)).toEqual([1, 3]);
  });

  it('ask before the chosen one changes its registry', async () => {
    const { notebook } = copies();
    const answers = questions({
      choose: (_name, cells) => Promise.resolve({ cell: cells[0]!, removeOthers: false }),
      replace: vi.fn(() => Promise.resolve(false))
    });
    expect(await putConfigCell(() => notebook, options({ questions: answers }))).toMatchObject({ kind: 'left' });
    expect(answers.replace).toHaveBeenCalledOnce();
  });
});

describe('the Model part', () => {
  it('is written with what was asked for', async () => {
    const notebook = openOf(notebookModel());
    const answers = questions({ model: vi.fn(() => Promise.resolve(model)) });
    expect(await putConfigCell(() => notebook, options({ model: true, questions: answers }))).toMatchObject({
      kind: 'inserted',
      model: true
    });
    expect(answers.model).toHaveBeenCalledWith(REGISTRY, 'mnist.ipynb', undefined);
    expect(findConfigCells(notebook.shared)).toMatchObject([{ source: renderCell({ ...values, model }) }]);
  });

  it('is added to an untouched cell without another question', async () => {
    const { notebook } = withCell(values);
    const answers = questions({ model: () => Promise.resolve(model) });
    expect(await putConfigCell(() => notebook, options({ model: true, questions: answers }))).toMatchObject({
      kind: 'updated'
    });
  });

  it('is left out when the question is not answered', async () => {
    const notebook = openOf(notebookModel());
    const answers = questions({ model: () => Promise.resolve(null) });
    expect(await putConfigCell(() => notebook, options({ model: true, questions: answers }))).toMatchObject({
      kind: 'left'
    });
    expect(notebook.shared.canUndo()).toBe(false);
  });

  it('stays when the cell is updated, and moves to the new registry', async () => {
    const old = { ...elsewhere, model: { ...model, imageName: 'other.registry:5000/team/mnist:1' } };
    const { notebook } = withCell(old);
    const answers = questions({ replace: () => Promise.resolve(true) });
    await putConfigCell(() => notebook, options({ questions: answers }));
    expect(findConfigCells(notebook.shared)).toMatchObject([{ source: renderCell({ ...values, model }) }]);
  });

  it('is not replaced without a question', async () => {
    const { notebook } = withCell({ ...values, model });
    const answers = questions({
      model: () => Promise.resolve({ ...model, mainFile: 'other.py' }),
      replace: vi.fn(() => Promise.resolve(false))
    });
    expect(await putConfigCell(() => notebook, options({ model: true, questions: answers }))).toMatchObject({
      kind: 'left'
    });
    expect(answers.replace).toHaveBeenCalledWith(expect.objectContaining({ fields: ['model'] }));
  });
});
