import type { EntryFacts, EntryNames } from './facts.ts';
import { parseGoUrl } from './goUrl.ts';
import { looksLikeHost } from './hosts.ts';

/**
 * How each reader reduces a key of `auths` to a registry. Ports of the functions named; `URL` is no choice, because it
 * lower-cases names, drops `:443` and decodes user information.
 */

/** docker/cli `cli/config/credentials/file_store.go` ConvertToHostname, since v20.10.18. */
export function reduceAsDocker(key: string): string {
  if (key.includes('://')) {
    const url = parseGoUrl(key);
    if (url !== null && url.hostname !== '') {
      const name = url.hostname.includes(':') ? `[${url.hostname}]` : url.hostname;
      return url.port === '' ? url.hostname : `${name}:${url.port}`;
    }
  }
  return cut(key);
}

/** docker/cli of 2019, ConvertToHostname in the same file: knows only lower-case `http://` and `https://`. */
export function reduceAsDocker2019(key: string): string {
  return cut(key.startsWith('http://') ? key.slice(7) : key.startsWith('https://') ? key.slice(8) : key);
}

/** containers/image `pkg/docker/config/config.go` normalizeAuthFileKey: a key without a scheme keeps its path. */
export function reduceAsContainersImage(key: string): string {
  const stripped = stripScheme(key);
  return normalizeHub(stripped === key ? key : cut(stripped));
}

/** containers/image normalizeRegistry. */
export function normalizeHub(registry: string): string {
  return registry === 'registry-1.docker.io' || registry === 'docker.io' ? 'index.docker.io' : registry;
}

/** docker-py `docker/auth.py` convert_to_hostname and resolve_index_name. */
export function reduceAsDockerPy(key: string): string {
  const name = cut(key.replaceAll('http://', '').replaceAll('https://', ''));
  return name === 'index.docker.io' ? 'docker.io' : name;
}

function stripScheme(key: string): string {
  const once = key.startsWith('http://') ? key.slice(7) : key;
  return once.startsWith('https://') ? once.slice(8) : once;
}

function cut(text: string): string {
  const slash = text.indexOf('/');
  return slash < 0 ? text : text.slice(0, slash);
}

/** kubelet `pkg/credentialprovider/keyring.go` BasicDockerKeyring.Add; null = "invalid, ignoring". */
function reduceAsKubelet(key: string): { host: string; path: string } | null {
  const url = parseGoUrl(/^https?:\/\//.test(key) ? key : `https://${key}`);
  if (url === null) {
    return null;
  }
  const path = /^\/v[12]\//.test(url.path) ? url.path.slice(3) : url.path;
  return { host: url.host, path: path === '/' ? '' : path };
}

export interface KeyFacts {
  key: string;
  host: string | null;
  near: EntryFacts['near'];
  names: EntryNames;
  glob: EntryFacts['glob'];
  hasUserinfo: boolean;
  hasPath: boolean;
  /** User information of the key, to be remembered as a secret; empty without any. */
  userinfo: string;
}

/**
 * What can be said of a key without showing a secret: user information and query are cut off, and what does not look
 * like a registry becomes `entry-N`.
 *
 * @param raw - the key as it stands in the file
 * @param index - its place among the entries, from 0
 */
export function describeKey(raw: string, index: number): KeyFacts {
  const scheme = /^\s*[A-Za-z][A-Za-z0-9+.-]{0,15}:\/\//.exec(raw)?.[0] ?? '';
  const { userinfo, authority, path } = splitKey(raw.slice(scheme.length));
  const name = authority.trim();
  const shown = looksLikeHost(name) && !/@(?![a-z0-9]+:[0-9a-f]{32,}$)/.test(path);
  const keep = (reduced: string): string | null => (looksLikeHost(reduced) ? reduced : null);
  const glob = reduceAsKubelet(raw);
  const exact = shown && raw === scheme + authority + path && looksLikePath(path) && !/\s/.test(raw);
  const [, nearName = '', port = ''] = /^(.*?)\.?(?::(\d+))?$/.exec(name) ?? [];
  return {
    key: shown ? `${scheme.trim()}${name}${looksLikePath(path.trim()) ? path.trim() : '/…'}` : `entry-${index + 1}`,
    host: shown ? name : null,
    near: shown ? { name: nearName.toLowerCase(), port: port === '' ? '' : String(Number(port)) } : null,
    names: {
      exact: exact ? raw : null,
      docker: keep(reduceAsDocker(raw)),
      docker2019: keep(reduceAsDocker2019(raw)),
      containersImage: keep(reduceAsContainersImage(raw)),
      dockerPy: keep(reduceAsDockerPy(raw))
    },
    glob: glob !== null && looksLikeHost(glob.host) && looksLikePath(glob.path) ? glob : null,
    hasUserinfo: userinfo !== '',
    hasPath: shown && !/^\/?(?:v[12]\/?)?$/.test(path.trim()),
    userinfo
  };
}

/** Parts of a key without its scheme; a person's password may hold slashes, so what stands before an "@" and a host is one. */
function splitKey(body: string): { userinfo: string; authority: string; path: string } {
  const at = body.lastIndexOf('@');
  const end = body.search(/[/?#]/);
  const before = at >= 0 && (end < 0 || at < end || looksLikeHost(/^[^/?#]*/.exec(body.slice(at + 1))?.[0] ?? ''));
  const rest = before ? body.slice(at + 1) : body;
  const [, authority = '', path = ''] = /^([^/?#]*)([^?#]*)/.exec(rest) ?? [];
  return { userinfo: before ? body.slice(0, at) : '', authority, path };
}

/** Paths of registries are lower-case by the reference grammar; whatever else stands there is not shown. */
function looksLikePath(text: string): boolean {
  return text.length <= 256 && /^(?:\/[a-z0-9._:/-]*)?$/.test(text);
}
