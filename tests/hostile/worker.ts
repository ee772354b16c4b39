import { parentPort, workerData } from 'node:worker_threads';
import type { MakeRound, Work, Worked } from './fuzz.ts';
import { numbersFrom } from './mutations.ts';
import { BrokenPromise, takeTally } from './promises.ts';

/** Thread of one fuzz test: does the rounds, and says what went wrong without a word of the input. */

const { module, seed, rounds, count } = workerData as Work;
const begun = new Int32Array(count);
const { default: makeRound } = (await import(module)) as { default: MakeRound };
const round = makeRound();
const next = numbersFrom(seed);

function attempt(): string | null {
  try {
    round(next);
    return null;
  } catch (error) {
    // The message of any other error may repeat what it stumbled over; where it was thrown says enough.
    const place = error instanceof Error ? /\n\s+at .*/.exec(error.stack ?? '')?.[0].trim() : '';
    return error instanceof BrokenPromise ? error.message : `an error escaped ${place}`;
  }
}

let broken: string | null = null;
while (broken === null && (begun[0] as number) < rounds) {
  begun[0] = (begun[0] as number) + 1;
  broken = attempt();
}
parentPort?.postMessage({ broken, tally: takeTally() } satisfies Worked);
