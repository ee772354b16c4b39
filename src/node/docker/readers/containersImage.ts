import type { DockerConfigFacts } from '../facts.ts';
import { normalizeHub } from '../keys.ts';
import {
  anonymous,
  faultText,
  NO_ENTRY,
  NO_FILE,
  NO_HELPER,
  NOT_JSON,
  outcomeOf,
  refused,
  WRONG_TYPE,
  type Asked,
  type Found
} from './types.ts';

/**
 * containers/image 5.36.2 (skopeo, podman) `pkg/docker/config/config.go` findCredentialsInFile: helpers of the registry,
 * then exact keys from the repository up to the registry, then keys with a scheme. Only the chosen entry is decoded.
 */
export function readAsContainersImage(facts: DockerConfigFacts, asked: Asked): Found {
  const { state } = facts.document;
  if (state === 'unavailable' || state === 'changing') {
    return anonymous(NO_FILE);
  }
  if (state === 'null' && facts.trailing === null) {
    return anonymous('the file has no content');
  }
  if (!['ok', 'secret', 'wrapped', 'legacy', 'nested'].includes(state) || facts.trailing !== null) {
    return refused(NOT_JSON);
  }
  const mistyped = facts.entries.find(entry => {
    const login = entry.logins['containers-image'];
    return login.kind === 'error' && login.fault === 'not-text';
  });
  if (mistyped !== undefined || facts.wrongTypes.some(wrong => wrong.families.includes('containers-image'))) {
    return refused(WRONG_TYPE, mistyped?.key);
  }
  const registry = asked.hub ? 'docker.io' : asked.host;
  if (facts.credHelpers.some(helper => helper.key === registry)) {
    return refused(NO_HELPER);
  }
  for (const key of lookupOrder(registry, asked.repository)) {
    const entry = facts.entries.find(one => one.names.exact === key);
    if (entry !== undefined) {
      return chosen(facts, [entry.key], 'the entry has exactly this name');
    }
  }
  const normalized = normalizeHub(registry);
  const keys = facts.entries.filter(entry => entry.names.containersImage === normalized).map(entry => entry.key);
  return chosen(
    facts,
    keys,
    keys.length > 1
      ? 'several entries have this name without their scheme; chance decides between them'
      : 'the entry has this name without its scheme'
  );
}

/** authKeyLookupOrder: `host/a/b`, `host/a`, `host`. */
function lookupOrder(registry: string, repository: string | null): string[] {
  const parts = repository === null ? [] : repository.split('/');
  return [...parts.keys()].map(index => [registry, ...parts.slice(0, parts.length - index)].join('/')).concat(registry);
}

function chosen(facts: DockerConfigFacts, keys: readonly string[], why: string): Found {
  const logins = facts.entries
    .filter(entry => keys.includes(entry.key))
    .map(entry => ({ entry, login: entry.logins['containers-image'] }));
  const [first, ...rest] = logins.map(({ entry, login }) => outcomeOf(login, entry.key));
  if (first === undefined) {
    return anonymous(NO_ENTRY);
  }
  const [only] = logins;
  const fault = rest.length === 0 && only?.login.kind === 'error' ? faultText(only.login.fault) : null;
  return {
    outcomes: [first, ...rest],
    why: fault ?? (first.kind === 'anonymous' && rest.length === 0 ? 'the entry holds no login that it reads' : why)
  };
}
