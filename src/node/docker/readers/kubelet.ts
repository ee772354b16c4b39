import type { DockerConfigFacts, EntryFacts } from '../facts.ts';
import {
  anonymous,
  faultText,
  NO_ENTRY,
  NO_FILE,
  NOT_JSON,
  outcomeOf,
  refused,
  WRONG_TYPE,
  type Asked,
  type Found
} from './types.ts';

/**
 * kubelet 1.32.3 `pkg/credentialprovider` (config.go, keyring.go): wildcards per label, paths by prefix, no helpers, no
 * tokens. Returns every match, most specific first, and tries them in turn.
 */
export function readAsKubelet(facts: DockerConfigFacts, asked: Asked): Found {
  const { state } = facts.document;
  if (state === 'unavailable' || state === 'changing') {
    return anonymous(NO_FILE);
  }
  if ((state === 'empty' || state === 'null') && facts.trailing === null) {
    return anonymous('the file has no content');
  }
  if (!['ok', 'secret', 'wrapped', 'legacy', 'nested'].includes(state) || facts.trailing !== null) {
    return refused(NOT_JSON);
  }
  if (facts.wrongTypes.some(wrong => wrong.families.includes('kubelet'))) {
    return refused(WRONG_TYPE);
  }
  for (const entry of facts.entries) {
    if (entry.logins.kubelet.kind === 'error') {
      return refused(`it decodes every entry, and in one of them ${faultText(entry.logins.kubelet.fault)}`, entry.key);
    }
  }
  const host = asked.hub ? 'docker.io' : asked.host;
  const matches = facts.entries.filter(
    entry => entry.glob !== null && globMatches(entry.glob, host, asked.repository ?? '')
  );
  const used =
    matches.length > 0 || !asked.hub ? matches : facts.entries.filter(entry => keyOf(entry) === 'index.docker.io');
  const [first, ...rest] = used
    .sort((a, b) => (keyOf(a) < keyOf(b) ? 1 : keyOf(a) > keyOf(b) ? -1 : 0))
    .map(entry => outcomeOf(entry.logins.kubelet, entry.key));
  return first === undefined
    ? anonymous(NO_ENTRY)
    : {
        outcomes: [first, ...rest],
        deterministic: true,
        why:
          rest.length === 0
            ? 'the entry matches this registry'
            : 'several entries match this registry; they are tried one after the other'
      };
}

function keyOf(entry: EntryFacts): string {
  return entry.glob === null ? '' : entry.glob.host + entry.glob.path;
}

/** URLsMatch: same port, same number of labels, each label by its pattern, path by plain prefix. */
export function globMatches(glob: { host: string; path: string }, host: string, repository: string): boolean {
  const pattern = split(glob.host);
  const target = split(host);
  return (
    pattern.port === target.port &&
    pattern.labels.length === target.labels.length &&
    `/${repository}`.startsWith(glob.path) &&
    pattern.labels.every((label, index) => labelMatches(label, target.labels[index] ?? ''))
  );
}

/** net.SplitHostPort; a text without a port is all host. */
function split(host: string): { labels: string[]; port: string } {
  const [, bracketed, plain, port] = /^(?:\[([^\]]*)\]|([^:]*)):(\d*)$/.exec(host) ?? [];
  return { labels: (bracketed ?? plain ?? host).split('.'), port: port ?? '' };
}

/** filepath.Match for the characters that a key may have (`*` and `?`), in time that grows with the product of the lengths at most. */
function labelMatches(pattern: string, label: string): boolean {
  let star = -1;
  let from = 0;
  let p = 0;
  let t = 0;
  while (t < label.length) {
    if (pattern[p] === '*') {
      star = p;
      from = t;
      p += 1;
    } else if (p < pattern.length && (pattern[p] === '?' || pattern[p] === label[t])) {
      p += 1;
      t += 1;
    } else if (star >= 0) {
      // The last star takes one character more.
      p = star + 1;
      from += 1;
      t = from;
    } else {
      return false;
    }
  }
  return [...pattern.slice(p)].every(character => character === '*');
}
