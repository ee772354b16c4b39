import type { NotebookModel, NotebookPanel, INotebookTracker } from '@jupyterlab/notebook';
import { nullTranslator } from '@jupyterlab/translation';
import { Signal } from '@lumino/signaling';
import { describe, expect, it } from 'vitest';
import { renderCell, type CellValues } from '../../common/cell.ts';
import { CommandIDs } from '../tokens.ts';
import { METADATA_KEY, metadataOf } from './find.ts';
import { NotebookSection, notebookRows } from './section.ts';
import { contextOf, FakeChecks, notebookModel, openOf } from './testing.ts';
import { insertConfigCell } from './write.ts';

const trans = nullTranslator.load('test');
const REGISTRY = 'my.private.registry:5000';
const values: CellValues = { registry: REGISTRY, caFile: { need: 'default' }, dockerConfig: { need: 'default' } };
const other: CellValues = { ...values, registry: 'other.registry:5000' };

/** What of a notebook panel the section listens to, around a real model. */
function panelOf(model: NotebookModel, { kernel = null as unknown, language = 'python' } = {}) {
  const owner = {};
  const panel = {
    id: 'panel',
    isDisposed: false,
    disposed: new Signal<object, void>(owner),
    revealed: Promise.resolve(),
    context: {
      path: 'work/mnist.ipynb',
      isReady: true,
      ready: Promise.resolve(),
      contentsModel: { writable: true },
      pathChanged: new Signal<object, string>(owner),
      sessionContext: {
        session: kernel === null ? null : { kernel },
        kernelPreference: {},
        specsManager: { specs: { default: 'k', kernelspecs: { k: { language } } } },
        kernelChanged: new Signal<object, void>(owner)
      }
    },
    content: {
      model,
      modelChanged: new Signal<object, void>(owner),
      activeCellIndex: 0,
      deselectAll: () => undefined,
      scrollToItem: () => Promise.resolve()
    }
  };
  model.setMetadata('kernelspec', { name: 'k', display_name: 'K' });
  return panel;
}

function trackerOf() {
  const tracker = { currentWidget: null as unknown, currentChanged: new Signal<object, unknown>({}) };
  return {
    tracker: tracker as unknown as INotebookTracker,
    show: (panel: unknown) => {
      tracker.currentWidget = panel;
      tracker.currentChanged.emit(panel as NotebookPanel);
    }
  };
}

const summaries = (section: NotebookSection): string[] =>
  section.rows.map(row => `${row.title}: ${row.summary} (${row.state})`);

describe('rows', () => {
  it.each([
    ['no notebook', null, ['KR-SDK-001']],
    ['loading', { ready: false }, []],
    ['read-only', { readOnly: true }, ['KR-SDK-019', 'KR-SDK-007']],
    ['not Python', { language: 'R' }, ['KR-SDK-004']],
    ['no cell yet', {}, ['KR-SDK-007']]
  ])('%s', (_name, over, codes) => {
    const rows = notebookRows(over === null ? null : openOf(notebookModel(), over), values, trans);
    expect(rows.flatMap(row => row.findings ?? []).map(finding => finding.code)).toEqual(codes);
    expect(rows.every(row => row.state !== 'fail')).toBe(true);
    expect(rows.every(row => row.summary !== '')).toBe(true);
  });

  it.each([
    ['up to date', values, renderCell(values), 'pass', 'up to date', []],
    ['out of date', other, renderCell(other), 'fail', 'differs: registry', ['KR-SDK-008']],
    ['changed by hand', values, '# mine', 'info', 'changed by hand', ['KR-SDK-009']]
  ] as const)('%s', (_name, written, source, state, summary, codes) => {
    const model = notebookModel();
    model.sharedModel.insertCell(0, { cell_type: 'code', source, metadata: { [METADATA_KEY]: metadataOf(written) } });
    const row = notebookRows(openOf(model), values, trans)[1];
    expect(row).toMatchObject({ state, summary });
    expect(row?.title).toBe('Config cell');
    expect((row?.findings ?? []).map(finding => finding.code)).toEqual(codes);
    expect((row?.findings ?? []).every(finding => finding.fix[0]?.action === CommandIDs.insertConfigCell)).toBe(true);
  });

  it('names several copies and a locked cell', () => {
    const model = notebookModel();
    const mark = { [METADATA_KEY]: metadataOf(other) };
    model.sharedModel.insertCell(0, {
      cell_type: 'code',
      source: renderCell(other),
      metadata: { ...mark, editable: false }
    });
    expect(
      notebookRows(openOf(model), values, trans)[1]?.findings?.map(finding => [finding.code, finding.variant])
    ).toEqual([
      ['KR-SDK-008', undefined],
      ['KR-SDK-019', 'cell-locked']
    ]);
    model.sharedModel.insertCell(0, { cell_type: 'code', source: '', metadata: mark });
    expect(notebookRows(openOf(model), values, trans)[1]).toMatchObject({
      state: 'fail',
      severity: 'warning',
      findings: [{ code: 'KR-SDK-021', args: { count: 2 } }]
    });
  });

  it('says what the cell is for while nothing is known to compare it with', () => {
    const model = notebookModel();
    insertConfigCell(model.sharedModel, 0, values);
    expect(notebookRows(openOf(model), null, trans)[1]).toMatchObject({ summary: `for ${REGISTRY}`, state: 'info' });
  });

  it('fill every place of their texts', () => {
    const model = notebookModel();
    insertConfigCell(model.sharedModel, 0, other);
    const all = [
      ...notebookRows(openOf(model), values, trans),
      ...notebookRows(openOf(notebookModel(), { readOnly: true }), values, trans),
      ...notebookRows(openOf(notebookModel(), { language: 'R' }), values, trans)
    ];
    expect(JSON.stringify(all)).not.toMatch(/\{[a-z]+\}/i);
  });
});

describe('the section', () => {
  it('follows the current notebook, its cells and the checks', () => {
    const checks = new FakeChecks(contextOf(REGISTRY));
    const { tracker, show } = trackerOf();
    const section = new NotebookSection({ checks, tracker, trans, activate: () => undefined });
    expect(summaries(section)).toEqual(['Notebook: none open (info)']);

    const model = notebookModel();
    show(panelOf(model));
    expect(summaries(section)).toEqual(['Notebook: mnist.ipynb (pass)', 'Config cell: none yet (info)']);
    insertConfigCell(model.sharedModel, 0, other);
    expect(summaries(section)[1]).toBe('Config cell: for other.registry:5000 (info)');
    checks.ran();
    expect(summaries(section)[1]).toBe('Config cell: differs: registry (fail)');
    model.sharedModel.getCell(0).setSource('# mine');
    expect(summaries(section)[1]).toBe('Config cell: changed by hand (info)');
    model.readOnly = true;
    expect(summaries(section)[0]).toBe('Notebook: read-only (info)');
    show(null);
    expect(summaries(section)).toEqual(['Notebook: none open (info)']);
  });

  it('says nothing when nothing changed', () => {
    const { tracker, show } = trackerOf();
    const section = new NotebookSection({ checks: new FakeChecks(null), tracker, trans, activate: () => undefined });
    const model = notebookModel({ count: 1000 });
    show(panelOf(model));
    const { rows } = section;
    let changes = 0;
    section.changed.connect(() => {
      changes += 1;
    });
    model.sharedModel.getCell(999).setSource('print("typing")');
    expect(changes).toBe(0);
    expect(section.rows).toBe(rows);
    section.dispose();
  });

  it('learns the language from the kernel when it tells it, and waits for none', async () => {
    const { tracker, show } = trackerOf();
    let tell: (info: unknown) => void = () => undefined;
    const info = new Promise(resolve => {
      tell = resolve;
    });
    const section = new NotebookSection({ checks: new FakeChecks(null), tracker, trans, activate: () => undefined });
    show(panelOf(notebookModel(), { kernel: { id: 'kernel-of-this-test', name: 'k', info }, language: 'python' }));
    expect(summaries(section)[0]).toBe('Notebook: mnist.ipynb (pass)');
    tell({ language_info: { name: 'R' } });
    await info;
    expect(summaries(section)).toEqual(['Notebook: language is R (info)']);
  });

  it('works without notebooks, and leaves no connection behind', () => {
    const alone = new NotebookSection({
      checks: new FakeChecks(null),
      tracker: null,
      trans,
      activate: () => undefined
    });
    expect(summaries(alone)).toEqual(['Notebook: none open (info)']);

    const checks = new FakeChecks(contextOf(REGISTRY));
    const { tracker, show } = trackerOf();
    const model = notebookModel();
    const section = new NotebookSection({ checks, tracker, trans, activate: () => undefined });
    show(panelOf(model));
    let changes = 0;
    section.changed.connect(() => {
      changes += 1;
    });
    section.dispose();
    section.dispose();
    insertConfigCell(model.sharedModel, 0, other);
    checks.ran();
    show(null);
    expect(changes).toBe(0);
  });

  it('forgets a notebook that was closed', () => {
    const { tracker, show } = trackerOf();
    const section = new NotebookSection({ checks: new FakeChecks(null), tracker, trans, activate: () => undefined });
    const panel = panelOf(notebookModel());
    show(panel);
    panel.isDisposed = true;
    panel.disposed.emit();
    expect(summaries(section)).toEqual(['Notebook: none open (info)']);
    expect(section.current()).toBeNull();
  });
});
