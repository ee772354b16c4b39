/** Where a text goes. */
export interface Target {
  isTTY?: boolean;
  columns?: number;
}

/** Writes for a terminal or a pipe: colour is never the only sign and only for terminals that want it. */
export interface Style {
  width: number;
  paint(colour: Colour, text: string): string;
}

export type Colour = 'red' | 'yellow' | 'green' | 'grey' | 'bold';

const CODES: Readonly<Record<Colour, readonly [number, number]>> = {
  red: [31, 39],
  yellow: [33, 39],
  green: [32, 39],
  grey: [90, 39],
  bold: [1, 22]
};

const PAINT = /(\u001b\[(?:1|22|31|32|33|39|90)m)/;

/** Changes a text but for the colours that `paint` put into it. */
export function withoutPaint(text: string, change: (part: string) => string): string {
  return text
    .split(PAINT)
    .map((part, index) => (index % 2 === 1 ? part : change(part)))
    .join('');
}

/** How many columns a text takes: colours take none. */
function columnsOf(text: string): number {
  return [
    ...text
      .split(PAINT)
      .filter((_, index) => index % 2 === 0)
      .join('')
  ].length;
}

/** Width of what is read elsewhere: in a file, a pipe, a message. */
const USUAL_WIDTH = 100;
const NARROWEST = 40;
const WIDEST = 100;

/**
 * @param stream - where the text goes
 * @param noColour - value of NO_COLOR: any text but the empty one switches colour off (no-color.org)
 */
export function styleFor(stream: Target, noColour: string | undefined): Style {
  const colour = takesColour(stream, noColour);
  return {
    // A terminal that does not know its size says 0.
    width: Math.min(Math.max(stream.columns || USUAL_WIDTH, NARROWEST), WIDEST),
    paint: (name, text) => {
      const [on, off] = CODES[name];
      return colour ? `\u001b[${on}m${text}\u001b[${off}m` : text;
    }
  };
}

/** Whether colours are wanted there. */
export function takesColour(stream: Target, noColour: string | undefined): boolean {
  return stream.isTTY === true && !isDumb() && (noColour === undefined || noColour === '');
}

/** Whether the terminal takes nothing but plain text, as a shell inside of an editor does. */
export function isDumb(): boolean {
  return process.env.TERM === 'dumb';
}

/** Breaks a text at blanks; a word longer than the line stays whole, so that it can be copied. */
export function wrap(text: string, width: number, indent: string, firstIndent = indent): string {
  const lines: string[] = [];
  let line = firstIndent;
  let empty = true;
  for (const word of text.split(/\s+/).filter(part => part !== '')) {
    if (!empty && columnsOf(line) + 1 + columnsOf(word) > width) {
      lines.push(line);
      line = indent;
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  lines.push(line);
  return lines.join('\n');
}

/** What went wrong with the command line; on a terminal broken to its width, elsewhere one line. */
export function usageText(message: string, target: Target): string {
  const text = `kaptain-registry: ${message}`;
  return target.isTTY === true ? `${wrap(text, styleFor(target, '').width, '  ', '')}\n` : `${text}\n`;
}
