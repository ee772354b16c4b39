import { mistakenFor } from '../mistaken.ts';
import { DerError, oidOf, readDer, TAG } from './asn1.ts';
import { readCertificate } from './certificate.ts';
import type { FileFault } from './facts.ts';

const SIGNED_DATA = '1.2.840.113549.1.7.2';
const DATA = '1.2.840.113549.1.7.1';

/** What binary bytes are, by their outermost structure; null when they are no DER of a known kind. */
export function binaryKind(bytes: Uint8Array): 'der' | 'pkcs7' | 'pkcs12' | null {
  if (bytes[0] !== TAG.sequence) {
    return null;
  }
  try {
    const { children } = readDer(bytes);
    if (oidOf(children[0]) === SIGNED_DATA) {
      return 'pkcs7';
    }
    if (children[0]?.tag === TAG.integer && [DATA, SIGNED_DATA].includes(oidOf(children[1]?.children[0]))) {
      return 'pkcs12';
    }
  } catch (error) {
    if (!(error instanceof DerError)) {
      throw error;
    }
    return null;
  }
  return 'fault' in readCertificate(bytes) ? null : 'der';
}

function utf16Text(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  const little = first === 0xff && second === 0xfe;
  if (little || (first === 0xfe && second === 0xff)) {
    return new TextDecoder(little ? 'utf-16le' : 'utf-16be').decode(bytes);
  }
  // Without a mark: every other byte of plain text is a zero.
  return first === 0x2d && second === 0 ? new TextDecoder('utf-16le').decode(bytes) : null;
}

function decodedBase64(text: string): Buffer | null {
  const plain = text.replace(/\s/g, '');
  return plain.length >= 16 && plain.length % 4 === 0 && /^[A-Za-z0-9+/]+={0,2}$/.test(plain)
    ? Buffer.from(plain, 'base64')
    : null;
}

/** Fault of a file without a single BEGIN marker in its right spelling. */
function faultWithoutMarkers(bytes: Uint8Array, text: string): FileFault {
  if (/^[\s\0]*$/.test(text)) {
    return 'blank';
  }
  if (utf16Text(bytes) !== null) {
    return 'utf16';
  }
  const binary = binaryKind(bytes);
  if (binary !== null) {
    return binary;
  }
  if (/^\s*<(!doctype|html|head|\?xml)/i.test(text)) {
    return 'html';
  }
  const decoded = decodedBase64(text);
  if (decoded !== null) {
    if (decoded.includes('-----BEGIN ')) {
      return 'base64-of-pem';
    }
    const kind = binaryKind(decoded);
    if (kind !== null) {
      return kind === 'der' ? 'bare-base64' : kind;
    }
  }
  if (/begin (x509 |trusted )?certificate/i.test(text)) {
    return 'damaged-markers';
  }
  const kind = mistakenFor(bytes, text);
  return kind === null || kind === 'pem' ? 'text' : kind;
}

/**
 * Why a file yields no certificate to any program.
 *
 * @param text - the bytes, one character each
 * @param markers - whether a BEGIN marker stands in it, anywhere
 * @param certificateMarkers - whether one of them is a certificate's
 */
export function fileFault(
  bytes: Uint8Array,
  text: string,
  markers: boolean,
  certificateMarkers: boolean
): FileFault | null {
  if (!markers) {
    return faultWithoutMarkers(bytes, text);
  }
  if (!certificateMarkers) {
    return 'other-blocks';
  }
  const begin = text.indexOf('-----BEGIN ');
  const lineStart = text.lastIndexOf('\n', begin) + 1;
  const before = text.slice(lineStart, begin);
  const line = text.slice(begin, text.indexOf('\n', begin) < 0 ? text.length : text.indexOf('\n', begin));
  if (line.includes('\\n')) {
    return /^\s*"/.test(text) ? 'json-string' : 'literal-newlines';
  }
  if (/["']$/.test(before)) {
    return 'quoted';
  }
  if (!text.includes('\n') && text.includes('\r')) {
    return 'old-mac';
  }
  if (before !== '' && before !== '\xef\xbb\xbf') {
    return /^[ \t]+$/.test(before) ? 'indented' : 'text-before-marker';
  }
  return /^-----BEGIN [A-Z0-9 ]+-----\s*[A-Za-z0-9+/]/.test(line) ? 'one-line' : null;
}
