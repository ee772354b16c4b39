/**
 * A strict reader of JSON (RFC 8259) with positions, which keeps duplicate names and never quotes its input.
 *
 * `JSON.parse` is no choice here: its errors quote the file, it keeps the last duplicate only, and it does not say where a
 * value stands. What Go and Python make of the same text is decided on the tree.
 */

/** A place in the text; both count from 1, columns in UTF-16 units. */
export interface Position {
  line: number;
  column: number;
}

export interface JsonMember {
  name: string;
  at: Position;
  value: JsonNode;
}

export type JsonNode = Position &
  (
    | { type: 'object'; members: readonly JsonMember[] }
    | { type: 'array'; items: readonly JsonNode[] }
    | { type: 'string'; value: string }
    | { type: 'number' }
    | { type: 'boolean' }
    | { type: 'null' }
  );

/** Why a text is no JSON, in kinds that a person can act on. */
export type JsonFault = 'truncated' | 'comma' | 'quotes' | 'comment' | 'line-break' | 'too-deep' | 'other';

export type JsonResult =
  | {
      ok: true;
      root: JsonNode;
      /** Where text follows the first value; null when nothing but blanks does. */ trailing: Position | null;
    }
  | ({ ok: false; fault: JsonFault } & Position);

/** Deeper nesting is refused. Go refuses 10,000 levels, Python about 1,000; a Docker config has four. */
const MAX_DEPTH = 256;

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const LITERALS = [
  ['true', 'boolean'],
  ['false', 'boolean'],
  ['null', 'null']
] as const;
const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t'
};
const OTHER_QUOTES = /['`\u2018-\u201F\u00AB\u00BB\u2032\u2033]/;

/** Ends the reading at a place; caught by `readJson`, never seen outside. */
class Stop extends Error {
  readonly fault: JsonFault;
  readonly offset: number;

  constructor(fault: JsonFault, offset: number) {
    super(fault);
    this.fault = fault;
    this.offset = offset;
  }
}

class Reader {
  readonly #text: string;
  readonly #lineStarts: number[] = [0];
  #offset = 0;

  constructor(text: string) {
    this.#text = text;
    for (let next = text.indexOf('\n'); next >= 0; next = text.indexOf('\n', next + 1)) {
      this.#lineStarts.push(next + 1);
    }
  }

  position(offset: number): Position {
    let low = 0;
    let high = this.#lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#lineStarts[middle] as number) <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return { line: low + 1, column: offset - (this.#lineStarts[low] as number) + 1 };
  }

  /** Where something other than blanks follows; null at the end. */
  rest(): Position | null {
    this.#skip();
    return this.#offset < this.#text.length ? this.position(this.#offset) : null;
  }

  value(depth: number): JsonNode {
    this.#skip();
    const at = this.#offset;
    const position = this.position(at);
    switch (this.#text[at]) {
      case '{':
        return { ...position, type: 'object', members: this.#object(this.#deeper(depth)) };
      case '[':
        return { ...position, type: 'array', items: this.#array(this.#deeper(depth)) };
      case '"':
        return { ...position, type: 'string', value: this.#string() };
    }
    NUMBER.lastIndex = at;
    const number = NUMBER.exec(this.#text);
    if (number !== null) {
      this.#offset += number[0].length;
      return { ...position, type: 'number' };
    }
    for (const [word, type] of LITERALS) {
      if (this.#text.startsWith(word, at)) {
        this.#offset += word.length;
        return { ...position, type };
      }
    }
    throw this.#unexpected();
  }

  #deeper(depth: number): number {
    if (depth >= MAX_DEPTH) {
      throw new Stop('too-deep', this.#offset);
    }
    return depth + 1;
  }

  #object(depth: number): JsonMember[] {
    const members: JsonMember[] = [];
    this.#offset += 1;
    this.#skip();
    if (this.#take('}')) {
      return members;
    }
    do {
      this.#skip();
      const at = this.position(this.#offset);
      if (this.#text[this.#offset] !== '"') {
        throw this.#unexpected();
      }
      const name = this.#string();
      this.#skip();
      if (!this.#take(':')) {
        throw this.#unexpected();
      }
      members.push({ name, at, value: this.value(depth) });
      this.#skip();
    } while (this.#take(','));
    if (!this.#take('}')) {
      throw this.#unexpected();
    }
    return members;
  }

  #array(depth: number): JsonNode[] {
    const items: JsonNode[] = [];
    this.#offset += 1;
    this.#skip();
    if (this.#take(']')) {
      return items;
    }
    do {
      items.push(this.value(depth));
      this.#skip();
    } while (this.#take(','));
    if (!this.#take(']')) {
      throw this.#unexpected();
    }
    return items;
  }

  #string(): string {
    let value = '';
    let from = this.#offset + 1;
    for (let at = from; at < this.#text.length; at += 1) {
      const character = this.#text[at] as string;
      if (character === '"') {
        this.#offset = at + 1;
        return value + this.#text.slice(from, at);
      }
      if (character < ' ') {
        throw new Stop(character === '\n' || character === '\r' ? 'line-break' : 'other', at);
      }
      if (character === '\\') {
        const [text, length] = this.#escape(at + 1);
        value += this.#text.slice(from, at) + text;
        at += length;
        from = at + 1;
      }
    }
    throw new Stop('truncated', this.#text.length);
  }

  /** The text of an escape and the number of its characters after the backslash. */
  #escape(at: number): [string, number] {
    const character = this.#text[at];
    if (character === undefined) {
      throw new Stop('truncated', at);
    }
    if (character === 'u') {
      const digits = this.#text.slice(at + 1, at + 5);
      if (!/^[0-9a-fA-F]{4}$/.test(digits)) {
        throw new Stop(/^[0-9a-fA-F]*$/.test(digits) && at + 5 > this.#text.length ? 'truncated' : 'other', at);
      }
      return [String.fromCharCode(Number.parseInt(digits, 16)), 5];
    }
    const text = ESCAPES[character];
    if (text === undefined) {
      throw new Stop('other', at);
    }
    return [text, 1];
  }

  #skip(): void {
    while (' \t\n\r'.includes(this.#text[this.#offset] ?? '.')) {
      this.#offset += 1;
    }
  }

  #take(character: string): boolean {
    if (this.#text[this.#offset] !== character) {
      return false;
    }
    this.#offset += 1;
    return true;
  }

  #unexpected(): Stop {
    const at = this.#offset;
    const character = this.#text[at];
    if (character === undefined) {
      return new Stop('truncated', at);
    }
    if (OTHER_QUOTES.test(character)) {
      return new Stop('quotes', at);
    }
    if (character === '#' || (character === '/' && '/*'.includes(this.#text[at + 1] ?? '.'))) {
      return new Stop('comment', at);
    }
    // After a comma only a closing bracket is a comma too many; anything else is some other mistake.
    const before = this.#text.slice(0, at).trimEnd().at(-1);
    return new Stop(before === ',' && '}],'.includes(character) ? 'comma' : 'other', at);
  }
}

/**
 * Reads the first JSON value of a text.
 *
 * @param text - decoded text; its size is limited by whoever read the file
 * @returns the tree, or the kind and place of the first fault; never throws for any text
 */
export function readJson(text: string): JsonResult {
  const reader = new Reader(text);
  try {
    const root = reader.value(0);
    return { ok: true, root, trailing: reader.rest() };
  } catch (error) {
    if (error instanceof Stop) {
      return { ok: false, fault: error.fault, ...reader.position(error.offset) };
    }
    throw error;
  }
}
