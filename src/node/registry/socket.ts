import { Socket } from 'node:net';
import type { ConnectOutcome } from './facts.ts';
import { within, type Limit } from './limit.ts';

const codes = new WeakMap<Socket, string>();

/** Remembers the class of a socket's first error, and keeps an error that nobody waits for from ending the process. */
export function watch<S extends Socket>(socket: S): S {
  socket.on('error', (error: NodeJS.ErrnoException) => {
    if (!codes.has(socket)) {
      codes.set(socket, error.code ?? 'OTHER');
    }
  });
  return socket;
}

/** Class of the error that ended a watched socket; null when there was none. */
export function errorCodeOf(socket: Socket): string | null {
  return codes.get(socket) ?? null;
}

export type Dialled =
  { outcome: 'open'; socket: Socket } | { outcome: Exclude<ConnectOutcome, 'open'>; errorClass: string };

/** What an error of `connect` (POSIX `connect(2)`) means. */
function outcomeOf(code: string): Exclude<ConnectOutcome, 'open'> {
  switch (code) {
    case 'ECONNREFUSED':
      return 'refused';
    case 'ETIMEDOUT':
      return 'timeout';
    case 'ECONNRESET':
    case 'EPIPE':
      return 'reset';
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'EADDRNOTAVAIL':
    case 'EHOSTDOWN':
    case 'ENETDOWN':
    case 'EAFNOSUPPORT':
      return 'unreachable';
    default:
      return 'other';
  }
}

/**
 * Opens one TCP connection to exactly this address: no lookup, no second address.
 *
 * @param address - IPv4 or IPv6, as it was checked
 */
export async function dial(address: string, port: number, limit: Limit): Promise<Dialled> {
  const socket = watch(new Socket());
  const late: Dialled = { outcome: 'timeout', errorClass: 'ETIMEDOUT' };
  const result = await within<Dialled>(limit, late, done => {
    socket.once('connect', () => done({ outcome: 'open', socket }));
    socket.once('error', (error: NodeJS.ErrnoException) => {
      const errorClass = error.code ?? 'OTHER';
      done({ outcome: outcomeOf(errorClass), errorClass });
    });
    socket.setNoDelay(true);
    socket.connect({ host: address, port, autoSelectFamily: false });
  });
  if (result.outcome !== 'open') {
    socket.destroy();
  }
  return result;
}
