import { hasHidden } from './visible.ts';

const PLAIN = /^[\w@%+=:,./-]+$/;

/** Bytes of a text as `printf` of POSIX reads them: what is not plain as an octal number. */
function octal(text: string): string {
  const bytes = encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd'));
  return bytes
    .replace(/[^\w@+=:,./%-]/g, sign => `%${sign.charCodeAt(0).toString(16)}`)
    .replace(/%(..)/g, (_, hex: string) => `\\${Number.parseInt(hex, 16).toString(8).padStart(3, '0')}`);
}

/**
 * Quotes a value as one word for a POSIX shell when it holds anything but plain characters. A word with a character that
 * cannot be seen is written by its bytes, so that what is copied is what is meant.
 */
export function shellWord(text: string): string {
  if (PLAIN.test(text)) {
    return text;
  }
  if (!hasHidden(text)) {
    return `'${text.replaceAll("'", "'\\''")}'`;
  }
  // A shell drops line breaks at the end of what a command prints.
  return text.endsWith('\n') ? `$'${octal(text)}'` : `"$(printf '${octal(text)}')"`;
}

/** A word of a command line; of an option with its value behind "=" the value alone is quoted, as people write it. */
function quoted(word: string): string {
  const [, name = '', value = word] = /^(--[\w-]+=)([\s\S]*)$/.exec(word) ?? [];
  return `${name}${shellWord(value)}`;
}

/**
 * A command line of words. Values that begin with a hyphen stand behind `--`, where they are no options.
 *
 * @param command - program and what follows it, as it is
 * @param options - options with their values, as words that are not quoted yet
 * @param operands - values that are no options
 */
export function commandLine(command: string, options: readonly string[], operands: readonly string[]): string {
  const dashed = operands.some(operand => operand.startsWith('-'));
  const words = dashed ? [...options, '--', ...operands] : [...operands, ...options];
  return [command, ...words.map(quoted)].join(' ');
}
