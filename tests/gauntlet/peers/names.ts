import { createSocket, type Socket } from 'node:dgram';

/** A name server on 127.0.0.1:53 of the namespace that knows no name (RFC 1035 4.1.1, RCODE 3): what is not in the hosts file does not exist. */
export async function startNameServer(): Promise<Socket> {
  const server = createSocket('udp4');
  server.on('message', (query, { port, address }) => {
    const answer = Buffer.from(query);
    answer.writeUInt16BE(0x8183, 2);
    server.send(answer, port, address);
  });
  await new Promise<void>((listening, fail) => {
    server.once('error', fail);
    server.bind(53, '127.0.0.1', listening);
  });
  return server;
}
