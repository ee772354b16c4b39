import type { WitnessFault } from './facts.ts';

/** What an interpreter said, not yet read; or why it said nothing. */
export type Reply = { fault: null; answer: unknown } | { fault: WitnessFault };

/** A Python that was started, or could not be. */
export interface Surveyed {
  /** Name of its kernel for people; empty for the command's Python. */
  name: string;
  current: boolean;
  /** Its versions. */
  reply: Reply;
}

export interface HandshakeQuestion {
  /** Name or address without brackets. */
  host: string;
  port: number;
  /** Connect to this address instead of asking DNS; null = as Python does. */
  address: string | null;
  /** Replaces Python's CA bundle; null = the bundle. */
  caFile: string | null;
}

/** How long an answer may take, and what ends the wait. */
export interface Patience {
  limitMs: number;
  signal: AbortSignal;
}

/**
 * Starts the notebook's Python for one run and asks it: the command itself, or the server half. Never rejects; every
 * fault is typed.
 */
export interface WitnessHost {
  /** Starts every Python that may matter; the current notebook's is the first. */
  survey(patience: Patience): Promise<readonly Surveyed[]>;
  /** @param interpreter - number in the survey */
  handshake(interpreter: number, question: HandshakeQuestion, patience: Patience): Promise<Reply>;
  sdk(interpreter: number, patience: Patience): Promise<Reply>;
  /** Ends what was started. */
  dispose(): void;
}

/** Seconds that one step of a greeting (connect, then each message) may take, so that its answer is not late. */
export function secondsOf({ limitMs }: Patience): number {
  return Math.max(0.5, Math.round((limitMs - 500) / 20) / 100);
}
