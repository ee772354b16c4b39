/** Image references, read by the grammar of github.com/distribution/reference 0.6 (`regexp.go`, `normalize.go`). */

const HOST = String.raw`(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)*|\[[a-fA-F0-9:]+\])`;
const DOMAIN = new RegExp(`^${HOST}(?::[0-9]+)?$`);
const COMPONENT = /^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*$/;
const TAG = /^\w[\w.-]{0,127}$/;
const DIGEST = /^[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}$/;

/** Digits of each algorithm that a digest may have (opencontainers/go-digest, `algorithm.go`). */
const DIGEST_DIGITS: Readonly<Record<string, number>> = { sha256: 64, sha384: 96, sha512: 128 };

/** Most characters of a repository's name, without the registry. */
const LONGEST_NAME = 255;
/** Longest text that is read at all. */
const LONGEST = 1024;

const HUB = 'docker.io';

/** One image, with what every program adds to its name. */
export interface Reference {
  /** `host[:port]` as typed; `docker.io` when the name has none in front. */
  registry: string;
  /** Path on the registry; `library/` stands in front of a single component on Docker Hub. */
  repository: string;
  /** `latest` when neither tag nor digest is there; null when only a digest is. */
  tag: string | null;
  digest: string | null;
}

export type ReferenceFault =
  | 'empty'
  | 'scheme'
  | 'space'
  | 'upper-case'
  | 'too-long'
  /** 64 hexadecimal digits alone: taken for an image's id. */
  | 'identifier'
  /** `user:password@` stands in it: the text must not be shown. */
  | 'login'
  | 'registry'
  | 'tag'
  | 'digest'
  | 'characters';

export type ParsedReference =
  | { ok: true; reference: Reference }
  /** `registry`: the part in front, when it is clearly one; null otherwise. */
  | { ok: false; fault: ReferenceFault; registry: string | null };

/** Splits the registry from the path: it is one when it has a dot, a colon or a capital letter, or is `localhost`. */
function splitRegistry(text: string): { registry: string; rest: string } {
  const slash = text.indexOf('/');
  const first = slash < 0 ? '' : text.slice(0, slash);
  const named = first === 'localhost' || /[.:[]/.test(first) || first !== first.toLowerCase();
  const registry = named && first !== 'index.docker.io' ? first : HUB;
  const rest = named ? text.slice(slash + 1) : text;
  return { registry, rest: registry === HUB && !rest.includes('/') ? `library/${rest}` : rest };
}

/** Whether something stands before an "@" that a digest does not follow: a user name, perhaps with a password. */
function holdsLogin(text: string): boolean {
  const after = text.slice(text.lastIndexOf('@') + 1);
  return text.includes('@') && !/^\s*(?:[A-Za-z][A-Za-z0-9+_.-]*:[^/]*|[^/.:]*)$/.test(after);
}

/**
 * Reads an image reference as Docker, Kaniko and containerd do.
 *
 * @param text - as typed: `[HOST[:PORT]/]PATH[:TAG][@DIGEST]`
 */
export function parseReference(text: string): ParsedReference {
  const fail = (fault: ReferenceFault, registry: string | null = null): ParsedReference => ({
    ok: false,
    fault,
    registry
  });
  if (text === '') {
    return fail('empty');
  }
  if (text.length > LONGEST) {
    return fail('too-long');
  }
  if (holdsLogin(text)) {
    return fail('login');
  }
  if (/\s/.test(text)) {
    return fail('space');
  }
  if (/^[A-Za-z][A-Za-z0-9+.-]*:\/\//.test(text)) {
    return fail('scheme');
  }
  if (/^[0-9a-f]{64}$/.test(text)) {
    return fail('identifier');
  }
  const { registry, rest } = splitRegistry(text);
  if (!DOMAIN.test(registry)) {
    return fail('registry');
  }
  const at = rest.indexOf('@');
  const digest = at < 0 ? null : rest.slice(at + 1);
  const named = at < 0 ? rest : rest.slice(0, at);
  const colon = named.indexOf(':');
  const tag = colon < 0 ? null : named.slice(colon + 1);
  const repository = colon < 0 ? named : named.slice(0, colon);
  if (repository !== repository.toLowerCase()) {
    return fail('upper-case', registry);
  }
  if (!repository.split('/').every(component => COMPONENT.test(component))) {
    return fail('characters', registry);
  }
  if (repository.length > LONGEST_NAME) {
    return fail('too-long', registry);
  }
  if (tag !== null && !TAG.test(tag)) {
    return fail('tag', registry);
  }
  if (digest !== null && !isDigest(digest)) {
    return fail('digest', registry);
  }
  return {
    ok: true,
    reference: { registry, repository, tag: tag ?? (digest === null ? 'latest' : null), digest }
  };
}

function isDigest(text: string): boolean {
  const [algorithm = '', digits = ''] = text.split(':');
  return DIGEST.test(text) && DIGEST_DIGITS[algorithm] === digits.length && !/[A-F]/.test(digits);
}
