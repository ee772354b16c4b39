/** The grammar of a registry's address, shared by browser, command and engine. */

export type HostFault = 'empty' | 'scheme' | 'path' | 'space' | 'port' | 'userinfo' | 'characters';

export type HostKind = 'name' | 'ipv4' | 'ipv6';

export type ParsedHost =
  | {
      ok: true;
      /** Name or address, without brackets, as typed. */
      hostname: string;
      /** 443 when none was given. */
      port: number;
      kind: HostKind;
      /** As typed. */
      given: string;
    }
  | { ok: false; fault: HostFault };

/** Port of a registry whose address names none. */
export const DEFAULT_PORT = 443;

/** A name of 253 characters, brackets, colon and port fit. */
const LONGEST = 300;
const LABEL = /^[A-Za-z0-9_-]{1,63}$/;

/**
 * Reads `host` or `host:port`: labels of letters, digits, `-` and `_` (63 characters at most), a final dot, IPv4 and
 * `[IPv6]` are allowed; port 1 to 65535. Nothing is changed: no lower-casing, no default port added to `given`.
 *
 * @param text - the address as typed; never repeated in the result when it is not valid
 */
export function parseHost(text: string): ParsedHost {
  if (text === '') {
    return { ok: false, fault: 'empty' };
  }
  if (/\s/.test(text)) {
    return { ok: false, fault: text.trim() === '' ? 'empty' : 'space' };
  }
  if (/^[A-Za-z][A-Za-z0-9+.-]*:\/\//.test(text)) {
    return { ok: false, fault: 'scheme' };
  }
  if (text.includes('@')) {
    return { ok: false, fault: 'userinfo' };
  }
  if (/[/\\?#]/.test(text)) {
    return { ok: false, fault: 'path' };
  }
  if (text.length > LONGEST) {
    return { ok: false, fault: 'characters' };
  }
  const bracketed = /^\[([^[\]]*)\](.*)$/.exec(text);
  const [hostname, rest] = bracketed === null ? split(text) : [bracketed[1] ?? '', bracketed[2] ?? ''];
  const kind = bracketed === null ? nameKind(hostname) : isIPv6(hostname) ? 'ipv6' : null;
  if (kind === null || (bracketed !== null && rest !== '' && !rest.startsWith(':'))) {
    return { ok: false, fault: 'characters' };
  }
  const port = rest === '' ? DEFAULT_PORT : readPort(rest.slice(1));
  return port === null ? { ok: false, fault: 'port' } : { ok: true, hostname, port, kind, given: text };
}

/** Splits at the only colon; more than one is an IPv6 address without brackets, which the host part then refuses. */
function split(text: string): [hostname: string, rest: string] {
  const colon = text.indexOf(':');
  return colon < 0 || text.includes(':', colon + 1) ? [text, ''] : [text.slice(0, colon), text.slice(colon)];
}

function readPort(digits: string): number | null {
  const port = /^[0-9]{1,5}$/.test(digits) ? Number(digits) : 0;
  return port >= 1 && port <= 65_535 ? port : null;
}

function nameKind(hostname: string): HostKind | null {
  if (isIPv4(hostname)) {
    return 'ipv4';
  }
  const labels = (hostname.endsWith('.') ? hostname.slice(0, -1) : hostname).split('.');
  const last = labels.at(-1) ?? '';
  // A last label of digits alone would be read as an address by some programs and as a name by others.
  const ambiguous = /^(?:[0-9]+|0[xX][0-9A-Fa-f]*)$/.test(last) && labels.length > 1;
  return labels.join('.').length <= 253 && labels.every(label => LABEL.test(label)) && !ambiguous ? 'name' : null;
}

/** Four decimal numbers from 0 to 255, without leading zeros. */
export function isIPv4(text: string): boolean {
  return /^(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(?:\.(?!$)|$)){4}$/.test(text);
}

/** RFC 4291 2.2, without a zone. */
export function isIPv6(text: string): boolean {
  if (!/^[0-9A-Fa-f:.]{2,45}$/.test(text)) {
    return false;
  }
  const tail = /^(.*:)([^:]*\.[^:]*)$/.exec(text);
  if (tail !== null && !isIPv4(tail[2] ?? '')) {
    return false;
  }
  const plain = tail === null ? text : `${tail[1] ?? ''}0:0`;
  const halves = plain.split('::');
  if (halves.length > 2) {
    return false;
  }
  const groups = halves.flatMap(half => (half === '' ? [] : half.split(':')));
  const wellFormed = groups.every(group => /^[0-9A-Fa-f]{1,4}$/.test(group));
  return wellFormed && (halves.length === 2 ? groups.length <= 7 : groups.length === 8);
}
