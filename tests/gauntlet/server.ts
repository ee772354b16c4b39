import { createServer as createHttp, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttps } from 'node:https';
import { createServer as createTcp, type AddressInfo, type Server, type Socket } from 'node:net';
import { issued, pem, type Chain } from './pki.ts';

/** Answer to one request; false = the registry's own answer. */
export type Answer = (request: IncomingMessage, response: ServerResponse, registry: Registry) => boolean;

/** What the server does; without anything a registry behind TLS that asks for a Basic login. */
export interface Behaviour {
  kind?: 'registry' | 'plain-http' | 'silent' | 'closes' | 'resets' | 'refuses' | 'text';
  /** How it asks for a login. */
  auth?: 'basic' | 'bearer' | 'none' | 'silent-401';
  answer?: Answer;
  /** Realm of a Bearer challenge, instead of the server's own `/token`. */
  realm?: (registry: Registry) => string;
}

/** A running registry of the tests, with what it counted. */
export interface Registry {
  host: string;
  port: number;
  user: string;
  password: string;
  connections: number;
  requests: number;
  /** Requests that carried a login. */
  logins: number;
  close(): Promise<void>;
}

const CHALLENGE = 'Basic realm="Registry"';

function isLogin(request: IncomingMessage, registry: Registry): boolean {
  const expected = Buffer.from(`${registry.user}:${registry.password}`).toString('base64');
  return request.headers.authorization === `Basic ${expected}`;
}

function send(response: ServerResponse, status: number, headers: Record<string, string>, body: unknown): true {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/json',
    'docker-distribution-api-version': 'registry/2.0',
    'content-length': String(Buffer.byteLength(text)),
    ...headers
  });
  response.end(text);
  return true;
}

const UNAUTHORIZED = { errors: [{ code: 'UNAUTHORIZED', message: 'authentication required', detail: null }] };

/** What CNCF distribution answers, as far as the checks ask. */
function respond(request: IncomingMessage, response: ServerResponse, registry: Registry, behaviour: Behaviour): void {
  const auth = behaviour.auth ?? 'basic';
  const path = (request.url ?? '').split('?')[0];
  if (auth === 'bearer' && path === '/token') {
    if (request.headers.authorization === undefined || isLogin(request, registry)) {
      send(response, 200, {}, { token: 'token-of-the-tests', expires_in: 300 });
    } else {
      send(response, 401, {}, UNAUTHORIZED);
    }
    return;
  }
  if (path !== '/v2/') {
    send(response, 404, {}, { errors: [{ code: 'NAME_UNKNOWN', message: 'unknown', detail: null }] });
    return;
  }
  const realm = behaviour.realm?.(registry) ?? `https://${registry.host}/token`;
  const granted =
    auth === 'none' ||
    (auth === 'basic' && isLogin(request, registry)) ||
    (auth === 'bearer' && request.headers.authorization === 'Bearer token-of-the-tests');
  if (granted) {
    send(response, 200, {}, {});
  } else if (auth === 'silent-401') {
    send(response, 401, {}, UNAUTHORIZED);
  } else {
    const challenge = auth === 'bearer' ? `Bearer realm="${realm}",service="registry.test"` : CHALLENGE;
    send(response, 401, { 'www-authenticate': challenge }, UNAUTHORIZED);
  }
}

/** Starts a server on a free port of 127.0.0.1; `refuses` gives a port on which nothing listens. */
export async function startServer(chain: Chain, behaviour: Behaviour): Promise<Registry> {
  const registry: Registry = {
    host: '',
    port: 0,
    user: 'robot-kaptain',
    password: 'canary-Pa55/w+rd',
    connections: 0,
    requests: 0,
    logins: 0,
    close: async () => undefined
  };
  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    registry.requests += 1;
    registry.logins += request.headers.authorization?.startsWith('Basic ') === true ? 1 : 0;
    if (behaviour.answer?.(request, response, registry) !== true) {
      respond(request, response, registry, behaviour);
    }
  };
  const server = make(behaviour.kind ?? 'registry', chain, listener);
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    registry.connections += 1;
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  registry.port = (server.address() as AddressInfo).port;
  registry.host = `registry.test:${registry.port}`;
  registry.close = () =>
    new Promise(resolve => {
      sockets.forEach(socket => socket.destroy());
      server.close(() => resolve());
    });
  if (behaviour.kind === 'refuses') {
    await registry.close();
    registry.close = async () => undefined;
  }
  return registry;
}

function make(
  kind: NonNullable<Behaviour['kind']>,
  chain: Chain,
  listener: (request: IncomingMessage, response: ServerResponse) => void
): Server {
  switch (kind) {
    case 'registry':
      return createHttps({ cert: chain.map(pem).join(''), key: issued(chain[0]).keyPem }, listener);
    case 'plain-http':
      return createHttp(listener);
    case 'silent':
    case 'refuses':
      return createTcp(() => undefined);
    case 'closes':
      return createTcp(socket => socket.on('data', () => socket.end()));
    case 'resets':
      return createTcp(socket => socket.on('data', () => socket.resetAndDestroy()));
    case 'text':
      return createTcp(socket => socket.end('220 mail.corp.test ESMTP ready\r\n'));
  }
}
