import type { FactState } from './facts.ts';

/** Parts of a run's time that are kept back for judging and reporting, in milliseconds: for itself, and for each check. */
const RESERVE_MS = 100;
const RESERVE_PER_CHECK_MS = 0.6;
/** Never more than this share of the run. */
const MOST_RESERVE = 1 / 3;
/** Before the end of the run, what waited for a silent server lets go, so that what needs its fact can say so. */
const HAND_ON_MS = 250;
const HAND_ON_SHARE = 1 / 10;
/** A server that was waited for less than this has not been found to be silent. */
const FAIR_WAIT_MS = 1000;

/**
 * Time of a whole run, its report included: ends everything that still runs early enough for the report to be made, or
 * when the person cancels.
 */
export class Budget {
  readonly #controller = new AbortController();
  readonly #began = performance.now();
  readonly #totalMs: number;
  readonly #fairWaitMs: number;
  #end = 0;
  #timer: NodeJS.Timeout | undefined;
  #cancelled = false;

  /**
   * @param totalMs - time of the run
   * @param fairWaitMs - least wait after which a server may be called silent; tests that wait for one are not that patient
   */
  constructor(totalMs: number, fairWaitMs = FAIR_WAIT_MS) {
    this.#totalMs = totalMs;
    this.#fairWaitMs = fairWaitMs;
    this.plan(0);
  }

  /** Keeps back what the report of so many checks takes. */
  plan(checks: number): void {
    const reserve = Math.min(RESERVE_MS + checks * RESERVE_PER_CHECK_MS, this.#totalMs * MOST_RESERVE);
    this.#end = this.#began + this.#totalMs - reserve;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#controller.abort(), Math.max(0, this.#end - performance.now()));
    this.#timer.unref();
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Told by the clock: while we compute, no timer fires. */
  get over(): boolean {
    if (performance.now() >= this.#end) {
      this.#controller.abort();
    }
    return this.#controller.signal.aborted;
  }

  get cancelled(): boolean {
    return this.#cancelled;
  }

  /** Own limit of a collector, or what is left of the run, in milliseconds. */
  limit(ownMs: number): number {
    const handOn = Math.min(HAND_ON_MS, this.#totalMs * HAND_ON_SHARE);
    return Math.max(1, Math.min(ownMs, this.#end - performance.now() - handOn));
  }

  /** Whether a limit leaves too little time to say of a server that it does not answer. */
  isUnfair(limitMs: number): boolean {
    return limitMs < this.#fairWaitMs;
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
