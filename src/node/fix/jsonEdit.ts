import type { JsonMember, JsonNode, Position } from '../docker/json.ts';

/**
 * Changes single places of a JSON text and leaves every other character as it is. The text has been read before, so it
 * is known to be JSON; one character stands for one byte (Latin-1), so that bytes of any encoding come through.
 */

/** One replacement: what stands from `start` to `end` becomes `text`. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

type ObjectNode = JsonNode & { type: 'object' };

/** Makes the replacements; they must not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((result, edit) => result.slice(0, edit.start) + edit.text + result.slice(edit.end), text);
}

/** Where a place of the reader stands in the text. */
export function offsetOf(text: string, { line, column }: Position): number {
  let start = 0;
  for (let count = 1; count < line; count += 1) {
    start = text.indexOf('\n', start) + 1;
  }
  return start + column - 1;
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (text[at] !== '"') {
    at += text[at] === '\\' ? 2 : 1;
  }
  return at + 1;
}

/** Where the value that begins at an offset ends. */
export function endOfValue(text: string, start: number): number {
  let depth = 0;
  let at = start;
  do {
    const character = text[at] as string;
    if (character === '"') {
      at = endOfString(text, at);
    } else if ('{['.includes(character)) {
      depth += 1;
      at += 1;
    } else if ('}]'.includes(character)) {
      depth -= 1;
      at += 1;
    } else if (depth === 0) {
      return start + (/^[^\s,:{}[\]"]+/.exec(text.slice(start, start + 400))?.[0].length ?? 0);
    } else {
      at += 1;
    }
  } while (depth > 0);
  return at;
}

/** How members of an object are laid out. */
export interface Layout {
  /** Line break and indent before a member; empty or blanks when all stand on one line. */
  gap: string;
  /** What one more level is indented by. */
  unit: string;
  /** From a name to its value, with the colon. */
  colon: string;
}

const onLines = ({ gap }: Layout): boolean => gap.includes('\n');

/** Blanks before a member: the last line break and the indent, or what stands between it and its neighbour. */
function gapBefore(text: string, member: JsonMember): string {
  const at = offsetOf(text, member.at);
  const blanks = /[ \t\r\n]*$/.exec(text.slice(Math.max(0, at - 1000), at))?.[0] ?? '';
  return /\r?\n[ \t]*$/.exec(blanks)?.[0] ?? blanks;
}

function colonOf(text: string, member: JsonMember): string {
  return text.slice(endOfString(text, offsetOf(text, member.at)), offsetOf(text, member.value));
}

/** The layout of one level deeper. */
export function deeper(layout: Layout): Layout {
  return onLines(layout) ? { ...layout, gap: layout.gap + layout.unit } : layout;
}

/** The layout in which docker writes its config. */
export const DOCKER_LAYOUT: Layout = { gap: '\n\t', unit: '\t', colon: ': ' };

/**
 * How the members of the outermost object stand.
 *
 * @param root - the object; docker's own layout when it is empty
 */
export function layoutOf(text: string, root: ObjectNode): Layout {
  const [first] = root.members;
  if (first === undefined) {
    return DOCKER_LAYOUT;
  }
  const gap = gapBefore(text, first);
  return { gap, unit: gap.replace(/^\r?\n/, '') || '  ', colon: colonOf(text, first) };
}

/** The layout of a member's neighbours, for its own value. */
export function layoutAt(text: string, member: JsonMember, root: Layout): Layout {
  return { ...root, gap: gapBefore(text, member), colon: colonOf(text, member) };
}

/** An object of one member, laid out as a value of a member with this layout. */
export function objectText(name: string, value: string, layout: Layout): string {
  const inner = deeper(layout);
  return onLines(layout)
    ? `{${inner.gap}${JSON.stringify(name)}${layout.colon}${value}${layout.gap}}`
    : `{${JSON.stringify(name)}${layout.colon}${value}}`;
}

/** Replaces the value of a member. */
export function replaceValue(text: string, member: JsonMember, value: string): Edit {
  const start = offsetOf(text, member.value);
  return { start, end: endOfValue(text, start), text: value };
}

/**
 * Adds a member behind the last one of an object.
 *
 * @param object - the object as it was read
 * @param value - text of the member's value
 * @param layout - how its members stand, or would stand
 */
export function addMember(text: string, object: ObjectNode, name: string, value: string, layout: Layout): Edit {
  const last = object.members.at(-1);
  const member = `${JSON.stringify(name)}${layout.colon}${value}`;
  if (last !== undefined) {
    const end = endOfValue(text, offsetOf(text, last.value));
    const gap = onLines(layout) || object.members.length === 1 ? layout.gap : gapBefore(text, last);
    return { start: end, end, text: `,${gap}${member}` };
  }
  const open = offsetOf(text, object);
  const closing = onLines(layout) ? layout.gap.slice(0, layout.gap.length - layout.unit.length) : '';
  return {
    start: open,
    end: endOfValue(text, open),
    text: `{${onLines(layout) ? layout.gap : ''}${member}${closing}}`
  };
}
