import { NotebookModel } from '@jupyterlab/notebook';
import { Signal } from '@lumino/signaling';
import type { CellContext, RunContext } from '../../common/protocol.ts';
import type { IRegistryChecks, IRegistryState } from '../tokens.ts';
import type { IOpenNotebook } from './notebook.ts';

/** Options of a notebook for the tests. */
export interface INotebookOptions {
  /** Number of code cells. */
  count?: number;
  /** JupyterLab's default: each cell has its own undo. */
  disableDocumentWideUndoRedo?: boolean;
}

/** A real notebook model with a few code cells and an empty undo history. */
export function notebookModel({ count = 3, disableDocumentWideUndoRedo = true }: INotebookOptions = {}): NotebookModel {
  const model = new NotebookModel({ disableDocumentWideUndoRedo });
  model.fromJSON({
    nbformat: 4,
    nbformat_minor: 5,
    metadata: {},
    cells: Array.from({ length: count }, (_, index) => ({
      cell_type: 'code' as const,
      id: `cell-${index}`,
      source: `print(${index})`,
      metadata: {},
      outputs: [],
      execution_count: null
    }))
  });
  model.sharedModel.clearUndoHistory();
  return model;
}

/** An open notebook around a real model; `revealed` keeps the cells that were scrolled to. */
export function openOf(
  model: NotebookModel,
  over: Partial<IOpenNotebook> = {}
): IOpenNotebook & { revealed: number[] } {
  const revealed: number[] = [];
  return {
    path: 'work/mnist.ipynb',
    name: 'mnist.ipynb',
    ready: true,
    get readOnly() {
      return model.readOnly;
    },
    writable: true,
    language: 'python',
    shared: model.sharedModel,
    activeIndex: 0,
    reveal: index => {
      revealed.push(index);
      return Promise.resolve();
    },
    ...over,
    revealed
  };
}

const DEFAULT_CELL: CellContext = {
  ok: true,
  caFile: { need: 'default', path: '/home/kubeflow/.tls/certificate.crt' },
  dockerConfig: { need: 'default', path: '/home/kubeflow/.docker/config.json' },
  awsCredentials: false
};

/** What a run finds out, for the Config cell. */
export function contextOf(registry: string | null, cell: CellContext = DEFAULT_CELL): RunContext {
  const place = (path: string): RunContext['places']['caFile'] => ({
    path,
    found: true,
    isDefault: true,
    changedAt: 0
  });
  return {
    registry,
    chosenBy: registry === null ? 'none' : 'only-private-entry',
    known: [],
    places: {
      dockerConfig: place('/home/kubeflow/.docker/config.json'),
      caFile: place('/home/kubeflow/.tls/certificate.crt')
    },
    cell
  };
}

/** Checks that run when the test says so. */
export class FakeChecks implements IRegistryChecks {
  /** @param found - what a run finds out; null when it cannot run */
  constructor(public found: RunContext | null) {}

  state: IRegistryState = {
    running: false,
    startedAt: null,
    rows: [],
    report: null,
    context: null,
    site: null,
    failure: null,
    finishedAt: null,
    since: new Map(),
    ended: null
  };
  chosen: string | null = null;
  readonly places = { dockerConfig: null, caFile: null };
  readonly stateChanged = new Signal<this, void>(this);
  runs = 0;

  run(): Promise<void> {
    this.runs += 1;
    this.set({ context: this.found });
    return Promise.resolve();
  }

  /** As after a run. */
  ran(): this {
    this.set({ context: this.found });
    return this;
  }

  set(part: Partial<IRegistryState>): void {
    this.state = { ...this.state, ...part };
    this.stateChanged.emit();
  }

  look(): Promise<void> {
    return Promise.resolve();
  }

  cancel(): void {
    this.set({ running: false });
  }

  choose(registry: string | null): void {
    this.chosen = registry;
  }

  setPlaces(): void {
    this.stateChanged.emit();
  }
}
