import { StringDecoder } from 'node:string_decoder';

/** The person ended the question (Ctrl-C, Ctrl-D, or the terminal went away). */
export class Cancelled extends Error {}

/** More than one line came where one was asked for: part of it would be lost. */
export class TooManyLines extends Error {}

/** Longest answer, in characters. */
const LONGEST = 4096;

/** Has the terminal mark what is pasted. */
const PASTE_ON = '\u001b[?2004h';
const PASTE_OFF = '\u001b[?2004l';

/** Takes the last character away on a terminal that can do no more than step back. */
const RUB_OUT = '\b \b';

/** Back to the start of the line, which becomes empty. */
const CLEAR_LINE = '\r\u001b[K';

/** The part of a terminal's input that is used. */
export interface TerminalInput {
  setRawMode(on: boolean): unknown;
  resume(): unknown;
  pause(): unknown;
  on(event: 'data', listener: (data: Buffer) => void): unknown;
  on(event: 'end', listener: () => void): unknown;
  off(event: 'data', listener: (data: Buffer) => void): unknown;
  off(event: 'end', listener: () => void): unknown;
}

/**
 * Asks questions on a terminal in raw mode: what is typed is shown only where that is wanted, never by the terminal
 * itself. A pasted text counts as typed, with its line breaks; what is pasted for two questions answers both.
 */
export class Questions {
  readonly #input: TerminalInput;
  readonly #write: (text: string) => void;
  /** The terminal takes no sequences: what is typed is shown as it comes. */
  readonly #plain: boolean;
  readonly #decoder = new StringDecoder('utf8');
  /** Lines that are complete and not asked for yet. */
  readonly #lines: string[] = [];
  #line: string[] = [];
  #escape: string | null = null;
  #pasting = false;
  #afterReturn = false;
  #ended = false;
  #question: { label: string; echo: boolean } | null = null;
  #wake: (() => void) | null = null;

  /**
   * @param write - shows text on the terminal
   * @param plain - the terminal takes no sequences (TERM=dumb)
   */
  constructor(input: TerminalInput, write: (text: string) => void, plain = false) {
    this.#input = input;
    this.#write = write;
    this.#plain = plain;
    input.setRawMode(true);
    input.on('data', this.#onData);
    input.on('end', this.#onEnd);
    input.resume();
    this.#control(PASTE_ON);
  }

  /** Gives the terminal back as it was. */
  close(): void {
    this.#input.off('data', this.#onData);
    this.#input.off('end', this.#onEnd);
    this.#input.setRawMode(false);
    this.#input.pause();
    this.#control(PASTE_OFF);
  }

  /**
   * Asks for one line.
   *
   * @param last - no question follows, so nothing may be left over
   * @throws Cancelled, TooManyLines
   */
  async ask(label: string, options: { echo: boolean; last: boolean }): Promise<string> {
    this.#question = { label, echo: options.echo };
    this.#write(label);
    this.#redraw();
    this.#echo(this.#line.join(''));
    for (;;) {
      if (this.#ended) {
        this.#write('\r\n');
        throw new Cancelled();
      }
      const [line] = this.#lines;
      if (line !== undefined && !this.#pasting) {
        this.#lines.shift();
        this.#question = null;
        this.#control(options.echo ? `${CLEAR_LINE}${label}${line}` : '');
        this.#write('\r\n');
        if (options.last && (this.#lines.some(text => text !== '') || this.#line.length > 0)) {
          throw new TooManyLines();
        }
        return line;
      }
      await new Promise<void>(wake => (this.#wake = wake));
    }
  }

  readonly #onData = (data: Buffer): void => {
    for (const character of this.#decoder.write(data)) {
      this.#take(character);
    }
    this.#redraw();
    this.#wake?.();
  };

  readonly #onEnd = (): void => {
    this.#ended = true;
    this.#wake?.();
  };

  #redraw(): void {
    if (this.#question?.echo === true && this.#lines.length === 0) {
      this.#control(`${CLEAR_LINE}${this.#question.label}${this.#line.join('')}`);
    }
  }

  /** What steers the terminal, or is shown with its help. */
  #control(text: string): void {
    if (!this.#plain) {
      this.#write(text);
    }
  }

  /** What a terminal that cannot be steered shows of the answer. */
  #echo(text: string): void {
    if (this.#plain && this.#question?.echo === true && text !== '') {
      this.#write(text);
    }
  }

  #take(character: string): void {
    if (this.#escape !== null) {
      this.#takeEscape(this.#escape + character);
      return;
    }
    const afterReturn = this.#afterReturn;
    this.#afterReturn = character === '\r';
    switch (character) {
      case '\u001b':
        this.#escape = '';
        return;
      case '\r':
        this.#endLine();
        return;
      case '\n':
        if (!afterReturn) {
          this.#endLine();
        }
        return;
      case '\u0003':
        this.#ended = true;
        return;
      case '\u0004':
        this.#ended ||= this.#line.length === 0;
        return;
      case '\u0008':
      case '\u007f':
        this.#echo(this.#line.pop() === undefined ? '' : RUB_OUT);
        return;
      case '\u0015':
      case '\u0017':
        this.#echo(RUB_OUT.repeat(this.#line.length));
        this.#line = [];
        return;
    }
    if (!/\p{Cc}/u.test(character) && this.#line.length < LONGEST) {
      this.#line.push(character);
      this.#echo(character);
    }
  }

  #endLine(): void {
    this.#lines.push(this.#line.join(''));
    this.#line = [];
  }

  /** Keys such as arrows send sequences (ECMA-48 5.4): passed over, but for the marks around a pasted text. */
  #takeEscape(sequence: string): void {
    const complete = sequence.startsWith('[') ? /^\[[0-?]*[ -/]*[@-~]$/.test(sequence) : sequence !== 'O';
    if (!complete && sequence.length < 32) {
      this.#escape = sequence;
      return;
    }
    this.#escape = null;
    if (sequence === '[200~') {
      this.#pasting = true;
    } else if (sequence === '[201~') {
      this.#pasting = false;
    }
  }
}
