import type { IOutput } from '@jupyterlab/nbformat';
import type { IOutputs } from './outputs.ts';
import type { IFailedCell } from './tokens.ts';

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
