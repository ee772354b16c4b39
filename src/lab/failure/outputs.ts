import type { IOutput } from '@jupyterlab/nbformat';

/** What of a cell's outputs this folder uses: a model of JupyterLab, or one of a test. */
export interface IOutputs {
  readonly length: number;
  get(index: number): { readonly type: string; toJSON(): IOutput };
}

/** Longest text that is read, in characters: the first and the last half of anything longer. */
const MOST_TEXT = 8_000_000;

/** Words without which no text of a registry comes: a quick look, before the catalogue of texts is loaded. */
const SIGNS =
  /x509|certificate|registr|kaniko|docker|ErrImage|ImagePull|unauthorized|denied|manifest|exceeded quota|admission webhook/i;

/** Whether the cell ended with an error. */
export function hasError(outputs: IOutputs): boolean {
  return indexes(outputs).some(index => outputs.get(index).type === 'error');
}

/** Everything that a cell printed, as a person sees it, in order. It stays in the page. */
export function outputText(outputs: IOutputs): string {
  const text = indexes(outputs)
    .map(index => textOf(outputs.get(index).toJSON()))
    .join('\n');
  return text.length <= MOST_TEXT ? text : `${text.slice(0, MOST_TEXT / 2)}\n${text.slice(-MOST_TEXT / 2)}`;
}

/** Whether a closer look at the text is worth it. */
export function hasSigns(text: string): boolean {
  return SIGNS.test(text);
}

function indexes(outputs: IOutputs): number[] {
  return Array.from({ length: outputs.length }, (_, index) => index);
}

/** Text of one output (nbformat 4, "Code cell outputs"); of those with several forms the plain one. */
function textOf(output: IOutput): string {
  switch (output.output_type) {
    case 'stream':
      return joined(output.text);
    case 'error': {
      const trace = joined(output.traceback, '\n');
      return trace === '' ? `${joined(output.ename)}: ${joined(output.evalue)}` : trace;
    }
    case 'display_data':
    case 'execute_result':
    case 'update_display_data': {
      const { data } = output;
      return typeof data === 'object' && data !== null && 'text/plain' in data ? joined(data['text/plain']) : '';
    }
    default:
      return '';
  }
}

/** A text, or its lines: a saved notebook may hold either, or something else altogether. */
function joined(value: unknown, between = ''): string {
  return Array.isArray(value)
    ? value.filter(item => typeof item === 'string').join(between)
    : typeof value === 'string'
      ? value
      : '';
}
