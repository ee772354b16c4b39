import { visibleLines } from '../../common/visible.ts';
import { takesColour, withoutPaint } from './style.ts';

/**
 * The one way out for what the command says. Values from outside are made visible where they enter a text; here the whole
 * text is looked through once more, so that nothing but our own colours steers a terminal.
 */
function write(stream: NodeJS.WriteStream, text: string): void {
  const coloured = takesColour(stream, process.env['NO_COLOR']);
  stream.write(coloured ? withoutPaint(text, visibleLines) : visibleLines(text));
}

/** The result: standard output carries nothing else. */
export function print(text: string): void {
  write(process.stdout, text);
}

/** What is not the result: hints, progress, errors. */
export function tell(text: string): void {
  write(process.stderr, text);
}
