import type { WitnessFault } from './facts.ts';
import type { Patience, Reply } from './host.ts';
import type { Running } from './running.ts';

/** All that one interpreter may say in a run, in bytes. */
const OUTPUT_LIMIT = 256 * 1024;

/** Number of the first answer, which nobody asks for: the versions. */
const SURVEY = 0;

interface Waiting {
  resolve(reply: Reply): void;
}

/** Waits for an answer; `late` makes it a fault when the time is over or the run ends. */
async function within({ limitMs, signal }: Patience, answer: Promise<Reply>, late: () => void): Promise<Reply> {
  const timer = setTimeout(late, limitMs);
  signal.addEventListener('abort', late, { once: true });
  if (signal.aborted) {
    late();
  }
  try {
    return await answer;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', late);
  }
}

/** One interpreter with the fixed script; it is killed at the end of the run, and earlier when what it says is no answer. */
export class WitnessProcess {
  readonly #waiting = new Map<number, Waiting>();
  readonly #survey: Promise<Reply>;
  #running: Running | null;
  #fault: WitnessFault | null = null;
  #next = SURVEY + 1;
  #received = 0;
  #rest = '';

  /** @param running - null when it could not be started */
  constructor(running: Running | null) {
    this.#survey = new Promise(resolve => this.#waiting.set(SURVEY, { resolve }));
    this.#running = running;
    if (running === null) {
      this.#fail('not-started');
      return;
    }
    running.onEnd(fault => this.#fail(fault));
    running.input.on('error', () => undefined);
    running.output.setEncoding('utf8');
    running.output.on('data', (text: string) => this.#read(text));
  }

  /** Its versions; an interpreter that does not tell them in time is ended. */
  survey(patience: Patience): Promise<Reply> {
    return within(patience, this.#survey, () => this.#fail('timeout'));
  }

  /** Asks it; the answer has been read as JSON, not more. A late answer leaves the questions about others alone. */
  ask(question: Readonly<Record<string, unknown>>, patience: Patience): Promise<Reply> {
    if (this.#fault !== null) {
      return Promise.resolve({ fault: this.#fault });
    }
    const id = this.#next;
    this.#next += 1;
    const answer = new Promise<Reply>(resolve => this.#waiting.set(id, { resolve }));
    this.#running?.input.write(`${JSON.stringify({ ...question, id })}\n`);
    return within(patience, answer, () => this.#settle(id, { fault: 'timeout' }));
  }

  /** Ends it, with everything that it started. */
  end(): void {
    this.#fail('ended');
  }

  #read(text: string): void {
    this.#received += text.length;
    if (this.#received > OUTPUT_LIMIT) {
      this.#fail('too-much');
      return;
    }
    const lines = (this.#rest + text).split('\n');
    this.#rest = lines.pop() ?? '';
    for (const line of lines) {
      this.#take(line);
    }
  }

  #take(line: string): void {
    let answer: unknown;
    try {
      answer = JSON.parse(line);
    } catch {
      answer = null;
    }
    const id: unknown = typeof answer === 'object' && answer !== null ? (answer as { id?: unknown }).id : null;
    if (typeof id !== 'number') {
      this.#fail('unreadable');
      return;
    }
    this.#settle(id, { fault: null, answer });
  }

  #settle(id: number, reply: Reply): void {
    this.#waiting.get(id)?.resolve(reply);
    this.#waiting.delete(id);
  }

  #fail(fault: WitnessFault): void {
    this.#fault ??= fault;
    for (const { resolve } of this.#waiting.values()) {
      resolve({ fault: this.#fault });
    }
    this.#waiting.clear();
    const running = this.#running;
    this.#running = null;
    running?.kill();
    running?.output.destroy();
    running?.input.destroy();
  }
}
