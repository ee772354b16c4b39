import { createServer, type IncomingMessage } from 'node:http';
import { connect, createServer as createTcp, type AddressInfo, type Server, type Socket } from 'node:net';

/** What a proxy does when it is asked for a way. */
export interface ProxyBehaviour {
  kind?: 'works' | 'silent' | 'cuts' | 'refuses' | 'text';
  /** Status of its answer instead of a way. */
  status?: number;
  /** It wants `user:password`. */
  login?: string;
}

export interface RunningProxy {
  /** `127.0.0.1:PORT`. */
  host: string;
  /** Targets of CONNECT, in order. */
  asked: string[];
  close(): Promise<void>;
}

/** Starts an HTTP proxy on a free loopback port; whatever the name, it connects to loopback. */
export async function startProxy(behaviour: ProxyBehaviour): Promise<RunningProxy> {
  const running: RunningProxy = { host: '', asked: [], close: async () => undefined };
  const server = make(behaviour, running);
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  running.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  running.close = () =>
    new Promise(resolve => {
      sockets.forEach(socket => socket.destroy());
      server.close(() => resolve());
    });
  if (behaviour.kind === 'refuses') {
    await running.close();
    running.close = async () => undefined;
  }
  return running;
}

function make(behaviour: ProxyBehaviour, running: RunningProxy): Server {
  if (behaviour.kind === 'text') {
    return createTcp(socket => socket.end('SSH-2.0-OpenSSH_9.2\r\n'));
  }
  const server = createServer((_, response) => response.writeHead(400).end());
  server.on('connect', (request: IncomingMessage, socket: Socket, head: Buffer) => {
    running.asked.push(request.url ?? '');
    const wanted =
      behaviour.login === undefined ? undefined : `Basic ${Buffer.from(behaviour.login).toString('base64')}`;
    const status = wanted !== undefined && request.headers['proxy-authorization'] !== wanted ? 407 : behaviour.status;
    if (behaviour.kind === 'silent') {
      return;
    }
    if (behaviour.kind === 'cuts') {
      socket.destroy();
      return;
    }
    if (status !== undefined) {
      socket.end(`HTTP/1.1 ${status} No\r\ncontent-length: 0\r\n\r\n`);
      return;
    }
    const [, host = '', port = ''] = /^(.*):(\d+)$/.exec(request.url ?? '') ?? [];
    const onward = connect(Number(port), host.startsWith('[') ? '::1' : '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      onward.write(head);
      onward.pipe(socket).pipe(onward);
    });
    onward.on('error', () => socket.end('HTTP/1.1 502 Bad Gateway\r\ncontent-length: 0\r\n\r\n'));
    socket.on('close', () => onward.destroy());
  });
  return server;
}
