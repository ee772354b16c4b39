/**
 * Text from outside, made safe to show: what steers a terminal or a page, changes the order of letters or cannot be
 * seen is written as its number. Everything from outside passes here before it becomes part of a text.
 */

/**
 * Controls (C0, C1), format characters (directions, zero width, tags), line and paragraph separators, halves of
 * surrogate pairs, private and unassigned characters, and those that are drawn as nothing.
 */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cn}\p{Co}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;
const EACH_HIDDEN = new RegExp(HIDDEN, 'gu');
/** What looks like a number of `visible` in the text itself. */
const LOOKALIKE = /\\(?=u(?:[0-9a-f]{4}|\{[0-9a-f]{5,6}\}))/g;
const NUMBER = /\\u(?:([0-9a-f]{4})|\{([0-9a-f]{5,6})\})/g;

function numberOf(character: string): string {
  const hex = (character.codePointAt(0) ?? 0).toString(16);
  return hex.length > 4 ? `\\u{${hex}}` : `\\u${hex.padStart(4, '0')}`;
}

/** Whether a text holds a character that `visible` writes as a number. */
export function hasHidden(text: string): boolean {
  return HIDDEN.test(text);
}

/**
 * Writes hidden characters as numbers: U+202E becomes `\u202e`. Two different texts stay different.
 *
 * @param text - a value from outside
 */
export function visible(text: string): string {
  return text.replace(LOOKALIKE, '\\u005c').replace(EACH_HIDDEN, numberOf);
}

/** The text before `visible`. */
export function restored(text: string): string {
  return text.replace(NUMBER, (_, short: string | undefined, long: string | undefined) =>
    String.fromCodePoint(Number.parseInt(short ?? long ?? '', 16))
  );
}

/** A piece of data in which every text is free of hidden characters; texts that are visible already stay. */
export function visibleData<T>(data: T): T;
export function visibleData(data: unknown): unknown {
  if (typeof data === 'string') {
    return data.replace(EACH_HIDDEN, numberOf);
  }
  if (Array.isArray(data)) {
    return data.map(item => visibleData<unknown>(item));
  }
  return typeof data === 'object' && data !== null
    ? Object.fromEntries(Object.entries(data).map(([name, value]) => [name, visibleData<unknown>(value)]))
    : data;
}

/** A text that is ready to be printed: the same, but for its line breaks, which are our own. */
export function visibleLines(text: string): string {
  return text.replace(EACH_HIDDEN, character => (character === '\n' ? character : numberOf(character)));
}

/** Data as JSON in which no character is hidden; read back, it is the same. */
export function visibleJson(data: unknown): string {
  const units = (character: string): string =>
    character === '\n'
      ? character
      : Array.from({ length: character.length }, (_, at) => numberOf(character.charAt(at))).join('');
  return JSON.stringify(data, null, 2).replace(EACH_HIDDEN, units);
}

/** A text as a double-quoted scalar of YAML (1.1 and 1.2, 5.7) in which no character is hidden. */
export function visibleYaml(text: string): string {
  return JSON.stringify(text).replace(EACH_HIDDEN, character =>
    numberOf(character)
      .replace(/\{(.*)\}/, (_, hex: string) => hex.padStart(8, '0'))
      .replace(/^\\u(?=.{8}$)/, '\\U')
  );
}
