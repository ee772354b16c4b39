import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { resolve } from 'node:path';
import { SOURCE } from './command.ts';

const TERMINAL = resolve(import.meta.dirname, 'terminal.py');

/** The command on a terminal, with somebody who types. */
export class Typist {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #ended: Promise<number | null>;
  #wake: (() => void) | null = null;
  /** Everything that was shown. */
  shown = '';

  constructor(args: readonly string[], home: string, term = 'xterm') {
    this.#child = spawn(
      'python3',
      [TERMINAL, process.execPath, '--disable-warning=ExperimentalWarning', SOURCE, ...args],
      {
        env: { HOME: home, PATH: process.env['PATH'], TERM: term }
      }
    );
    this.#child.stdin.on('error', () => undefined);
    this.#child.stdout.on('data', (data: Buffer) => {
      this.shown += data.toString();
      this.#wake?.();
    });
    this.#child.stderr.on('data', (data: Buffer) => (this.shown += data.toString()));
    this.#ended = new Promise((done, fail) => {
      this.#child.on('error', fail);
      this.#child.on('close', status => {
        done(status);
        this.#wake?.();
      });
    });
  }

  /** Waits until a text is shown; fails with what was shown when the command ends before. */
  async sees(text: RegExp): Promise<void> {
    let over = false;
    void this.#ended.then(() => (over = true));
    while (!text.test(this.shown)) {
      if (over) {
        throw new Error(`ended without ${String(text)}: ${this.shown}`);
      }
      await new Promise<void>(wake => (this.#wake = wake));
    }
  }

  type(text: string): void {
    this.#child.stdin.write(text);
  }

  /** Exit status. */
  end(): Promise<number | null> {
    return this.#ended;
  }
}
