/** A proxy in front of a registry that ends TLS and counts what a client opens, shakes and asks. */
import { createServer, request } from 'node:https';
import { createServer as createTcp, connect } from 'node:net';

/**
 * @param {{ cert: string, key: string }} tls the registry's own
 * @param {number} port of the registry on 127.0.0.1
 */
export async function startCounting(tls, port) {
  const counted = { connections: 0, handshakes: 0, requests: 0 };
  const server = createServer(tls, (incoming, outgoing) => {
    counted.requests += 1;
    const onward = request(
      // The counting proxy trusts the registry that it stands in front of: the same process made its certificate.
      { host: '127.0.0.1', port, path: incoming.url, method: incoming.method, headers: incoming.headers, ca: tls.ca },
      answer => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      }
    );
    onward.on('error', () => outgoing.destroy());
    incoming.pipe(onward);
  });
  server.on('connection', () => (counted.connections += 1));
  server.on('secureConnection', () => (counted.handshakes += 1));
  server.on('tlsClientError', () => undefined);
  await new Promise(done => server.listen(0, '127.0.0.1', done));
  return {
    port: server.address().port,
    /** What was counted since the last call. */
    take: () => {
      const taken = { ...counted };
      Object.assign(counted, { connections: 0, handshakes: 0, requests: 0 });
      return taken;
    },
    close: () => {
      server.closeAllConnections();
      return new Promise(done => server.close(done));
    }
  };
}

/**
 * A port of its own in front of the same registry; `null` accepts and never answers.
 * @param {number | null} port
 */
export async function startDoor(port) {
  const sockets = new Set();
  // Without a delay of its own: what is measured is what stands behind it.
  const server = createTcp({ noDelay: true }, socket => {
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    if (port !== null) {
      const onward = connect({ port, host: '127.0.0.1', noDelay: true });
      onward.on('error', () => socket.destroy());
      socket.pipe(onward).pipe(socket);
    }
  });
  await new Promise(done => server.listen(0, '127.0.0.1', done));
  return {
    port: server.address().port,
    close: () => {
      sockets.forEach(socket => socket.destroy());
      return new Promise(done => server.close(done));
    }
  };
}
