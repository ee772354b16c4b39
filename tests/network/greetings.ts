import { connect, type Socket } from 'node:net';
import { extension } from '../gauntlet/pki/extensions.ts';
import { make } from '../gauntlet/pki/make.ts';
import { drip, POISON, pour } from './answers.ts';
import { authority, server } from './certificates.ts';
import { basicRegistry, tcp, tls, type Running } from './servers.ts';

/** One TLS record: its kind, its content, and the length that it claims. */
function record(kind: number, content: Buffer, length = content.length): Buffer {
  return Buffer.concat([Buffer.from([kind, 3, 3, length >> 8, length & 0xff]), content]);
}

const many = (piece: Buffer): Buffer => Buffer.concat(Array<Buffer>(2000).fill(piece));

const HELLO = 22;
/** A message of the greeting that claims 16 MB. */
const endlessMessage = record(HELLO, Buffer.concat([Buffer.from([11, 0xff, 0xff, 0xff]), Buffer.alloc(16_000)]));

const afterHello =
  (answer: (socket: Socket) => void): (() => Promise<Running>) =>
  () =>
    tcp(socket => socket.once('data', () => answer(socket)));

/** A healthy registry of which only the first bytes of every connection arrive. */
export async function cutAfter(bytes: number, reset: boolean): Promise<Running> {
  const registry = await basicRegistry('word');
  return tcp(socket => {
    const onward = connect(registry.port, '127.0.0.1');
    socket.pipe(onward);
    let left = bytes;
    onward.on('data', (data: Buffer) => {
      socket.write(data.subarray(0, left));
      left -= data.length;
      if (left <= 0) {
        onward.destroy();
        void (reset ? socket.resetAndDestroy() : socket.end());
      }
    });
    onward.on('error', () => socket.destroy());
    socket.on('close', () => onward.destroy());
  });
}

/** Servers that misbehave before, within or by their greeting. */
export const greetings: Readonly<Record<string, () => Promise<Running>>> = {
  'an end at once': () => tcp(socket => socket.end()),
  'a reset at once': () => tcp(socket => void socket.resetAndDestroy()),
  'an end after our greeting': afterHello(socket => socket.end()),
  'a reset after our greeting': afterHello(socket => void socket.resetAndDestroy()),
  'a greeting byte by byte': () => tcp(socket => drip(socket, '\u0016\u0003\u0003\u0000\u007a', '\u0000')),
  'a greeting of empty messages': afterHello(socket => pour(socket, () => many(record(HELLO, Buffer.alloc(4))))),
  'empty records without end': afterHello(socket => pour(socket, () => many(record(23, Buffer.alloc(0))))),
  'warnings without end': afterHello(socket => pour(socket, () => many(record(21, Buffer.from([1, 90]))))),
  'a message of 16 MB': afterHello(socket =>
    pour(socket, count => (count === 0 ? endlessMessage : record(HELLO, Buffer.alloc(16_000))))
  ),
  'a record longer than allowed': afterHello(socket => void socket.write(record(HELLO, Buffer.alloc(40_000), 0xffff))),
  'a record shorter than it says': afterHello(socket => void socket.end(record(HELLO, Buffer.from([2, 0, 0]), 512))),
  'a record of no known kind': afterHello(socket => void socket.end(record(99, Buffer.alloc(100)))),
  ...Object.fromEntries(
    [1, 5, 90, 130, 600, 1100, 1400, 1700, 2200].flatMap(bytes => [
      [`an end after ${bytes} bytes`, () => cutAfter(bytes, false)],
      [`a reset after ${bytes} bytes`, () => cutAfter(bytes, true)]
    ])
  )
};

const certified = (cert: string, key = server.keyPem): Promise<Running> =>
  tls(socket => socket.once('data', () => socket.destroy()), { cert, key });

/** Text that is none in any encoding, and text of many bytes that does harm in a terminal or a page. */
const NO_TEXT = Buffer.from([0xff, 0xfe, 0xc3, 0x28, 0x00, 0x1b, 0x9b, 0x31]);
const WIDE = Buffer.from(POISON, 'utf16le').swap16();

/** Servers whose certificates are the attack. */
export const certificates: Readonly<Record<string, () => Promise<Running>>> = {
  'thousands of certificates': () => certified(server.pem + authority.pem.repeat(2000)),
  'more certificates than are read': () => certified(server.pem + authority.pem.repeat(60)),
  'a certificate of 10 MB': () => {
    const note = extension('1.3.6.1.4.1.99999.1', Buffer.alloc(10 * 1024 * 1024, 'a'));
    const made = make({ name: 'registry.test', extensions: { note } });
    return certified(made.pem, made.keyPem);
  },
  'thousands of names': () => {
    const names = Array.from({ length: 3000 }, (_, index) => `n${index}.test`);
    const made = make({ name: 'registry.test', names });
    return certified(made.pem, made.keyPem);
  },
  'names full of markup': () => {
    const parts = [
      ['CN', 'utf8', `${POISON}\u0000\u200b`],
      ['CN', 'bmp', WIDE],
      ['O', 'printable', NO_TEXT],
      ['OU', 't61', NO_TEXT]
    ] as const;
    const made = make({ name: '', subject: parts, names: [POISON, `*.${POISON}`] });
    return certified(made.pem, made.keyPem);
  }
};
