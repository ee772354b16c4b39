import type { CodeCell } from '@jupyterlab/cells';
import { NotebookActions, type INotebookTracker, type Notebook, type NotebookPanel } from '@jupyterlab/notebook';
import type { TranslationBundle } from '@jupyterlab/translation';
import type { PanelLayout } from '@lumino/widgets';
import { executedAt } from './age.ts';
import { WhyButton } from './button.ts';
import type { CellFailures } from './failures.ts';
import { hasError, hasSigns, outputText } from './outputs.ts';
import type { IFailedCell } from './tokens.ts';

export namespace FailureWatcher {
  export interface IOptions {
    tracker: INotebookTracker;
    failures: CellFailures;
    trans: TranslationBundle;
  }
}

/** Puts a button below every cell that failed, in notebooks that run and in notebooks that were saved. */
export class FailureWatcher {
  constructor(private readonly options: FailureWatcher.IOptions) {
    const { tracker } = options;
    tracker.forEach(panel => this.add(panel));
    tracker.widgetAdded.connect((_, panel) => this.add(panel));
    tracker.currentChanged.connect(() => this.tellLatest());
    tracker.activeCellChanged.connect(() => this.tellLatest());
    NotebookActions.executed.connect((_, { cell }) => {
      this.times.set(cell.model.id, Date.now());
      if (isCode(cell)) {
        void this.look(cell);
      }
    });
  }

  /** The failed cell that is active in the current notebook, else the one that ran last; null when none failed. */
  failedCell(): IFailedCell | null {
    const notebook = this.options.tracker.currentWidget?.content;
    const failed = notebook?.widgets.filter(isCode).filter(cell => this.buttons.has(cell)) ?? [];
    const active = failed.find(cell => cell === notebook?.activeCell);
    const last = failed.reduce<CodeCell | null>(
      (best, cell) => ((cell.model.executionCount ?? 0) >= (best?.model.executionCount ?? 0) ? cell : best),
      null
    );
    const cell = active ?? last;
    return cell === null ? null : this.describe(cell);
  }

  private add(panel: NotebookPanel): void {
    const { content } = panel;
    const scan = (): void => this.scan(content);
    const follow = (): void => {
      content.model?.cells.changed.connect(scan);
      scan();
    };
    content.modelChanged.connect(follow);
    void panel.context.ready.then(follow);
  }

  /** Looks at the cells that it does not know yet: saved outputs count like new ones. */
  private scan(notebook: Notebook): void {
    // The notebook makes the widgets of new cells with the same signal.
    void Promise.resolve().then(() => {
      for (const cell of notebook.isDisposed ? [] : notebook.widgets.filter(isCode)) {
        if (!this.known.has(cell)) {
          this.known.add(cell);
          cell.model.outputs.changed.connect(() => this.onOutputs(cell));
          cell.disposed.connect(() => this.tellLatest());
          void this.look(cell);
        }
      }
    });
  }

  /** While a cell prints only what is cheap is looked at. */
  private onOutputs(cell: CodeCell): void {
    if (hasError(cell.model.outputs)) {
      this.show(cell);
    } else if (cell.model.outputs.length === 0) {
      this.hide(cell);
    }
  }

  private async look(cell: CodeCell): Promise<void> {
    const { outputs } = cell.model;
    if (hasError(outputs)) {
      this.show(cell);
      return;
    }
    const text = outputText(outputs);
    if (hasSigns(text) && (await this.options.failures.knows(text)) && !cell.isDisposed) {
      this.show(cell);
    } else {
      this.hide(cell);
    }
  }

  private show(cell: CodeCell): void {
    if (!this.buttons.has(cell)) {
      const button = new WhyButton(this.options.trans, () => void this.options.failures.explain(this.describe(cell)));
      this.buttons.set(cell, button);
      // A cell that was never on the screen has no parts yet, and they are put in order only once.
      void cell.ready.then(() => {
        if (!cell.isDisposed && this.buttons.get(cell) === button) {
          (cell.layout as PanelLayout).addWidget(button);
        }
      });
    }
    this.tellLatest();
  }

  private hide(cell: CodeCell): void {
    this.buttons.get(cell)?.dispose();
    this.buttons.delete(cell);
    this.tellLatest();
  }

  private tellLatest(): void {
    this.options.failures.latest = this.failedCell();
  }

  private describe({ model }: CodeCell): IFailedCell {
    return {
      id: model.id,
      count: model.executionCount,
      ranAt: this.times.get(model.id) ?? executedAt(model.getMetadata('execution')),
      outputs: model.outputs
    };
  }

  private readonly known = new WeakSet<CodeCell>();
  private readonly buttons = new WeakMap<CodeCell, WhyButton>();
  /** When cells ran in this page, by id. */
  private readonly times = new Map<string, number>();
}

function isCode(cell: { readonly model: { readonly type: string } }): cell is CodeCell {
  return cell.model.type === 'code';
}
