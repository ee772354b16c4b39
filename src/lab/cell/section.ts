import type { INotebookTracker, NotebookPanel } from '@jupyterlab/notebook';
import type { TranslationBundle } from '@jupyterlab/translation';
import type { IDisposable } from '@lumino/disposable';
import { Signal, type ISignal } from '@lumino/signaling';
import { cellPlan, type CellValues } from '../../common/cell.ts';
import type { Finding } from '../../common/report.ts';
import { findingTexts } from '../panel/shared/texts.ts';
import type { INotebookRow, INotebookSection, IRegistryChecks } from '../tokens.ts';
import { cellFindings, obstacleFinding } from './findings.ts';
import { findConfigCells } from './find.ts';
import { isPython, listenToKernel } from './language.ts';
import { obstacleOf, openNotebook, type IOpenNotebook } from './notebook.ts';
import { cellState } from './state.ts';
import { shortName } from './texts.ts';

export interface INotebookSectionOptions {
  readonly checks: IRegistryChecks;
  /** null where the application has no notebooks. */
  readonly tracker: INotebookTracker | null;
  readonly trans: TranslationBundle;
  /** Brings a notebook's panel to the front. */
  readonly activate: (id: string) => void;
}

/** Watches the current notebook and says in rows how its Config cell stands to what the checks found. */
export class NotebookSection implements INotebookSection, IDisposable {
  constructor(private readonly options: INotebookSectionOptions) {
    options.checks.stateChanged.connect(this.update, this);
    options.tracker?.currentChanged.connect(this.onCurrentChanged, this);
    this.onCurrentChanged();
  }

  get rows(): readonly INotebookRow[] {
    return this._rows;
  }

  get changed(): ISignal<this, void> {
    return this._changed;
  }

  get isDisposed(): boolean {
    return this._isDisposed;
  }

  dispose(): void {
    if (this.isDisposed) {
      return;
    }
    this._isDisposed = true;
    this.leave();
    Signal.clearData(this);
  }

  /** The notebook that a cell would go into; null when none is open. */
  current(): IOpenNotebook | null {
    return this._panel === null ? null : openNotebook(this._panel, this.options.activate);
  }

  private onCurrentChanged(): void {
    const panel = this.options.tracker?.currentWidget ?? null;
    if (panel !== this._panel) {
      this.leave();
      this._panel = panel;
      if (panel !== null) {
        this.enter(panel);
      }
    }
    this.update();
  }

  private enter(panel: NotebookPanel): void {
    const { context, content } = panel;
    panel.disposed.connect(this.onPanelDisposed, this);
    context.pathChanged.connect(this.update, this);
    context.sessionContext.kernelChanged.connect(this.onKernelChanged, this);
    content.modelChanged.connect(this.onModelChanged, this);
    this.onModelChanged();
    this.onKernelChanged();
    void context.ready.then(() => this.update());
  }

  private leave(): void {
    const panel = this._panel;
    this._panel = null;
    if (panel === null || panel.isDisposed) {
      return;
    }
    panel.disposed.disconnect(this.onPanelDisposed, this);
    panel.context.pathChanged.disconnect(this.update, this);
    panel.context.sessionContext.kernelChanged.disconnect(this.onKernelChanged, this);
    panel.content.modelChanged.disconnect(this.onModelChanged, this);
    panel.content.model?.contentChanged.disconnect(this.update, this);
    panel.content.model?.stateChanged.disconnect(this.update, this);
  }

  private onPanelDisposed(): void {
    this._panel = null;
    this.update();
  }

  private onModelChanged(): void {
    const model = this._panel?.content.model;
    model?.contentChanged.connect(this.update, this);
    model?.stateChanged.connect(this.update, this);
    this.update();
  }

  private onKernelChanged(): void {
    const panel = this._panel;
    if (panel !== null) {
      listenToKernel({ sessionContext: panel.context.sessionContext, model: panel.content.model }, () => this.update());
    }
    this.update();
  }

  /** Makes the rows anew; tells it only when they differ, for this runs at every key that is pressed. */
  private update(): void {
    if (this.isDisposed) {
      return;
    }
    const { checks, trans } = this.options;
    const { context } = checks.state;
    const plan = context === null ? null : cellPlan(context.registry, context.cell);
    const rows = notebookRows(this.current(), plan?.ok === true ? plan.values : null, trans);
    const signature = JSON.stringify(rows);
    if (signature !== this._signature) {
      this._signature = signature;
      this._rows = rows;
      this._changed.emit();
    }
  }

  private _panel: NotebookPanel | null = null;
  private _rows: readonly INotebookRow[] = [];
  private _signature = '';
  private _isDisposed = false;
  private readonly _changed = new Signal<this, void>(this);
}

/**
 * The rows about a notebook and its Config cell.
 *
 * @param plan - what the cell should say; null while that is not known
 */
export function notebookRows(
  notebook: IOpenNotebook | null,
  plan: CellValues | null,
  trans: TranslationBundle
): INotebookRow[] {
  const obstacle = obstacleOf(notebook);
  const about = obstacle === null ? null : obstacleFinding(obstacle, notebook);
  const title = trans.__('Notebook');
  const rows: INotebookRow[] = [
    obstacle === null
      ? { title, summary: shortName(notebook?.name ?? ''), state: 'pass' }
      : about === null
        ? { title, summary: trans.__('still loading'), state: 'unknown' }
        : rowOf(title, [about], trans)
  ];
  if (notebook === null || !notebook.ready || !isPython(notebook.language)) {
    return rows;
  }
  const state = cellState(findConfigCells(notebook.shared), plan);
  const cell = trans.__('Config cell');
  switch (state.kind) {
    case 'same':
      rows.push({ id: 'config-cell', title: cell, summary: trans.__('up to date'), state: 'pass' });
      break;
    case 'written':
      rows.push({
        id: 'config-cell',
        title: cell,
        summary: trans.__('for %1', state.cell.values?.registry ?? ''),
        state: 'info'
      });
      break;
    default:
      rows.push({ id: 'config-cell', ...rowOf(cell, cellFindings(state, notebook), trans) });
  }
  return rows;
}

function rowOf(title: string, findings: readonly Finding[], trans: TranslationBundle): INotebookRow {
  const first = findings[0];
  const summary = first === undefined ? '' : findingTexts(first, trans).short;
  if (first === undefined || first.severity === 'info') {
    return { title, summary, state: 'info', findings };
  }
  return { title, summary, state: 'fail', severity: first.severity, findings };
}
