import type { Socket } from 'node:net';

/** Writes pieces until the other side is gone. */
export function pour(socket: Socket, piece: (count: number) => string): void {
  let count = 0;
  const more = (): void => {
    while (!socket.destroyed && socket.write(piece(count++))) {
      // Until the buffer is full.
    }
  };
  socket.on('drain', more);
  more();
}

/** Writes one byte after the other. */
export function drip(socket: Socket, text: string, endless: string): void {
  let count = 0;
  const timer = setInterval(() => {
    socket.write(text[count] ?? endless);
    count += 1;
  }, 5);
  socket.on('close', () => clearInterval(timer));
}

export const OK = 'HTTP/1.1 200 OK\r\n';

/** What a server can do instead of answering, once it has the request. */
export const answers: Readonly<Record<string, (socket: Socket) => void>> = {
  'endless header lines': socket => {
    socket.write(OK);
    pour(socket, count => `x-${count}: ${'a'.repeat(1000)}\r\n`);
  },
  'one endless header line': socket => {
    socket.write(`${OK}x: `);
    pour(socket, () => 'a'.repeat(10_000));
  },
  'endless status line': socket => pour(socket, () => 'HTTP/1.1 200 '),
  'endless body with a web page': socket => {
    socket.write(`${OK}content-type: text/html\r\n\r\n`);
    pour(socket, () => '<html>'.repeat(1000));
  },
  'endless chunks': socket => {
    socket.write(`${OK}transfer-encoding: chunked\r\n\r\n`);
    pour(socket, () => `1000\r\n${'a'.repeat(4096)}\r\n`);
  },
  'endless interim answers': socket => pour(socket, () => 'HTTP/1.1 103 Early Hints\r\n\r\n'),
  'header byte by byte': socket => drip(socket, `${OK}x: `, 'a'),
  'silence after the status line': socket => void socket.write(OK),
  'an end after the status line': socket => void socket.end(OK),
  'an end within the header': socket => void socket.end(`${OK}content-type: text`),
  'a reset within the header': socket => socket.write(OK, () => socket.destroy()),
  'no answer and an end': socket => void socket.end(),
  'no answer and a reset': socket => socket.destroy(),
  'a length that is too large, and silence': socket => void socket.write(`${OK}content-length: 5000\r\n\r\n<x>`),
  'two lengths': socket => void socket.end(`${OK}content-length: 1\r\ncontent-length: 3\r\n\r\nabc`),
  'a length below zero': socket => void socket.end(`${OK}content-length: -1\r\n\r\nabc`),
  'length and chunks': socket => void socket.end(`${OK}content-length: 1\r\ntransfer-encoding: chunked\r\n\r\nzz`),
  'a wrong chunk length': socket => void socket.end(`${OK}transfer-encoding: chunked\r\n\r\nzz\r\n`),
  'control characters in a header': socket =>
    void socket.end(`${OK}docker-distribution-api-version: \u0001\u001b[31m\r\ncontent-length: 2\r\n\r\nno`),
  'a protocol switch': socket =>
    void socket.end('HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n'),
  'another version of HTTP': socket => void socket.end('HTTP/9.9 200 OK\r\n\r\n'),
  'a status of four digits': socket => void socket.end('HTTP/1.1 2000 OK\r\n\r\n'),
  'no HTTP at all': socket => void socket.end('\u0000\u0001\u0002 hello \u202e\r\n')
};
