import { parseHost, type HostKind } from '../../common/host.ts';
import { addressKind } from './address.ts';
import type { RealmFault } from './facts.ts';

/** Where a login would go. */
export interface Realm {
  /** `host[:port]`, as the registry wrote it. */
  host: string;
  hostname: string;
  port: number;
  kind: HostKind;
  /** Path and query, from the first slash. */
  path: string;
}

export type ReadRealm = { realm: Realm; fault: null } | { realm: Realm | null; fault: RealmFault };

const LONGEST = 2048;

/**
 * Reads the realm of a Bearer challenge. It gets a login only over https, and not when it is a loopback, private or
 * link-local address literal, unless that is the registry's own host (the port does not matter): the rules of
 * go-containerregistry 0.21, `transport/bearer.go`.
 *
 * @param text - the realm as the registry sent it
 * @param registry - host name or address of the registry, without port
 */
export function readRealm(text: string | undefined, registry: string): ReadRealm {
  const match =
    text === undefined || text.length > LONGEST ? null : /^([A-Za-z][A-Za-z0-9+.-]*):\/\/([^/?#]*)([^#]*)/.exec(text);
  const parsed = parseHost(match?.[2] ?? '');
  if (match === null || !parsed.ok) {
    return { realm: null, fault: 'unreadable' };
  }
  const rest = match[3] ?? '';
  const path = rest.startsWith('/') ? rest : `/${rest}`;
  const realm: Realm = { host: parsed.given, hostname: parsed.hostname, port: parsed.port, kind: parsed.kind, path };
  const scheme = (match[1] ?? '').toLowerCase();
  if (scheme === 'http') {
    return { realm, fault: 'plain-http' };
  }
  // A request line holds visible ASCII characters only.
  if (scheme !== 'https' || !/^[\x21-\x7e]*$/.test(path)) {
    return { realm, fault: 'unreadable' };
  }
  const foreign = parsed.kind === 'name' ? isLocalhost(parsed.hostname) : addressKind(parsed.hostname) !== 'ordinary';
  return { realm, fault: foreign && !sameHost(parsed.hostname, registry) ? 'private-address' : null };
}

/** RFC 6761 6.3: these names mean this machine. */
function isLocalhost(hostname: string): boolean {
  return /^(?:.*\.)?localhost\.?$/i.test(hostname);
}

/** Host names compare without regard to case and without the final dot. */
export function sameHost(a: string, b: string): boolean {
  const plain = (name: string): string => name.replace(/\.$/, '').toLowerCase();
  return plain(a) === plain(b);
}
