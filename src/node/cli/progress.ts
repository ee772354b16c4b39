import type { RunEvent } from '../../common/protocol.ts';
import { isDumb } from './style.ts';

/** One line of progress on a terminal's standard error, rewritten in place; nothing where that cannot be done. */
export class Progress {
  readonly #stream: NodeJS.WriteStream;
  #planned = 0;
  #ended = 0;

  constructor(stream: NodeJS.WriteStream) {
    this.#stream = stream;
  }

  onEvent(event: RunEvent): void {
    if (this.#stream.isTTY !== true || isDumb()) {
      return;
    }
    if (event.type === 'plan') {
      this.#planned = event.checks.length;
    } else if (event.type === 'outcome') {
      this.#ended += 1;
    } else if (event.type === 'report' || event.type === 'error') {
      this.#stream.write('\r\u001b[K');
      return;
    }
    if (this.#planned === 0) {
      return;
    }
    const last = event.type === 'outcome' ? ` ${event.check.title}` : '';
    this.#stream.write(`\r\u001b[K${this.#ended} of ${this.#planned} checks${last}`);
  }
}
