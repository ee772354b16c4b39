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

/**
 * @param stream - where the text goes
 * @param noColour - value of NO_COLOR: any text but the empty one switches colour off (no-color.org)
 */
export function styleFor(stream: { isTTY?: boolean; columns?: number }, noColour: string | undefined): Style {
  const colour = stream.isTTY === true && !isDumb() && (noColour === undefined || noColour === '');
  return {
    width: Math.min(Math.max(stream.columns ?? 100, 40), 100),
    paint: (name, text) => {
      const [on, off] = CODES[name];
      return colour ? `\u001b[${on}m${text}\u001b[${off}m` : text;
    }
  };
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
    if (!empty && line.length + 1 + word.length > width) {
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
