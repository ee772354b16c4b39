import { PIECE } from './lines.ts';

/** Most lines that one message is followed over. */
const MOST = 12;
/** What a line ends with when its message does not end there. */
const OPEN = /(?:[:,]|\b(?:for|and|try|make|not|desc =|code =))\s{0,8}$/;
/** From this indentation on, a line that is indented further than the first one belongs to it (YAML folds long texts so). */
const INDENT = 4;
/** How loggers begin a line, Kubernetes an event, Python a failure, and Kaniko its last word. */
const BEGIN =
  /^\d{4}[-/]\d\d[-/]\d\d|^\s{0,64}(?:(?:INFO|WARN|ERRO|DEBU|FATA|TRAC)\[|[EFIW]\d{4} |Traceback |time=|(?:\d\S{0,8}\s{1,8})?(?:Warning|Normal)\s|error (?:pushing|building) image: )/;

function indentOf(line: string): number {
  return line.search(/\S|$/);
}

/** Puts messages together that a terminal, a mail or YAML broke over several lines. */
export class Broken {
  #message: string | null = null;
  #open = false;
  #indent = 0;
  #left = 0;
  /** Whether the last line went on with the message before it. */
  isPart = false;

  /** The message so far with a line that goes on with it; null for a line that does not. */
  joined(line: string): string | null {
    if (this.#message === null || this.#left === 0 || BEGIN.test(line)) {
      return null;
    }
    const indent = indentOf(line);
    const goesOn = this.#open || (indent >= INDENT && indent > this.#indent);
    const whole = goesOn ? `${this.#message} ${line.trim()}` : '';
    return goesOn && whole.length <= PIECE ? whole : null;
  }

  /** Something else came between. */
  end(): void {
    this.#message = null;
  }

  /**
   * Takes a line.
   *
   * @param joined - what `joined` said of it
   * @param begins - it may be the first line of a message
   */
  take(line: string, joined: string | null, begins: boolean): void {
    this.isPart = joined !== null;
    if (joined === null) {
      this.#message = begins ? line.trimEnd() : null;
      this.#indent = indentOf(line);
      this.#left = MOST;
    } else {
      this.#message = joined;
      this.#left -= 1;
    }
    this.#open = OPEN.test(line.slice(-24));
  }
}
