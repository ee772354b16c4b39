import { createServer as createHttp, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createHttps, type ServerOptions } from 'node:https';
import { connect, createServer as createTcp, type AddressInfo, type Server, type Socket } from 'node:net';
import { after } from 'node:test';
import { createServer as createTls, type TlsOptions, type TLSSocket } from 'node:tls';
import { server as healthy } from './certificates.ts';

/** A listening server and what it counted. */
export interface Running {
  port: number;
  /** `registry.test:PORT`. */
  host: string;
  connections: number;
  requests: { path: string; method: string; authorization: string | undefined; body: string }[];
  close(): Promise<void>;
}

/** Requests that carried credentials. */
export function logins(running: Running): number {
  return running.requests.filter(({ authorization, body }) => authorization !== undefined || body !== '').length;
}

const running: Running[] = [];
after(() => Promise.all(running.map(item => item.close())));

async function start(make: (result: Running) => Server, address = '127.0.0.1'): Promise<Running> {
  const result: Running = { port: 0, host: '', connections: 0, requests: [], close: () => Promise.resolve() };
  const server = make(result);
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    result.connections += 1;
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
  });
  server.on('tlsClientError', () => undefined);
  await new Promise<void>(resolve => server.listen(0, address, resolve));
  result.port = (server.address() as AddressInfo).port;
  result.host = `registry.test:${result.port}`;
  result.close = () =>
    new Promise(resolve => {
      sockets.forEach(socket => socket.destroy());
      server.close(() => resolve());
    });
  running.push(result);
  return result;
}

function counting(result: Running, listener: RequestListener): RequestListener {
  return (request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      result.requests.push({
        path: request.url ?? '',
        method: request.method ?? '',
        authorization: request.headers.authorization,
        body: Buffer.concat(parts).toString()
      });
      listener(request, response);
    });
  };
}

const identity = { cert: healthy.pem, key: healthy.keyPem };

/** HTTP over TLS. */
export function https(listener: RequestListener, options: ServerOptions = {}, address?: string): Promise<Running> {
  return start(result => createHttps({ ...identity, ...options }, counting(result, listener)), address);
}

/** HTTP without TLS. */
export function http(listener: RequestListener): Promise<Running> {
  return start(result => createHttp(counting(result, listener)));
}

/** TCP: the server's own bytes. */
export function tcp(listener: (socket: Socket) => void): Promise<Running> {
  return start(() => createTcp(listener));
}

/** TLS: the server's own bytes instead of HTTP. */
export function tls(listener: (socket: TLSSocket) => void, options: TlsOptions = {}): Promise<Running> {
  return start(() =>
    createTls({ ...identity, ...options }, socket => {
      socket.on('error', () => undefined);
      listener(socket);
    })
  );
}

/** Answers every request over TLS with these bytes. */
export function answering(bytes: string | Buffer): Promise<Running> {
  return tls(socket => socket.once('data', () => socket.write(bytes)));
}

/** A port on which nothing listens. */
export async function closedPort(): Promise<number> {
  const result = await tcp(() => undefined);
  await result.close();
  return result.port;
}

/** An HTTP proxy; `refuse` answers instead of connecting. */
export function proxy(refuse?: (socket: Socket, request: IncomingMessage) => void): Promise<Running> {
  return start(result => {
    const server = createHttp();
    server.on('connect', (request, socket: Socket, head: Buffer) => {
      result.requests.push({
        path: request.url ?? '',
        method: 'CONNECT',
        authorization: request.headers['proxy-authorization'],
        body: ''
      });
      socket.on('error', () => undefined);
      if (refuse !== undefined) {
        refuse(socket, request);
        return;
      }
      const port = Number((request.url ?? '').split(':').at(-1));
      const onward = connect(port, '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
        onward.write(head);
        onward.pipe(socket).pipe(onward);
      });
      onward.on('error', () => socket.destroy());
    });
    return server;
  });
}

export function reply(
  response: ServerResponse,
  status: number,
  headers: Record<string, string | string[]> = {},
  body = '{}'
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(body);
}

/** A registry with a Basic login. */
export function basicRegistry(password: string, options: ServerOptions = {}): Promise<Running> {
  const expected = `Basic ${Buffer.from(`robot$kaptain:${password}`).toString('base64')}`;
  return https((request, response) => {
    if (request.headers.authorization === expected) {
      reply(response, 200);
    } else {
      reply(response, 401, { 'www-authenticate': 'Basic realm="Registry"' }, '{"errors":[{"code":"UNAUTHORIZED"}]}');
    }
  }, options);
}
