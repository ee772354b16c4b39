import type { Socket } from 'node:net';
import { gzipSync } from 'node:zlib';

/** Writes pieces until the other side is gone. */
export function pour(socket: Socket, piece: (count: number) => string | Buffer): void {
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

/** Markup, control characters and what turns the direction of text. */
export const POISON = '<img src=x onerror=alert(1)>\u001b[31m\u202e';

/** A whole answer with a body of JSON. */
function json(status: string, body: string | Buffer, headers = ''): Buffer {
  const bytes = Buffer.from(body);
  const head = `HTTP/1.1 ${status}\r\ncontent-type: application/json\r\n${headers}content-length: ${bytes.length}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), bytes]);
}

/** 50 MB that take 50 kB. */
const bomb = gzipSync(Buffer.alloc(50_000_000, ' '));

const errors = (code: string, message: string): string =>
  JSON.stringify({ errors: [{ code, message, detail: [{ Name: message }] }], details: message, token: message });

/** Answers that keep us waiting for a limit instead of giving us work. */
export const WAITING = /silence|byte by byte|protocol switch/;

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
  'endless status line': socket => pour(socket, () => 'HTTP/1.1 200 '.repeat(1000)),
  'endless body with a web page': socket => {
    socket.write(`${OK}content-type: text/html\r\n\r\n`);
    pour(socket, () => '<html>'.repeat(1000));
  },
  'endless chunks': socket => {
    socket.write(`${OK}transfer-encoding: chunked\r\n\r\n`);
    pour(socket, () => `1000\r\n${'a'.repeat(4096)}\r\n`);
  },
  'endless interim answers': socket => pour(socket, () => 'HTTP/1.1 103 Early Hints\r\n\r\n'.repeat(100)),
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
  'a compressed body that grows a thousand times': socket =>
    void socket.end(json('200 OK', bomb, 'content-encoding: gzip\r\n')),
  'a compressed transfer that grows a thousand times': socket => {
    socket.write(`${OK}transfer-encoding: gzip, chunked\r\n\r\n${bomb.length.toString(16)}\r\n`);
    socket.write(bomb);
    socket.end('\r\n0\r\n\r\n');
  },
  'trailers without end': socket => {
    socket.write(`${OK}transfer-encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n`);
    pour(socket, count => `x-${count}: ${'a'.repeat(1000)}\r\n`);
  },
  'chunks of one byte': socket => {
    socket.write(`${OK}transfer-encoding: chunked\r\n\r\n`);
    pour(socket, () => `1;${'x'.repeat(2000)}\r\n \r\n`);
  },
  'redirects in circles': socket => {
    const again = (): void => void socket.write('HTTP/1.1 307 On\r\nlocation: ?again\r\ncontent-length: 0\r\n\r\n');
    socket.on('data', again);
    again();
  },
  'redirects from place to place': socket => {
    let count = 0;
    const on = (): void => {
      count += 1;
      socket.write(`HTTP/1.1 308 On\r\nlocation: /v2/place-${count}/\r\ncontent-length: 0\r\n\r\n`);
    };
    socket.on('data', on);
    on();
  },
  'no HTTP at all': socket => void socket.end('\u0000\u0001\u0002 hello \u202e\r\n')
};

/** Answers that are ones, however odd: what they say counts. */
export const oddAnswers: Readonly<Record<string, (socket: Socket) => void>> = {
  'thousands of header lines': socket => void socket.end(`${OK}${'a:\r\n'.repeat(3800)}content-length: 2\r\n\r\n{}`),
  'more bytes than it announces': socket =>
    void socket.end(`${OK}content-length: 2\r\n\r\n{}HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}`),
  'errors full of markup': socket =>
    void socket.end(json('403 No', errors(POISON, POISON), `docker-distribution-api-version: registry/2.0\r\n`)),
  'errors that are no UTF-8': socket =>
    void socket.end(json('500 No', Buffer.from('{"errors":[{"code":"\xff\xfe\xc3("}]}', 'latin1'))),
  'JSON that is nested without end': socket => void socket.end(json('404 No', '[{"errors":'.repeat(20_000))),
  'thousands of errors': socket =>
    void socket.end(json('401 No', `{"errors":[${'{"code":"DENIED"},'.repeat(12_000)}{}]}`)),
  'markup in every header line': socket =>
    void socket.end(
      [
        'HTTP/1.1 429 <b>',
        ...[
          'www-authenticate',
          'retry-after',
          'date',
          'server',
          'content-type',
          'location',
          'docker-content-digest'
        ].map(name => `${name}: <img src=x onerror=alert(1)>`),
        'content-length: 0\r\n\r\n'
      ].join('\r\n')
    ),
  'a wait of a thousand years': socket =>
    void socket.end('HTTP/1.1 503 No\r\nretry-after: 99999999999999999999\r\ncontent-length: 0\r\n\r\n')
};
