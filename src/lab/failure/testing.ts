import type { IOutput } from '@jupyterlab/nbformat';
import { Signal } from '@lumino/signaling';
import type { IOutputs } from './outputs.ts';
import type { ICellFailures, IFailedCell, IFailureState } from './tokens.ts';

/** Outputs as the model of a cell gives them. */
export function outputsOf(items: readonly IOutput[]): IOutputs {
  return {
    length: items.length,
    get: index => {
      const item = items[index] as IOutput;
      return { type: item.output_type, toJSON: () => item };
    }
  };
}

/** A cell that ended with an error of this text. */
export function failedCell(text: string, over: Partial<IFailedCell> = {}): IFailedCell {
  const outputs = outputsOf([{ output_type: 'error', ename: 'Error', evalue: '', traceback: text.split('\n') }]);
  return { id: 'cell-1', count: 3, ranAt: null, outputs, ...over };
}

/** Explains every cell with one sentence. */
export class FakeFailures implements ICellFailures {
  readonly changed = new Signal<this, void>(this);
  latest: IFailedCell | null = failedCell('Error');
  current: IFailureState | null = null;

  explain(cell: IFailedCell): Promise<void> {
    this.current = {
      cell: { ...cell },
      state: 'said',
      headline: 'The image builder was refused.',
      causes: [],
      next: null,
      finding: null,
      offers: [],
      pushTest: null,
      checking: false,
      age: null
    };
    this.changed.emit();
    return Promise.resolve();
  }

  check = (): Promise<void> => Promise.resolve();
  testPush = (): Promise<void> => Promise.resolve();

  close(): void {
    this.current = null;
    this.changed.emit();
  }
}
