import { request } from 'node:http';
import type { Socket } from 'node:net';
import type { ConnectionFacts } from './facts.ts';
import { within, type Limit } from './limit.ts';
import type { Remembers } from '../secret.ts';
import { proxyAuthorization, type Proxy } from './proxy.ts';
import { errorCodeOf } from './socket.ts';

export type Tunnel =
  | { outcome: 'open'; socket: Socket }
  | { outcome: 'proxy-refused'; fault: NonNullable<ConnectionFacts['proxyFault']>; status: number; errorClass: string };

function refused(fault: NonNullable<ConnectionFacts['proxyFault']>, status: number, errorClass: string): Tunnel {
  return { outcome: 'proxy-refused', fault, status, errorClass };
}

function failed(code: string): Tunnel {
  return code.startsWith('HPE_') ? refused('not-http', 0, code) : refused('cut', 0, code);
}

/**
 * Asks an HTTP proxy for a way to the target (CONNECT, RFC 9110 9.3.6).
 *
 * @param socket - open connection to the proxy; it is destroyed when the proxy refuses
 * @param target - `host:port`
 * @param run - is told the login as it is sent
 */
export async function connectThrough(
  socket: Socket,
  proxy: Proxy,
  target: string,
  run: Remembers,
  limit: Limit
): Promise<Tunnel> {
  const login = proxyAuthorization(proxy.login);
  if (login !== null) {
    run.remember(login);
  }
  const result = await within<Tunnel>(limit, refused('silent', 0, 'ETIMEDOUT'), done => {
    const outgoing = request({
      createConnection: () => socket,
      method: 'CONNECT',
      path: target,
      setHost: false,
      maxHeaderSize: 16 * 1024,
      headers: { host: target, ...(login === null ? {} : { 'proxy-authorization': login.reveal() }) }
    });
    outgoing.on('connect', (answer, tunnel, head: Buffer) => {
      const status = answer.statusCode ?? 0;
      if (status < 200 || status > 299) {
        done(refused(status === 407 ? 'login' : 'status', status, `HTTP_${status}`));
        return;
      }
      if (head.length > 0) {
        tunnel.unshift(head);
      }
      done({ outcome: 'open', socket });
    });
    outgoing.on('response', answer =>
      done(refused('status', answer.statusCode ?? 0, `HTTP_${answer.statusCode ?? 0}`))
    );
    outgoing.on('error', (error: NodeJS.ErrnoException) => done(failed(error.code ?? errorCodeOf(socket) ?? 'OTHER')));
    outgoing.end();
  });
  if (result.outcome !== 'open') {
    socket.destroy();
  }
  return result;
}
