import { parseImage } from '../cell/image.ts';
import { DEFAULT_PORT, parseHost } from '../host.ts';

/** Registries and images that a line names. All are read by their grammar; nothing else of the line gets out. */
export interface Places {
  hosts: string[];
  images: string[];
  /** Names without a port, of which it is not sure that they are registries. */
  names: string[];
  /** A request to a registry, or to its login service, stands in it. */
  registry: boolean;
}

/** Most places of one kind in one line. */
const MOST = 8;

const URLS = /\bhttps?:\/\/([^\s"'<>\\^`{|}/?#]{1,300})(\/[^\s"'<>\\^`{|}]{0,800})?/g;
const POOL = /HTTPS?ConnectionPool\(host='([^']{1,255})', port=([0-9]{1,5})\)/;
const POOL_PATH = /with url: (\/\S{0,800})/;
const AFTER_SCHEME = /^\/\/([^/]{1,300})(\/.*)?$/;
/** `/v2/` alone, or followed by what only a registry has (OCI distribution-spec, "Endpoints"). */
const API =
  /^\/v1\/_ping|^\/v2\/(?:$|[?:;,)]|_catalog|([a-z0-9._/-]{1,255})\/(manifests|blobs|tags|referrers)\/([^?\s]{0,300}))/;
/** Request for a token (Docker token specification). */
const TOKEN = /[?&](?:scope=repository|service=)/;
const NAMED =
  /(?:(?:container|docker) registry|transport for(?: registry)?|authorization for|credentials were found for|from registry) "?([^\s"',;]{1,300})/g;
const REFERENCES =
  /(?:(?:\b(?:images?|manifest|reference|destination|for|to|in|name|Pushed)\s){1,3}|docker:\/\/)["']?(?:docker:\/\/)?([^\s"'<>,;()]{3,400})/g;
const LOOKUPS =
  /(?:\blookup ([^\s":]{1,253})|Failed to resolve '([^']{1,253})'|Could not resolve host: (\S{1,253})|Failed to connect to (\S{1,253} port [0-9]{1,5}))/g;

const TAIL = /[:;,.)\]]+$/;

function add(list: string[], value: string): void {
  if (list.length < MOST && !list.includes(value)) {
    list.push(value);
  }
}

/** A host as typed in a text; null when it is none. What stands before `@` may be a password and is dropped. */
function hostOf(text: string): string | null {
  const host = text.slice(text.lastIndexOf('@') + 1).replace(/[:;,.)]+$/, '');
  return parseHost(host).ok ? host : null;
}

function imageOf(text: string): { registry: string; image: string } | null {
  const image = text.replace(TAIL, '').replace(/@sha256:.*$/, '');
  const parts = parseImage(image);
  return parts === null || parts.registry === null ? null : { registry: parts.registry, image };
}

function request(places: Places, host: string, path: string): void {
  if (TOKEN.test(path)) {
    places.registry = true;
    return;
  }
  const api = API.exec(path.replace(TAIL, ''));
  if (api === null) {
    return;
  }
  places.registry = true;
  add(places.hosts, host);
  const [, repository, kind, reference = ''] = api;
  if (repository !== undefined) {
    const tag = kind === 'manifests' && !reference.includes(':') ? reference : '';
    const named = imageOf(`${host}/${repository}${tag === '' ? '' : `:${tag}`}`);
    if (named !== null) {
      add(places.images, named.image);
    }
  }
}

/**
 * Finds what a line names.
 *
 * @param line - one piece of an output, without control characters
 */
export function placesOf(line: string): Places {
  const places: Places = { hosts: [], images: [], names: [], registry: false };
  for (const [, authority = '', path = ''] of line.matchAll(URLS)) {
    const host = hostOf(authority);
    if (host !== null) {
      request(places, host, path);
    }
  }
  const pool = POOL.exec(line);
  if (pool !== null) {
    const [, name = '', port = ''] = pool;
    const path = POOL_PATH.exec(line)?.[1] ?? '';
    // An address with a scheme where only a name belongs: the scheme is taken for the name.
    const [, real, rest = ''] = /^https?$/.test(name) ? (AFTER_SCHEME.exec(path) ?? []) : [null, name, path];
    const full =
      Number(port) === DEFAULT_PORT || real !== name ? real : `${name.includes(':') ? `[${name}]` : name}:${port}`;
    const host = full === undefined ? null : hostOf(full);
    if (host !== null) {
      add(places.names, host);
      request(places, host, rest);
    }
  }
  for (const [, text = ''] of line.matchAll(NAMED)) {
    const host = hostOf(text);
    if (host !== null && /[.:]|^localhost$/.test(host)) {
      add(places.hosts, host);
    }
  }
  for (const [, text = ''] of line.matchAll(REFERENCES)) {
    const named = imageOf(text);
    if (named !== null) {
      add(places.images, named.image);
      add(places.hosts, named.registry);
    }
  }
  for (const [, ...names] of line.matchAll(LOOKUPS)) {
    const host = hostOf((names.find(name => name !== undefined) ?? '').replace(' port ', ':'));
    if (host !== null && host.includes('.')) {
      add(places.names, host);
    }
  }
  // The server of the logins is no registry.
  return TOKEN.test(line) ? { ...places, names: [] } : places;
}
