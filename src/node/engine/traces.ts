/**
 * The forms in which a secret could stand in a text: as it is, encoded, in other letters of case, cut into pieces, with
 * other characters between them. Texts and secrets are compared by their letters and digits alone.
 *
 * A piece is a proof when nobody would write it by chance: 8 characters that mix letters and digits, else (words, numbers,
 * hexadecimal digits) 16; a secret that is shorter has to be there as a whole. What is shorter than 6 characters
 * is part of ordinary words, and is kept out by construction alone.
 */

const SHORTEST = 6;
const PIECE = 8;
const PLAIN_PIECE = 16;

/** Longer secrets (a damaged key of many lines) are known as they are, not encoded as well. */
const LONGEST_ENCODED = 16 * 1024;

/** Rounds of percent-encoding that are taken off a text. */
const MOST_ROUNDS = 3;

/** Letters and digits, without regard to case. */
function wide(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** The same in ASCII: what is left where other characters are dropped, or turned into question marks or punycode. */
function narrow(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/**
 * The characters of base64 that a value always has, wherever it starts among three bytes: so it is found within a pair,
 * a header or a line of JSON that was encoded as a whole.
 */
function base64Cores(bytes: Buffer): string[] {
  return [0, 1, 2].map(before => {
    const encoded = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
    return encoded.slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6));
  });
}

function formsOf(value: string): Set<string> {
  const bytes = Buffer.from(value);
  const forms = new Set([wide(value), narrow(value)]);
  if (bytes.length <= LONGEST_ENCODED) {
    for (const encoded of [
      ...base64Cores(bytes),
      bytes.toString('hex'),
      encodeURIComponent(bytes.toString()),
      JSON.stringify(value).slice(1, -1)
    ]) {
      forms.add(narrow(encoded));
    }
    // UTF-8 read as Latin-1, as header lines are.
    forms.add(wide(bytes.toString('latin1')));
  }
  return forms;
}

function withoutPercent(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, run => Buffer.from(run.replaceAll('%', ''), 'hex').toString());
}

function withoutEscapes(text: string): string {
  return text.replace(/\\u([0-9a-f]{4})/gi, (_, digits: string) => String.fromCharCode(parseInt(digits, 16)));
}

/** A text and what it says once its encoding is taken off. */
function readings(text: string): string[] {
  const found = new Set([text, withoutEscapes(text)]);
  let decoded = text;
  for (let round = 0; round < MOST_ROUNDS && decoded.includes('%'); round++) {
    decoded = withoutPercent(decoded);
    found.add(decoded);
  }
  return [...found];
}

/** How many characters have to agree, judged by the first of them. */
function proof(piece: string): number {
  const mixed = /\p{N}/u.test(piece) && /\p{L}/u.test(piece) && !/^[0-9a-f]*$/.test(piece);
  return mixed ? PIECE : PLAIN_PIECE;
}

/** Bits of the table of pieces: a set of strings of that size would take a hundred megabytes. */
const TABLE_BITS = 24;
const LEADING = Array.from({ length: PIECE }).reduce<number>(power => Math.imul(power, 31), 1);

/** Calls with a number for each run of `PIECE` characters; stops when told so. */
function eachPiece(text: string, see: (hash: number, at: number) => boolean): boolean {
  let hash = 0;
  for (let at = 0; at < text.length; at++) {
    hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
    if (at >= PIECE) {
      hash = (hash - Math.imul(text.charCodeAt(at - PIECE), LEADING)) | 0;
    }
    if (at >= PIECE - 1 && see(hash, at - PIECE + 1)) {
      return true;
    }
  }
  return false;
}

/** The traces of a growing number of secrets. */
export class Traces {
  /** Secrets too short for pieces, in small letters. */
  readonly #whole = new Set<string>();
  readonly #forms = new Set<string>();
  /** Which pieces may occur in a form: a bit is set for each that does, and for some others. */
  #table: Uint32Array | null = null;

  /** @param value - the secret; only its forms are kept */
  add(value: string): void {
    const text = value.trim();
    if (text.length < SHORTEST) {
      return;
    }
    if (wide(text).length < PIECE) {
      this.#whole.add(text.toLowerCase());
    }
    for (const form of formsOf(text)) {
      if (form.length >= PIECE && !this.#forms.has(form)) {
        this.#forms.add(form);
        eachPiece(form, hash => {
          this.#mark(hash);
          return false;
        });
      }
    }
  }

  /** Whether a text shows one of the secrets, or enough of it to be no accident. */
  in(text: string): boolean {
    if (text.length < SHORTEST) {
      return false;
    }
    return readings(text).some(reading => {
      const small = reading.toLowerCase();
      return (
        [...this.#whole].some(secret => small.includes(secret)) ||
        [...new Set([wide(reading), narrow(reading)])].some(letters => this.#shows(letters))
      );
    });
  }

  #shows(letters: string): boolean {
    return eachPiece(letters, (hash, at) => this.#isMarked(hash) && this.#proves(letters, at));
  }

  #proves(letters: string, at: number): boolean {
    const piece = letters.slice(at, at + PIECE);
    const needed = proof(piece);
    for (const form of this.#forms) {
      const longer = letters.slice(at, at + Math.min(needed, form.length));
      if (longer.length >= Math.min(needed, form.length) && form.includes(longer)) {
        return true;
      }
    }
    return false;
  }

  #mark(hash: number): void {
    this.#table ??= new Uint32Array(2 ** TABLE_BITS / 32);
    for (const bit of [firstBit(hash), secondBit(hash)]) {
      this.#table[bit >>> 5] = (this.#table[bit >>> 5] ?? 0) | (1 << (bit & 31));
    }
  }

  #isMarked(hash: number): boolean {
    return this.#isSet(firstBit(hash)) && this.#isSet(secondBit(hash));
  }

  #isSet(bit: number): boolean {
    return ((this.#table?.[bit >>> 5] ?? 0) & (1 << (bit & 31))) !== 0;
  }
}

/** Two places in the table, by multiplicative hashing. */
function firstBit(hash: number): number {
  return Math.imul(hash, 0x9e3779b1) >>> (32 - TABLE_BITS);
}

function secondBit(hash: number): number {
  return Math.imul(hash ^ 0x5bd1e995, 0x85ebca6b) >>> (32 - TABLE_BITS);
}
