import type { WitnessParams, WitnessQuestion } from '../../common/protocol.ts';
import { WITNESS_FAULTS, type WitnessFault } from './facts.ts';
import {
  secondsOf,
  type HandshakeQuestion,
  type Patience,
  type Reply,
  type Surveyed,
  type WitnessHost
} from './host.ts';

/** Sends a request to the server half; gives null when it did not answer with a result in time. */
export type AskHost = (params: WitnessParams, patience: Patience) => Promise<unknown>;

/** Most interpreters that are listened to. */
const MOST = 8;

function replyOf(value: unknown): Reply {
  if (value === null) {
    return { fault: 'timeout' };
  }
  const { fault, answer } = (typeof value === 'object' && value !== null ? value : {}) as {
    fault?: unknown;
    answer?: unknown;
  };
  if (fault === null) {
    return { fault, answer };
  }
  const known: readonly unknown[] = WITNESS_FAULTS;
  return { fault: known.includes(fault) ? (fault as WitnessFault) : 'unreadable' };
}

/** The server half as host: it knows the kernels and starts their interpreters for the length of a run. */
export class RemoteWitness implements WitnessHost {
  readonly #run: string;
  readonly #ask: AskHost;

  constructor(run: string, ask: AskHost) {
    this.#run = run;
    this.#ask = ask;
  }

  async survey(patience: Patience): Promise<readonly Surveyed[]> {
    const result = await this.#send({ ask: 'survey' }, patience);
    if (result === null) {
      return [{ name: '', current: true, reply: { fault: 'timeout' } }];
    }
    const found = (result as { interpreters?: unknown }).interpreters;
    return !Array.isArray(found)
      ? []
      : found.slice(0, MOST).map((item: unknown) => {
          const { name, current, reply } = (item ?? {}) as Record<string, unknown>;
          return { name: typeof name === 'string' ? name : '', current: current === true, reply: replyOf(reply) };
        });
  }

  async handshake(interpreter: number, question: HandshakeQuestion, patience: Patience): Promise<Reply> {
    return replyOf(
      await this.#send({ ask: 'handshake', interpreter, ...question, seconds: secondsOf(patience) }, patience)
    );
  }

  async sdk(interpreter: number, patience: Patience): Promise<Reply> {
    return replyOf(await this.#send({ ask: 'sdk', interpreter }, patience));
  }

  /** The server half ends what it started with the run. */
  dispose(): void {
    return;
  }

  #send(question: WitnessQuestion, patience: Patience): Promise<unknown> {
    // The host's own limit comes first, so that it is the one who says why there is no answer.
    const limitMs = Math.max(1, Math.round(patience.limitMs * 0.95));
    return this.#ask({ run: this.#run, limitMs, question }, patience);
  }
}
