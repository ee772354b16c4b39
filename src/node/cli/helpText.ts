import { wrap } from './style.ts';

/** Help of one command. Lines are broken to the width of the terminal when it is shown. */
export interface Help {
  /** What the command does: one sentence or two. */
  about: string;
  /** Forms of the command line. */
  usage: readonly string[];
  /** Paragraphs before the options. */
  notes?: readonly string[];
  options?: readonly (readonly [option: string, text: string])[];
  /** Paragraphs behind them. */
  end?: readonly string[];
}

/** Longest option that still has its text beside it. */
const MOST_BESIDE = 28;
/** On a narrower terminal every text stands below its option. */
const LEAST_BESIDE = 60;
const BELOW = 6;

function optionLines([option, text]: readonly [string, string], column: number, width: number): string {
  const lead = `  ${option}`;
  if (width >= LEAST_BESIDE && lead.length + 2 <= column) {
    return wrap(text, width, ' '.repeat(column), lead.padEnd(column));
  }
  const indent = ' '.repeat(width >= LEAST_BESIDE ? column : BELOW);
  return `${wrap(lead.trim(), width, '    ', '  ')}\n${wrap(text, width, indent)}`;
}

/**
 * Help as text.
 *
 * @param width - columns of the terminal
 */
export function helpText({ about, usage, notes = [], options = [], end = [] }: Help, width: number): string {
  const longest = Math.max(0, ...options.map(([option]) => option.length).filter(length => length <= MOST_BESIDE));
  const parts = [
    wrap(about, width, ''),
    usage.map((line, index) => wrap(line, width, '         ', index === 0 ? 'Usage: ' : '       ')).join('\n'),
    ...notes.map(note => wrap(note, width, '')),
    options.map(item => optionLines(item, longest + 4, width)).join('\n'),
    ...end.map(note => wrap(note, width, '  ', ''))
  ];
  return `${parts.filter(part => part !== '').join('\n\n')}\n`;
}
