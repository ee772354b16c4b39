import {
  dateArg,
  entryArg,
  hostArg,
  objectArg,
  pathArg,
  type EntryArg,
  type HostArg,
  type ObjectArg,
  type PathArg
} from '../../common/args.ts';
import { draft, type Consumer, type ConsumerVerdict, type FindingDraft } from '../../common/finding.ts';
import { ENTRY_FIELDS, type EntryFacts, type EntryField } from '../docker/facts.ts';
import type { EnvironmentFacts } from '../facts.ts';
import { namespaceOf } from './namespace.ts';

/** The only key under which docker looks for Docker Hub's login. */
export const HUB_KEY = 'https://index.docker.io/v1/';

/** Docker Hub's login under a name that docker does not look for. */
export function hubSpelling(entry: EntryFacts, place: EntryPlace, need: Need) {
  const { key, path, namespace } = entryArgs(entry, place);
  const args = { key, path, namespace, entry: correctedEntry(HUB_KEY, entry) };
  return draft(
    'KR-CFG-020',
    place.subject,
    args,
    need === 'needed' ? { variant: need, consumers: { builder: 'fails' } } : {}
  );
}

/** Whether the registry asks for a login: the difference between a fault and a notice. */
export type Need = 'needed' | 'may-be-needed' | 'not-needed';

/** What a finding about an entry is filled with. */
export interface EntryPlace {
  /** Registry of the finding: `host[:port]`, or the path of the file when the entry names none. */
  subject: string;
  host: string;
  path: string;
  environment: EnvironmentFacts;
  /** Whether the builder refuses the file; left out: whoever reads like docker today does. */
  builderStops?: boolean;
  /** The registry took this very login: what only looks wrong is right. */
  accepted?: boolean;
}

const FAILS: Partial<Record<Consumer, ConsumerVerdict>> = { sdk: 'fails', builder: 'fails' };

/** Arguments that most codes about an entry take. */
export interface EntryArgs {
  host: HostArg;
  key: ObjectArg;
  entry: EntryArg;
  path: PathArg;
  namespace: ObjectArg;
}

/** Key in an example for an entry whose own key cannot be shown. */
const EXAMPLE_KEY = 'registry:port';

/**
 * How an entry should read: what it has beside the login stays, and the login stands in one field.
 *
 * @param key - the name that it should have
 */
export function correctedEntry(key: string, entry: EntryFacts | null): EntryArg {
  const replaced: readonly EntryField[] = ['username', 'password'];
  const kept = entry?.fields.filter(field => !replaced.includes(field)) ?? [];
  const token = kept.includes('identitytoken') || kept.includes('registrytoken');
  const fields = token ? kept : [...kept, 'auth'];
  return entryArg(
    key,
    ENTRY_FIELDS.filter(field => fields.includes(field))
  );
}

export function entryArgs(entry: EntryFacts, place: EntryPlace): EntryArgs {
  return {
    host: hostArg(place.host),
    key: objectArg(entry.key),
    entry: correctedEntry(entry.names.exact ?? entry.host ?? EXAMPLE_KEY, entry),
    path: pathArg(place.path),
    namespace: namespaceOf(place.environment)
  };
}

/** What keeps an entry from being a login, most specific first; null when it is one. */
export function loginFault(entry: EntryFacts, place: EntryPlace, need: Need, at: number) {
  const args = entryArgs(entry, place);
  const { subject } = place;
  if (entry.placeholder && place.accepted !== true) {
    return draft('KR-CFG-013', subject, args, { consumers: FAILS });
  }
  // Python is lenient with much of this; how the SDK decodes is not published.
  const undecoded: FindingDraft['consumers'] = entry.pythonDecodes ? { builder: 'fails' } : FAILS;
  switch (entry.auth) {
    case 'wrong-type':
      return draft('KR-CFG-009', subject, args, { variant: 'not-text', consumers: FAILS });
    case 'characters':
      return draft('KR-CFG-009', subject, args, { consumers: undecoded });
    case 'padding':
    case 'url-safe':
    case 'blanks':
    case 'certutil':
    case 'python-bytes':
    case 'scheme':
      return draft('KR-CFG-009', subject, args, { variant: entry.auth, consumers: undecoded });
    case 'no-colon':
      return draft('KR-CFG-010', subject, args, { consumers: FAILS });
    case 'encoded-twice':
      return draft('KR-CFG-010', subject, args, { variant: 'encoded-twice', consumers: FAILS });
  }
  const mistyped = [entry.logins.docker, entry.logins['docker-2019']].some(
    login => login.kind === 'error' && login.fault === 'not-text'
  );
  if (mistyped) {
    const consumers: FindingDraft['consumers'] = place.builderStops === false ? {} : { builder: 'fails' };
    return draft('KR-CFG-009', subject, args, { variant: 'not-text', consumers });
  }
  return contentFault(entry, place, need, at);
}

/** Docker refuses it whatever the registry says. */
function userEmpty(args: EntryArgs, subject: string) {
  return draft('KR-CFG-014', subject, args, { variant: 'user', consumers: { sdk: 'fails' } });
}

function contentFault(entry: EntryFacts, place: EntryPlace, need: Need, at: number) {
  const args = entryArgs(entry, place);
  const { subject } = place;
  const token = entry.identityToken || entry.registryToken;
  if (entry.user !== 'present' && entry.password !== 'present' && !token) {
    return draft('KR-CFG-014', subject, args, need === 'needed' ? { consumers: FAILS } : { variant: need });
  }
  if (place.accepted === true) {
    return token || entry.user === 'present' ? null : userEmpty(args, subject);
  }
  if (entry.finalBreak) {
    return draft('KR-CFG-011', subject, args, { consumers: FAILS });
  }
  if (entry.invisible) {
    return draft('KR-CFG-029', subject, args, { variant: 'invisible', consumers: FAILS });
  }
  if (entry.tokenExpires !== null && entry.tokenExpires <= at) {
    return draft('KR-CFG-017', subject, { ...args, expired: dateArg(entry.tokenExpires) }, { consumers: FAILS });
  }
  if (!token && entry.user !== 'present') {
    return userEmpty(args, subject);
  }
  if (!token && entry.password !== 'present') {
    return draft('KR-CFG-014', subject, args, { variant: 'password', consumers: FAILS });
  }
  return entry.notUtf8 ? draft('KR-CFG-029', subject, args) : null;
}

/**
 * What is worth a word about an entry that is a login.
 *
 * @param refused - whether the registry refused it
 */
export function loginNotes(entry: EntryFacts, place: EntryPlace, refused: boolean) {
  const args = entryArgs(entry, place);
  return [
    ...(entry.conflict ? [draft('KR-CFG-015', place.subject, args)] : []),
    ...(entry.shortLived
      ? [draft('KR-CFG-021', place.subject, args, refused ? { variant: 'refused', consumers: FAILS } : {})]
      : [])
  ];
}

/**
 * A login in the key itself.
 *
 * @param consumers - who does not find the entry for it; null = nobody is known not to
 */
export function loginInKey(entry: EntryFacts, place: EntryPlace, consumers: FindingDraft['consumers'] | null = null) {
  const { host, path, namespace } = entryArgs(entry, place);
  const corrected = correctedEntry(entry.host ?? EXAMPLE_KEY, entry);
  const args = { host, path, namespace, entry: corrected };
  return entry.hasUserinfo ? [draft('KR-CFG-019', place.subject, args, consumers === null ? {} : { consumers })] : [];
}
