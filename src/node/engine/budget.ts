import type { FactState } from './facts.ts';

/** Part of the whole run's time that is kept back for judging and reporting, in milliseconds. */
const RESERVE_MS = 100;

/** Time of a whole run: ends everything that still runs when it is used up or the person cancels. */
export class Budget {
  readonly #controller = new AbortController();
  readonly #end: number;
  readonly #totalMs: number;
  readonly #timer: NodeJS.Timeout;
  #cancelled = false;

  constructor(totalMs: number) {
    this.#totalMs = totalMs;
    this.#end = performance.now() + totalMs;
    this.#timer = setTimeout(() => this.#controller.abort(), totalMs);
    this.#timer.unref();
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  get over(): boolean {
    return this.#controller.signal.aborted;
  }

  get cancelled(): boolean {
    return this.#cancelled;
  }

  /** Own limit of a collector, or what is left of the run, in milliseconds. */
  limit(ownMs: number): number {
    return Math.max(1, Math.min(ownMs, this.#end - performance.now() - RESERVE_MS));
  }

  cancel(): void {
    if (!this.over) {
      this.#cancelled = true;
      this.#controller.abort();
    }
  }

  /** What became of something that was running at the end. */
  state(): FactState {
    return this.#cancelled ? { state: 'cancelled' } : { state: 'timeout', seconds: Math.ceil(this.#totalMs / 1000) };
  }

  /** Must be called when the run is over. */
  close(): void {
    clearTimeout(this.#timer);
  }
}
