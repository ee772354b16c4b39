import { createServer as createHttp, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttps } from 'node:https';
import { createServer as createTcp, type AddressInfo, type Server, type Socket } from 'node:net';
import { createServer as createTls, type TlsOptions } from 'node:tls';
import { respond, type Repository } from './distribution.ts';
import { issued, pem, type Chain } from './pki.ts';

/** Answer to one request; false = the registry's own answer. */
export type Answer = (request: IncomingMessage, response: ServerResponse, registry: Registry) => boolean;

/** What the server does; without anything a registry behind TLS that asks for a Basic login. */
export interface Behaviour {
  kind?:
    | 'registry'
    | 'plain-http'
    | 'silent'
    | 'closes'
    | 'resets'
    | 'refuses'
    | 'text'
    /** Says that it serves nothing by this name. */
    | 'unknown-name'
    /** Ends within the encrypted greeting. */
    | 'cuts-greeting'
    /** Agrees on encryption, then ends or says nothing. */
    | 'cuts-answer'
    | 'hangs-answer';
  /** How it asks for a login. */
  auth?: 'basic' | 'bearer' | 'none' | 'silent-401';
  /** Reading needs no login. */
  open?: boolean;
  answer?: Answer;
  /** Realm of a Bearer challenge, instead of the server's own `/token`. */
  realm?: (registry: Registry) => string;
  /** WWW-Authenticate, instead of the usual; null = none. `bearer` is what a token registry usually says. */
  challenge?: (realm: string, bearer: string) => string | string[] | null;
  repositories?: Readonly<Record<string, Repository>>;
  tokens?: {
    form?: 'jwt' | 'opaque';
    /** `expires_in`; null = it is left out. */
    seconds?: number | null;
    /** `everything`: a token for whatever is asked, as Docker Hub does. */
    grants?: 'rights' | 'everything';
    /** It exchanges identity tokens (OAuth2). */
    exchange?: boolean;
    /** The identity token that it takes. */
    identity?: string;
  };
  /** The login that it takes, instead of the usual. */
  login?: { user: string; password: string };
  /** Header lines of every answer. */
  headers?: Readonly<Record<string, string>>;
  /** Versions, ciphers and demands of the encryption. */
  tls?: SecureOptions;
  address?: '127.0.0.1' | '::1';
}

type SecureOptions = Pick<
  TlsOptions,
  'minVersion' | 'maxVersion' | 'ciphers' | 'honorCipherOrder' | 'requestCert' | 'rejectUnauthorized'
>;

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
  uploads: { begun: number; cancelled: number };
  /** Method and path of each request. */
  asked: string[];
  /** Other servers of the scenario, by name. */
  beside: Readonly<Record<string, Registry>>;
  close(): Promise<void>;
}

export interface ServerOptions {
  /** `registry.test` when left out. */
  name?: string;
  beside?: Readonly<Record<string, Registry>>;
  /** Called when a greeting has begun, and when a request has come. */
  onGreeting?(): void;
  onRequest?(): void;
}

/** Starts a server on a free loopback port; `refuses` gives a port on which nothing listens. */
export async function startServer(chain: Chain, behaviour: Behaviour, options: ServerOptions = {}): Promise<Registry> {
  const registry: Registry = {
    host: '',
    port: 0,
    ...(behaviour.login ?? { user: 'robot-kaptain', password: 'canary-Pa55/w+rd' }),
    connections: 0,
    requests: 0,
    logins: 0,
    uploads: { begun: 0, cancelled: 0 },
    asked: [],
    beside: options.beside ?? {},
    close: async () => undefined
  };
  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    options.onRequest?.();
    registry.requests += 1;
    registry.asked.push(`${request.method ?? ''} ${request.url ?? ''}`);
    registry.logins += request.headers.authorization?.startsWith('Basic ') === true ? 1 : 0;
    for (const [name, value] of Object.entries(behaviour.headers ?? {})) {
      response.setHeader(name, value);
    }
    if (behaviour.answer?.(request, response, registry) !== true) {
      respond(request, response, registry, behaviour);
    }
  };
  const server = make(behaviour.kind ?? 'registry', chain, listener, options, behaviour.tls ?? {});
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    registry.connections += 1;
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
  });
  await new Promise<void>(resolve => server.listen(0, behaviour.address ?? '127.0.0.1', resolve));
  registry.port = (server.address() as AddressInfo).port;
  registry.host = `${options.name ?? 'registry.test'}:${registry.port}`;
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

/** Alert 112 (RFC 6066 3). */
const UNRECOGNIZED_NAME = Buffer.from('15030300020270', 'hex');

/** The first bytes of a server's greeting. */
const HALF_A_GREETING = Buffer.from('160303007a02', 'hex');

function make(
  kind: NonNullable<Behaviour['kind']>,
  chain: Chain,
  listener: (request: IncomingMessage, response: ServerResponse) => void,
  { onGreeting }: ServerOptions,
  secure: SecureOptions
): Server {
  // Level 0: certificates with weak keys and signatures have to be served, too.
  const identity = (): SecureOptions & { cert: string; key: string } => ({
    ciphers: 'DEFAULT@SECLEVEL=0',
    ...secure,
    cert: chain.map(pem).join(''),
    key: issued(chain[0]).keyPem
  });
  switch (kind) {
    case 'registry':
      return createHttps(
        {
          ...identity(),
          ...(onGreeting === undefined
            ? {}
            : {
                SNICallback: (_: string, done: (error: null) => void) => {
                  onGreeting();
                  done(null);
                }
              })
        },
        listener
      );
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
    case 'unknown-name':
      return createTcp(socket => socket.on('data', () => socket.end(UNRECOGNIZED_NAME)));
    case 'cuts-greeting':
      return createTcp(socket => socket.on('data', () => socket.end(HALF_A_GREETING)));
    case 'cuts-answer':
      return createTls(identity(), socket => socket.on('error', () => undefined).on('data', () => socket.destroy()));
    case 'hangs-answer':
      return createTls(identity(), socket => socket.on('error', () => undefined));
  }
}
