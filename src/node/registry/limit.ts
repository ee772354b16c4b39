import type { CollectContext } from '../collect/types.ts';

/** When an operation has to end: at a time of the monotonic clock, or when the run is given up. */
export interface Limit {
  readonly signal: AbortSignal;
  /** Milliseconds of `performance.now()`. */
  readonly until: number;
}

/** Part of a collector's time in which it hands over its fact, in milliseconds. */
export function handOverMs(limitMs: number): number {
  return Math.min(50, limitMs / 10);
}

/** The limit of a collector; a little is kept for handing over the fact. */
export function limitOf(context: Pick<CollectContext, 'signal' | 'limitMs'>): Limit {
  return { signal: context.signal, until: performance.now() + context.limitMs - handOverMs(context.limitMs) };
}

/** The same limit, or an earlier one. */
export function atMost(limit: Limit, milliseconds: number): Limit {
  return { signal: limit.signal, until: Math.min(limit.until, performance.now() + milliseconds) };
}

/** Milliseconds that are left; 0 when time is up or the run was given up. */
export function timeLeft(limit: Limit): number {
  return limit.signal.aborted ? 0 : Math.max(0, limit.until - performance.now());
}

/**
 * Waits for the first result, at most to the limit.
 *
 * @param late - result when the limit comes first
 * @param begin - starts the operation; what it throws or reports later than the first result is ignored
 */
export function within<T>(limit: Limit, late: T, begin: (done: (value: T) => void) => void): Promise<T> {
  return new Promise(resolve => {
    const timer = setTimeout(() => finish(late), timeLeft(limit));
    const stop = (): void => finish(late);
    const finish = (value: T): void => {
      clearTimeout(timer);
      limit.signal.removeEventListener('abort', stop);
      resolve(value);
    };
    if (limit.signal.aborted) {
      finish(late);
      return;
    }
    limit.signal.addEventListener('abort', stop, { once: true });
    begin(finish);
  });
}
