/**
 * Text of the 4 or 16 bytes of an address; IPv6 in the short form of RFC 5952 as `URL` writes it.
 *
 * @returns null for another number of bytes, which Go refuses to read
 */
export function addressText(bytes: Uint8Array): string | null {
  if (bytes.length === 4) {
    return bytes.join('.');
  }
  if (bytes.length !== 16) {
    return null;
  }
  const groups: string[] = [];
  for (let at = 0; at < 16; at += 2) {
    groups.push((((bytes[at] as number) << 8) | (bytes[at + 1] as number)).toString(16));
  }
  return new URL(`http://[${groups.join(':')}]/`).hostname.slice(1, -1);
}

/** Bytes of an address as text; null when the text is no address. */
export function addressBytes(text: string): Uint8Array | null {
  const plain = text.startsWith('[') && text.endsWith(']') ? text.slice(1, -1) : text;
  if (/^\d{1,3}(\.\d{1,3}){3}$/.test(plain)) {
    const bytes = plain.split('.').map(Number);
    return bytes.every(byte => byte <= 255) ? Uint8Array.from(bytes) : null;
  }
  if (!plain.includes(':') || !URL.canParse(`http://[${plain}]/`)) {
    return null;
  }
  const short = new URL(`http://[${plain}]/`).hostname.slice(1, -1);
  const [head = '', tail] = short.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const groups = [...left, ...Array<string>(8 - left.length - right.length).fill('0'), ...right];
  return Uint8Array.from(groups.flatMap(group => [parseInt(group, 16) >> 8, parseInt(group, 16) & 0xff]));
}

/** An address in one spelling, so that two spellings of it compare equal; null when the text is no address. */
export function canonicalAddress(text: string): string | null {
  const bytes = addressBytes(text);
  return bytes === null ? null : addressText(bytes);
}

const HEX_ESCAPE = /%(?![0-9A-Fa-f]{2})/;

/**
 * Whether Go's `url.Parse` takes a URI of a subject alternative name and its host is a domain (`parseSANExtension`);
 * when not, Go refuses the whole certificate.
 */
export function isGoUri(text: string): boolean {
  if (/[\x00-\x1f\x7f]/.test(text) || text.startsWith(':')) {
    return false;
  }
  const scheme = /^[A-Za-z][A-Za-z0-9+.-]*:/.exec(text)?.[0] ?? '';
  const rest = text.slice(scheme.length).replace(/#.*$/s, '').replace(/\?.*$/s, '');
  if (!rest.startsWith('/')) {
    // Opaque after a scheme; otherwise a relative path whose first part must not hold a colon.
    return scheme !== '' || !/^[^/]*:/.test(rest);
  }
  if (!rest.startsWith('//')) {
    return !HEX_ESCAPE.test(rest);
  }
  const authority = /^\/\/([^/]*)/.exec(rest)?.[1] ?? '';
  const host = authority.slice(authority.lastIndexOf('@') + 1);
  const path = rest.slice(2 + authority.length);
  if (HEX_ESCAPE.test(path) || /[ "<>\\^`{|}]/.test(host)) {
    return false;
  }
  if (host.startsWith('[')) {
    return /^\[[^\]]*\](:\d*)?$/.test(host);
  }
  return /^[^:]*(:\d*)?$/.test(host) && !/[^\x21-\x7e]/.test(host) && !/\.\.|^\.|\.$/.test(host);
}
