import { hexOf, oidOf, TAG, type DerNode } from './asn1.ts';
import type { FaultFacts, NameFacts } from './facts.ts';

/** Short names of attributes, RFC 4519 and the ones that certificates of home-made CAs use. */
const SHORT_NAMES: Readonly<Record<string, string>> = {
  '2.5.4.3': 'CN',
  '2.5.4.5': 'serialNumber',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.9': 'street',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
  '0.9.2342.19200300.100.1.1': 'UID',
  '0.9.2342.19200300.100.1.25': 'DC',
  '1.2.840.113549.1.9.1': 'emailAddress'
};

const COMMON_NAME = '2.5.4.3';

/** Kinds of string whose spelling OpenSSL evens out before it compares (`ASN1_MASK_CANON`). */
const CANONICAL_TAGS: ReadonlySet<number> = new Set([
  TAG.utf8,
  TAG.bmp,
  TAG.universal,
  TAG.printable,
  TAG.t61,
  TAG.ia5,
  TAG.visible
]);

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Text of UTF-8 bytes, or null when they are none. */
export function utf8Text(bytes: Uint8Array): string | null {
  try {
    return strictUtf8.decode(bytes);
  } catch {
    return null;
  }
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
}

function wide(bytes: Uint8Array, width: 2 | 4): string | null {
  if (bytes.length % width !== 0) {
    return null;
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let text = '';
  for (let at = 0; at < bytes.length; at += width) {
    const point = width === 2 ? view.getUint16(at) : view.getUint32(at);
    if (point > 0x10ffff) {
      return null;
    }
    text += width === 2 ? String.fromCharCode(point) : String.fromCodePoint(point);
  }
  return text;
}

/** Text of an attribute's value; null when its bytes do not fit its kind, which OpenSSL refuses to load. */
function textOf(node: DerNode): string | null {
  switch (node.tag) {
    case TAG.utf8:
      return utf8Text(node.content);
    case TAG.bmp:
      return wide(node.content, 2);
    case TAG.universal:
      return wide(node.content, 4);
    default:
      return latin1(node.content);
  }
}

/** What Go refuses in an attribute's value (`parseASN1String`). */
function faultOf(node: DerNode, text: string | null): FaultFacts['kind'] | null {
  switch (node.tag) {
    case TAG.utf8:
    case TAG.bmp:
      return text === null || (node.tag === TAG.bmp && /[\uD800-\uDFFF\uFDD0-\uFDEF\uFFFE\uFFFF]/.test(text))
        ? 'utf8-string'
        : null;
    case TAG.printable:
      return /[^A-Za-z0-9 '()+,\-./:=?*&]/.test(text ?? '') ? 'printable-string' : null;
    case TAG.ia5:
      return /[^\x00-\x7f]/.test(text ?? '') ? 'ia5-string' : null;
    case TAG.t61:
      return null;
    case TAG.numeric:
      return /[^0-9 ]/.test(text ?? '') ? 'other-string' : null;
    default:
      return 'other-string';
  }
}

/** OpenSSL's canonical form of a value (`asn1_string_canon`): outer blanks cut, inner ones joined, ASCII in lower case. */
function canonicalValue(node: DerNode, text: string | null): string {
  if (!CANONICAL_TAGS.has(node.tag) || text === null) {
    return `${node.tag}:${hexOf(node.content)}`;
  }
  return text
    .replace(/^[ \t-\r]+|[ \t-\r]+$/g, '')
    .replace(/[ \t-\r]+/g, ' ')
    .replace(/[A-Z]/g, letter => letter.toLowerCase());
}

/**
 * Reads a distinguished name (RFC 5280 4.1.2.4).
 *
 * @param faults - gets what Go or OpenSSL refuses in it
 * @returns null when it is no Name
 */
export function readName(node: DerNode | undefined, faults: FaultFacts[]): NameFacts | null {
  if (node?.tag !== TAG.sequence) {
    return null;
  }
  const texts: string[] = [];
  const commonNames: string[] = [];
  const canonical: string[][] = [];
  for (const set of node.children) {
    if (set.tag !== TAG.set) {
      return null;
    }
    const parts: string[] = [];
    for (const attribute of set.children) {
      const [type, value] = attribute.children;
      const oid = oidOf(type);
      if (attribute.tag !== TAG.sequence || oid === '' || value === undefined) {
        return null;
      }
      const name = SHORT_NAMES[oid] ?? oid;
      const text = textOf(value);
      const fault = faultOf(value, text);
      if (fault !== null) {
        faults.push({ kind: fault, what: name });
      }
      const shown = text ?? latin1(value.content);
      texts.push(`${name}=${shown}`);
      if (oid === COMMON_NAME) {
        commonNames.push(shown);
      }
      parts.push(`${oid}=${canonicalValue(value, text)}`);
    }
    canonical.push(parts.sort());
  }
  return {
    raw: hexOf(node.bytes),
    canonical: JSON.stringify(canonical),
    text: texts.reverse().join(', '),
    commonNames,
    empty: texts.length === 0
  };
}
