/** Writes DER (X.690), as far as certificates need it; whoever wants a faulty one puts the bytes together by hand. */

function length(size: number): Buffer {
  if (size < 0x80) {
    return Buffer.from([size]);
  }
  const bytes =
    size > 0xffff ? [size >> 16, (size >> 8) & 0xff, size & 0xff] : size > 0xff ? [size >> 8, size & 0xff] : [size];
  return Buffer.from([0x80 | bytes.length, ...bytes]);
}

/** One element: its first byte, then its content. */
export function element(tag: number, ...content: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(content);
  return Buffer.concat([Buffer.from([tag]), length(body.length), body]);
}

export const sequence = (...parts: readonly Uint8Array[]): Buffer => element(0x30, ...parts);
export const set = (...parts: readonly Uint8Array[]): Buffer => element(0x31, ...parts);
export const integer = (bytes: Uint8Array | number): Buffer =>
  element(0x02, typeof bytes === 'number' ? Buffer.from([bytes]) : bytes);
export const boolean = (value: boolean): Buffer => element(0x01, Buffer.from([value ? 0xff : 0]));
export const octets = (...content: readonly Uint8Array[]): Buffer => element(0x04, ...content);
export const nothing = (): Buffer => element(0x05);
/** Context tag: with parts inside, or plain bytes. */
export const context = (number: number, constructed: boolean, ...content: readonly Uint8Array[]): Buffer =>
  element((constructed ? 0xa0 : 0x80) | number, ...content);

/** Bits, of which the last `unused` do not count. */
export const bits = (content: Uint8Array, unused = 0): Buffer => element(0x03, Buffer.from([unused]), content);

export function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  const bytes = [40 * first + second, ...rest].flatMap(part => {
    const groups = [part & 0x7f];
    for (let left = part >>> 7; left > 0; left >>>= 7) {
      groups.unshift(0x80 | (left & 0x7f));
    }
    return groups;
  });
  return element(0x06, Buffer.from(bytes));
}

/** Kinds of text in names. */
export const TEXT = { utf8: 0x0c, printable: 0x13, t61: 0x14, ia5: 0x16, universal: 0x1c, bmp: 0x1e } as const;

export const text = (kind: keyof typeof TEXT, value: string | Uint8Array): Buffer =>
  element(TEXT[kind], typeof value === 'string' ? Buffer.from(value, 'utf8') : value);

/** UTCTime up to 2049, GeneralizedTime from 2050 on (RFC 5280 4.1.2.5). */
export function time(date: Date): Buffer {
  const plain = date.toISOString().replace(/[-:T]|\.\d+/g, '');
  return date.getUTCFullYear() < 2050 ? element(0x17, Buffer.from(plain.slice(2))) : element(0x18, Buffer.from(plain));
}
