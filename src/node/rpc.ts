import type { RunParams } from '../common/protocol.ts';

/** A request or notification as it came in. */
export interface RpcMessage {
  method: string;
  id?: number | string;
  params?: unknown;
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

/** Reads one line; null when it is no JSON-RPC request or notification. */
export function readMessage(line: string): RpcMessage | null {
  try {
    const message = JSON.parse(line) as Partial<RpcMessage> | null;
    return typeof message === 'object' && message !== null && typeof message.method === 'string'
      ? (message as RpcMessage)
      : null;
  } catch {
    // The text is not repeated: it may hold what came over the wire.
    return null;
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
    isAbsent(params.clicked, isFlag)
  );
}
