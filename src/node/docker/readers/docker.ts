import type { DockerConfigFacts, EntryFacts, EntryNames } from '../facts.ts';
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

/** Key of Docker Hub in docker's configs (docker/cli `cli/config`, go-containerregistry DefaultAuthKey). */
const HUB_KEY = 'https://index.docker.io/v1/';

interface Version {
  decoder: 'docker' | 'docker-2019';
  name: keyof EntryNames;
}

const TODAY: Version = { decoder: 'docker', name: 'docker' };
const OLD: Version = { decoder: 'docker-2019', name: 'docker2019' };

/** docker/cli v29.6.2: `configfile.LoadFromReader`, `GetAuthConfig`, `credentials/file_store.go`. */
export function readAsDocker(facts: DockerConfigFacts, asked: Asked): Found {
  return load(facts, TODAY) ?? lookUp(facts, asked.hub ? HUB_KEY : asked.host, TODAY);
}

/** docker/cli of 2019/20, as in Kaniko 1.3.0: stops at an empty file, crashes on `null`. */
export function readAsOldDocker(facts: DockerConfigFacts, asked: Asked): Found {
  const { state } = facts.document;
  if (state === 'null') {
    return { outcomes: [{ kind: 'panic', entry: null, credential: null }], why: 'it crashes on a file that says null' };
  }
  if (state === 'empty' || state === 'blank') {
    return refused('the file has no content');
  }
  return load(facts, OLD) ?? lookUp(facts, asked.hub ? HUB_KEY : asked.host, OLD);
}

/** go-containerregistry 0.21.9 (crane) `authn.DefaultKeychain`: the repository first, then the registry, both through docker/cli. */
export function readAsGgcr(facts: DockerConfigFacts, asked: Asked): Found {
  const failed = load(facts, TODAY);
  if (failed !== null) {
    return failed;
  }
  const registry = asked.hub ? 'index.docker.io' : asked.host;
  if (asked.repository !== null) {
    const found = lookUp(facts, `${registry}/${asked.repository}`, TODAY);
    if (found.outcomes[0].kind !== 'anonymous') {
      return found;
    }
  }
  return lookUp(facts, asked.hub ? HUB_KEY : registry, TODAY);
}

/** What the loader itself stops at: it decodes every entry, whichever is wanted. Null when it goes on. */
function load(facts: DockerConfigFacts, { decoder }: Version): Found | null {
  switch (facts.document.state) {
    case 'unavailable':
    case 'changing':
      return anonymous(NO_FILE);
    case 'empty':
    case 'blank':
    case 'null':
      return anonymous('the file has no content');
    case 'syntax':
    case 'bom':
    case 'utf16':
    case 'base64':
    case 'not-an-object':
      return refused(NOT_JSON);
    case 'secret-text':
      return refused(NOT_JSON);
  }
  if (facts.wrongTypes.some(wrong => wrong.families.includes(decoder))) {
    return refused(WRONG_TYPE);
  }
  for (const entry of facts.entries) {
    const login = entry.logins[decoder];
    if (login.kind === 'error') {
      return refused(`it decodes every entry, and in one of them ${faultText(login.fault)}`, entry.key);
    }
  }
  return null;
}

function lookUp(facts: DockerConfigFacts, key: string, { decoder, name }: Version): Found {
  const helper = facts.credHelpers.findLast(item => item.key === key);
  if ((helper?.program ?? facts.credsStore) !== '') {
    return refused(NO_HELPER);
  }
  const exact = facts.entries.find(entry => entry.names.exact === key);
  if (exact !== undefined) {
    return found([exact], decoder, 'the entry has exactly this name');
  }
  const reduced = facts.entries.filter(entry => entry.names[name] === key);
  return reduced.length === 0
    ? anonymous(NO_ENTRY)
    : found(
        reduced,
        decoder,
        reduced.length === 1
          ? 'the entry has this name once scheme and path are cut off'
          : 'several entries have this name once scheme and path are cut off; chance decides between them'
      );
}

function found(entries: readonly EntryFacts[], decoder: Version['decoder'], why: string): Found {
  const [first, ...rest] = entries.map(entry => outcomeOf(entry.logins[decoder], entry.key));
  return first === undefined
    ? anonymous(NO_ENTRY)
    : { outcomes: [first, ...rest], why: first.kind === 'anonymous' && rest.length === 0 ? 'the entry is empty' : why };
}
