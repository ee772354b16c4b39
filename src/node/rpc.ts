import type { RunParams } from '../common/protocol.ts';

/** A request or notification as it came in. */
export interface RpcMessage {
  method: string;
  id?: number | string;
  params?: unknown;
}

/** An answer to a request of ours. */
export interface RpcAnswer {
  id: number;
  result?: unknown;
  error?: unknown;
}

/** Codes of JSON-RPC 2.0 (section 5.1) and, above -32000, our own. */
export const RPC_CODES = {
  parse: -32700,
  invalidRequest: -32600,
  methodNotFound: -32601,
  invalidParams: -32602,
  internal: -32603,
  cancelled: 1,
  protocolMismatch: 2
} as const;

/** A fault that is told to the other side: a code and a sentence of ours, nothing else. */
export class RpcFault extends Error {
  readonly code: number;

  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}

/** Reads one line; null when it is no JSON-RPC request, notification or answer. */
export function readMessage(line: string): RpcMessage | RpcAnswer | null {
  try {
    const message = JSON.parse(line) as Partial<RpcMessage & RpcAnswer> | null;
    if (typeof message !== 'object' || message === null) {
      return null;
    }
    if (typeof message.method === 'string') {
      return message as RpcMessage;
    }
    return typeof message.id === 'number' && ('result' in message || 'error' in message)
      ? (message as RpcAnswer)
      : null;
  } catch {
    // The text is not repeated: it may hold what came over the wire.
    return null;
  }
}

/** Requests of the sidecar to its host, each with the answer that it waits for. */
export class HostRequests {
  readonly #waiting = new Map<number, (result: unknown) => void>();
  readonly #send: (message: object) => void;
  #next = 1;

  /** @param send - writes one message */
  constructor(send: (message: object) => void) {
    this.#send = send;
  }

  /** The result of a request; null when there was none in time, or an error instead. */
  ask(method: string, params: object, patience: { limitMs: number; signal: AbortSignal }): Promise<unknown> {
    const id = this.#next;
    this.#next += 1;
    return new Promise(resolve => {
      const end = (result: unknown): void => {
        clearTimeout(timer);
        patience.signal.removeEventListener('abort', giveUp);
        this.#waiting.delete(id);
        resolve(result);
      };
      const giveUp = (): void => end(null);
      const timer = setTimeout(giveUp, patience.limitMs);
      patience.signal.addEventListener('abort', giveUp, { once: true });
      this.#waiting.set(id, end);
      if (patience.signal.aborted) {
        giveUp();
      } else {
        this.#send({ id, method, params });
      }
    });
  }

  /** Takes an answer in; one that nobody waits for any more is dropped. */
  take(answer: RpcAnswer): void {
    this.#waiting.get(answer.id)?.(answer.result ?? null);
  }
}

function isAbsent<T>(value: unknown, holds: (value: NonNullable<unknown>) => value is NonNullable<T>): boolean {
  return value === undefined || (value !== null && holds(value as NonNullable<unknown>));
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isFlag = (value: unknown): value is boolean => typeof value === 'boolean';
const isPath = (value: unknown): value is string =>
  isText(value) && value.startsWith('/') && value.length <= 1024 && !value.includes('\0');
const isTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every(isText);
const isImages = (value: unknown): value is string[] =>
  isTexts(value) && value.length <= 10 && value.every(text => text.length <= 512);
const isRecord = (value: unknown): value is Record<string, string> =>
  typeof value === 'object' && value !== null && Object.values(value).every(isText);

/** Whether a request's parameters are those of a run: the second line behind the server half's schema. */
export function isRunParams(value: unknown): value is RunParams {
  if (typeof value !== 'object' || value === null) {
    return false;
  }
  const params = value as Record<string, unknown>;
  return (
    isText(params.id) &&
    isAbsent(params.registry, isText) &&
    isAbsent(params.dockerConfig, isPath) &&
    isAbsent(params.caFile, isPath) &&
    isAbsent(params.environment, isRecord) &&
    isAbsent(params.only, isTexts) &&
    isAbsent(params.clicked, isFlag) &&
    isAbsent(params.images, isImages) &&
    isAbsent(params.push, isFlag)
  );
}
