import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Worker } from 'node:worker_threads';
import type { Next } from './mutations.ts';

/** Default export of a module with rounds: makes one round, which throws when a promise is broken. */
export type MakeRound = () => (next: Next) => void;

export interface Work {
  module: string;
  seed: number;
  rounds: number;
  /** The rounds that were begun. */
  count: SharedArrayBuffer;
}

/** What a worker says at its end. */
export interface Worked {
  /** What a broken promise is called; null when none was. */
  broken: string | null;
  /** How often each kind of thing was met. */
  tally: Readonly<Record<string, number>>;
}

const ROUNDS = 10_000;
/** A round that never comes to its end must not hold the tests: the worker is ended, and the round is known. */
const LIMIT_MS = 120_000;
/** Heap of a worker in megabytes: about what the sidecar gets. */
const HEAP_MB = 160;

/**
 * Declares a test of 10,000 rounds, each with another damaged input. The same seed gives the same rounds; another one is
 * taken from the variable FUZZ_SEED.
 *
 * @param module - address of the module with the rounds
 */
export function fuzz(name: string, module: URL, usual: number): void {
  test(`${ROUNDS} ${name}`, async t => {
    const seed = Number(process.env['FUZZ_SEED'] ?? usual);
    const count = new SharedArrayBuffer(4);
    const begun = new Int32Array(count);
    const workerData: Work = { module: module.href, seed, rounds: ROUNDS, count };
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB }
    });
    const { broken, tally } = await new Promise<Worked>(done => {
      const stop = (why: string): void => done({ broken: why, tally: {} });
      const timer = setTimeout(() => stop('it came to no end'), LIMIT_MS);
      worker.once('message', done);
      worker.once('error', (error: NodeJS.ErrnoException) => stop(error.code ?? error.name));
      worker.once('exit', () => {
        clearTimeout(timer);
        stop('the worker ended');
      });
    });
    await worker.terminate();
    const again = `repeat it with FUZZ_SEED=${seed}`;
    assert.equal(broken, null, `round ${begun[0]}: ${again}`);
    assert.equal(begun[0], ROUNDS, again);
    const met = Object.entries(tally).map(([kind, times]) => `${times} ${kind}`);
    t.diagnostic(`seed ${seed}, ${begun[0]} rounds: ${met.join(', ')}`);
  });
}
