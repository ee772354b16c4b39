/** Takes an output apart into clean lines: no colours, no progress bars, no line longer than a limit. */

/** Characters of a line that are looked at in one piece, and those that the next piece repeats. */
export const PIECE = 4096;
export const OVERLAP = 256;

/** Escape sequences of terminals (ECMA-48 5.4, and OSC as xterm writes it), and control characters but tab. */
const ESCAPES =
  /\u001b(?:\[[0-?]{0,64}[ -/]{0,8}[@-~]?|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[@-Z\\^_])|[\u0000-\u0008\u000b-\u001f\u007f]/g;

/** What kubectl (`--timestamps`) and container runtimes write before each line. */
const STAMP = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d) (?:std(?:out|err) [FP] )?/;

/** Escapes of a JSON string (RFC 8259 section 7). */
const JSON_ESCAPES = /\\(?:u([0-9a-fA-F]{4})|(["\\/bfnrt]))/g;
const PLAIN: Readonly<Record<string, string>> = { b: '', f: '', n: '\n', r: '\n', t: '\t' };

/** What stands before a text of a list: its blanks are not those of a line of code. */
const ITEM = /^\s{0,64}"(?!\w{1,40}": )/;
const ITEM_END = /",?$/;

/** A JSON log, an event of kubectl or a notebook's file carries outputs as JSON strings. */
function unescaped(text: string): string {
  return text.replace(JSON_ESCAPES, (_, code: string | undefined, letter: string | undefined) =>
    code === undefined ? (PLAIN[letter ?? ''] ?? letter ?? '') : String.fromCharCode(parseInt(code, 16))
  );
}

/** Reads an output in chunks of any size; every line is given on once, long ones in pieces. */
export class LineReader {
  readonly #emit: (line: string, continued: boolean) => void;
  #rest = '';
  #continued = false;
  #json = false;

  /** @param emit - called with each line; `continued`: it is a further piece of the line before */
  constructor(emit: (line: string, continued: boolean) => void) {
    this.#emit = emit;
  }

  push(chunk: string): void {
    const text = this.#rest + chunk;
    const ends = /[\r\n]/g;
    let start = 0;
    for (let end = ends.exec(text); end !== null; end = ends.exec(text)) {
      start = this.#pieces(text, start, end.index);
      this.#piece(text.slice(start, end.index));
      this.#continued = false;
      start = end.index + 1;
    }
    start = this.#pieces(text, start, text.length);
    this.#rest = text.slice(start);
  }

  end(): void {
    this.#piece(this.#rest);
    this.#rest = '';
    this.#continued = false;
  }

  /** Gives on what is too much for one piece; returns where the last piece begins. */
  #pieces(text: string, from: number, to: number): number {
    let start = from;
    for (; to - start > PIECE; start += PIECE - OVERLAP) {
      this.#piece(text.slice(start, start + PIECE));
      this.#continued = true;
    }
    return start;
  }

  #piece(raw: string): void {
    if (raw === '') {
      return;
    }
    if (!this.#continued) {
      // A text that YAML folded begins with a quotation mark as well; one of a list ends with it, too.
      this.#json = /^\s{0,64}[[{]/.test(raw) || (/^\s{0,64}"/.test(raw) && (raw.length >= PIECE || ITEM_END.test(raw)));
    }
    const plain = this.#json ? unescaped(raw.replace(ITEM, '').replace(ITEM_END, '')) : raw;
    let continued = this.#continued;
    for (const line of plain.split('\n')) {
      const clean = line.replace(ESCAPES, '').replace(STAMP, '').replaceAll('\\"', '"');
      if (clean !== '') {
        this.#emit(clean, continued);
      }
      continued = false;
    }
  }
}
