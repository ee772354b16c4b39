import asn1, { type Asn1 } from 'node-forge/lib/asn1.js';

/** Limits before anything is read: a certificate of ours needs a tenth of them. */
export const MAX_DER_BYTES = 256 * 1024;
const MAX_DEPTH = 24;
const MAX_PARTS = 20_000;

/** Tags of X.690 that certificates use; context tags are `0x80 | number`, with `0x20` when constructed. */
export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  utf8: 0x0c,
  numeric: 0x12,
  printable: 0x13,
  t61: 0x14,
  ia5: 0x16,
  utcTime: 0x17,
  generalizedTime: 0x18,
  visible: 0x1a,
  universal: 0x1c,
  bmp: 0x1e,
  sequence: 0x30,
  set: 0x31
} as const;

/** One element of a DER structure. */
export interface DerNode {
  /** First byte: class, form and number. */
  tag: number;
  /** Parts of a constructed element, else empty. */
  children: readonly DerNode[];
  /** The content bytes. */
  content: Uint8Array;
  /** The whole element. */
  bytes: Uint8Array;
  /** Where the whole element stands in what was read. */
  start: number;
  end: number;
}

export type DerFault = 'too-large' | 'too-deep' | 'too-many-parts' | 'not-der';

/** Thrown by the readers of this folder only, and caught there: never leaves `readCertificate`. */
export class DerError extends Error {
  readonly fault: DerFault;

  constructor(fault: DerFault) {
    super(fault);
    this.fault = fault;
  }
}

interface Position {
  start: number;
  content: number;
  end: number;
}

/**
 * Length of the first element, checked against depth, number of parts and the bytes that are there, before the library
 * builds anything: DER's own rules (definite, shortest lengths; X.690 10.1), one byte per tag.
 */
function scan(der: Uint8Array): Position[] {
  const positions: Position[] = [];
  const visit = (start: number, limit: number, depth: number): number => {
    if (depth > MAX_DEPTH) {
      throw new DerError('too-deep');
    }
    if (positions.length >= MAX_PARTS) {
      throw new DerError('too-many-parts');
    }
    const tag = der[start];
    const first = der[start + 1];
    if (tag === undefined || first === undefined || start + 2 > limit || (tag & 0x1f) === 0x1f) {
      throw new DerError('not-der');
    }
    let content = start + 2;
    let length = first;
    if (first >= 0x80) {
      const count = first & 0x7f;
      if (count === 0 || count > 4 || content + count > limit) {
        throw new DerError('not-der');
      }
      length = 0;
      for (let index = 0; index < count; index++) {
        length = length * 256 + (der[content + index] as number);
      }
      if (length < 0x80 || (count > 1 && der[content] === 0)) {
        throw new DerError('not-der');
      }
      content += count;
    }
    const end = content + length;
    if (end > limit) {
      throw new DerError('not-der');
    }
    positions.push({ start, content, end });
    if ((tag & 0x20) !== 0) {
      for (let at = content; at < end;) {
        at = visit(at, end, depth + 1);
      }
    }
    return end;
  };
  visit(0, der.length, 0);
  return positions;
}

/**
 * Reads the first element of the bytes; what follows it is left alone (`end` tells).
 *
 * @throws DerError with the class of the fault; never quotes the input
 */
export function readDer(der: Uint8Array): DerNode {
  if (der.length > MAX_DER_BYTES) {
    throw new DerError('too-large');
  }
  const positions = scan(der);
  const end = (positions[0] as Position).end;
  let tree: Asn1;
  try {
    tree = asn1.fromDer(Buffer.from(der.buffer, der.byteOffset, end).toString('latin1'), {
      strict: true,
      parseAllBytes: true,
      decodeBitStrings: false,
      maxDepth: MAX_DEPTH + 2
    });
  } catch {
    throw new DerError('not-der');
  }
  // The library keeps no positions; both walks go through the elements in the same order.
  let next = 0;
  const attach = (element: Asn1): DerNode => {
    const { start, content, end: stop } = positions[next++] as Position;
    return {
      tag: der[start] as number,
      children: typeof element.value === 'string' ? [] : element.value.map(attach),
      content: der.subarray(content, stop),
      bytes: der.subarray(start, stop),
      start,
      end: stop
    };
  };
  return attach(tree);
}

/** An object identifier in dotted form; empty when the element is none. */
export function oidOf(node: DerNode | undefined): string {
  if (node?.tag !== TAG.oid || node.content.length === 0 || node.content.length > 64) {
    return '';
  }
  // Cut off within a number (X.690 8.19.2): of these the library makes a shorter one, or none at all.
  if ((node.content.at(-1) as number) >= 0x80) {
    return '';
  }
  try {
    return asn1.derToOid(Buffer.from(node.content).toString('latin1'));
  } catch {
    return '';
  }
}

/** Hexadecimal, lower case. */
export function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex');
}

/** A small whole number that is not negative; null when it is none or needs more than four bytes. */
export function smallInteger(content: Uint8Array): number | null {
  if (content.length === 0 || content.length > 5 || (content[0] as number) >= 0x80) {
    return null;
  }
  return content.reduce((value, byte) => value * 256 + byte, 0);
}
