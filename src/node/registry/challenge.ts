/** Longest header value that is read, and most challenges and parameters that are kept. */
const LONGEST = 8192;
const MOST_CHALLENGES = 10;
const MOST_PARAMETERS = 20;

const TOKEN = /[!#$%&'*+\-.^_`|~0-9A-Za-z]+/y;
const TOKEN68 = /[A-Za-z0-9\-._~+/]+=*(?=[ \t]*(?:,|$))/y;
const SPACE = /[ \t]*/y;
const QUOTED = /"((?:[\t !#-[\]-~\x80-\xff]|\\[\t -~\x80-\xff])*)"/y;

/** One challenge; names in lower case. */
export interface Challenge {
  scheme: string;
  parameters: Readonly<Record<string, string>>;
}

export interface Challenges {
  challenges: Challenge[];
  /** A part breaks the grammar; what stood before it in the same field is kept. */
  malformed: boolean;
}

/** Reads at a position and moves on; null when the expression does not match there. */
class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  get done(): boolean {
    return this.#at >= this.#text.length;
  }

  match(expression: RegExp): RegExpExecArray | null {
    expression.lastIndex = this.#at;
    const match = expression.exec(this.#text);
    if (match !== null) {
      this.#at = expression.lastIndex;
    }
    return match;
  }

  eat(character: string): boolean {
    if (this.#text[this.#at] !== character) {
      return false;
    }
    this.#at += 1;
    return true;
  }

  get position(): number {
    return this.#at;
  }

  back(position: number): void {
    this.#at = position;
  }
}

/**
 * Reads the values of WWW-Authenticate fields by RFC 9110 11.6.1: `1#challenge`, scheme and parameter names without
 * regard to case, values as token or quoted string, several challenges in one field or in several.
 *
 * @param fields - the values, one per header line
 */
export function readChallenges(fields: readonly string[]): Challenges {
  const result: Challenges = { challenges: [], malformed: false };
  for (const field of fields.slice(0, MOST_CHALLENGES)) {
    if (field.length > LONGEST || !readField(field, result.challenges)) {
      result.malformed = true;
    }
  }
  return { challenges: result.challenges.slice(0, MOST_CHALLENGES), malformed: result.malformed };
}

function readField(field: string, found: Challenge[]): boolean {
  const reader = new Reader(field);
  const before = found.length;
  for (;;) {
    // Empty elements of a list are allowed (RFC 9110 5.6.1).
    do {
      reader.match(SPACE);
    } while (reader.eat(','));
    if (reader.done) {
      return found.length > before;
    }
    const scheme = reader.match(TOKEN)?.[0];
    if (scheme === undefined) {
      return false;
    }
    const parameters = readParameters(reader);
    if (parameters === null) {
      return false;
    }
    found.push({ scheme: scheme.toLowerCase(), parameters });
  }
}

/** The parameters of one challenge; stops before the next scheme. Null when the grammar is broken. */
function readParameters(reader: Reader): Record<string, string> | null {
  const parameters: Record<string, string> = Object.create(null) as Record<string, string>;
  reader.match(SPACE);
  if (reader.done) {
    return parameters;
  }
  if (readParameter(reader, parameters) !== 'read') {
    // `Negotiate abc==`: data that only the scheme understands. `Basic, Bearer …`: no parameters at all.
    reader.match(TOKEN68);
    reader.match(SPACE);
    return ended(reader) ? parameters : null;
  }
  for (;;) {
    reader.match(SPACE);
    if (reader.done) {
      return parameters;
    }
    const comma = reader.position;
    if (!reader.eat(',')) {
      return null;
    }
    do {
      reader.match(SPACE);
    } while (reader.eat(','));
    switch (readParameter(reader, parameters)) {
      case 'broken':
        return null;
      case 'other':
        reader.back(comma);
        return parameters;
      case 'read':
    }
  }
}

function ended(reader: Reader): boolean {
  const at = reader.position;
  const comma = reader.done || reader.eat(',');
  reader.back(at);
  return comma;
}

/** `name = value`; `other` when what stands here is no parameter (a scheme, or the end). */
function readParameter(reader: Reader, parameters: Record<string, string>): 'read' | 'other' | 'broken' {
  const start = reader.position;
  const name = reader.match(TOKEN)?.[0].toLowerCase();
  reader.match(SPACE);
  if (name === undefined || !reader.eat('=')) {
    reader.back(start);
    return 'other';
  }
  reader.match(SPACE);
  const quoted = reader.match(QUOTED);
  const value = quoted === null ? reader.match(TOKEN)?.[0] : (quoted[1] ?? '').replace(/\\(.)/g, '$1');
  reader.match(SPACE);
  if (value === undefined || !ended(reader)) {
    reader.back(start);
    return 'broken';
  }
  if (!(name in parameters) && Object.keys(parameters).length < MOST_PARAMETERS) {
    parameters[name] = value;
  }
  return 'read';
}

/** One piece of www_authenticate 0.9 (`_tokens`), with which python-dxf reads the lines, joined by commas. */
const PYTHON_PIECE = /(?:[!#$%&'*+\-.^_`|~\p{L}\p{N}/]+(?:={1,2}$)?|"(?:[^"\\]|\\\\|\\")+"|\s+|=|,)/uy;

/** Whether the SDK's library can read the login request; it stops at the first piece that it does not know. */
export function pythonReads(fields: readonly string[]): boolean {
  const text = fields.join(', ').slice(0, LONGEST);
  let at = 0;
  while (at < text.length) {
    PYTHON_PIECE.lastIndex = at;
    if (!PYTHON_PIECE.test(text)) {
      return false;
    }
    at = PYTHON_PIECE.lastIndex;
  }
  return true;
}

/** The challenge that is answered: Bearer where there is one, as python-dxf does, else Basic. */
export function chosenChallenge(challenges: readonly Challenge[]): Challenge | undefined {
  return challenges.find(({ scheme }) => scheme === 'bearer') ?? challenges.find(({ scheme }) => scheme === 'basic');
}
