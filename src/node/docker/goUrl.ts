/** The parts of a URL, as Go's net/url gives them. */
export interface GoUrl {
  /** `host[:port]` as written, without user information. */
  host: string;
  /** Without brackets and port. */
  hostname: string;
  port: string;
  path: string;
}

/**
 * Go's `url.Parse` (net/url/url.go) for texts with a scheme: keeps case and port, and refuses what Go refuses.
 *
 * @returns null where Go reports an error
 */
export function parseGoUrl(text: string): GoUrl | null {
  if (hasControl(text)) {
    return null;
  }
  const withoutFragment = text.split('#', 1)[0] as string;
  const scheme = /^[A-Za-z][A-Za-z0-9+.-]*:/.exec(withoutFragment);
  if (scheme === null) {
    return null;
  }
  const rest = withoutFragment.slice(scheme[0].length).split('?', 1)[0] as string;
  if (!rest.startsWith('//')) {
    return null;
  }
  const slash = rest.indexOf('/', 2);
  const authority = slash < 0 ? rest.slice(2) : rest.slice(2, slash);
  const path = slash < 0 ? '' : rest.slice(slash);
  const at = authority.lastIndexOf('@');
  if (at >= 0 && !/^[A-Za-z0-9\-._:~!$&'()*+,;=%@]*$/.test(authority.slice(0, at))) {
    return null;
  }
  const host = authority.slice(at + 1);
  const parts = splitHost(host);
  return parts === null || /%(?![0-9A-Fa-f]{2})/.test(path) ? null : { host, ...parts, path };
}

/** parseHost, validOptionalPort, Hostname and Port of the same file. */
function splitHost(host: string): { hostname: string; port: string } | null {
  // shouldEscape in mode encodeHost: what may stand in a host unescaped.
  if ([...host.replace(/[A-Za-z0-9\-._~!$&'()*+,;=:[\]<>"%]/g, '')].some(character => character <= '\u007F')) {
    return null;
  }
  if (host.startsWith('[')) {
    const end = host.lastIndexOf(']');
    const port = end < 0 ? null : /^(?::(\d*))?$/.exec(host.slice(end + 1));
    return port === null ? null : { hostname: host.slice(1, end), port: port[1] ?? '' };
  }
  const colon = host.lastIndexOf(':');
  if (colon < 0) {
    return { hostname: host, port: '' };
  }
  const port = host.slice(colon + 1);
  return /^\d*$/.test(port) ? { hostname: host.slice(0, colon), port } : null;
}

function hasControl(text: string): boolean {
  return [...text].some(character => character < ' ' || character === '\u007F');
}
