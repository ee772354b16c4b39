import { dateArg, hostArg, objectArg, pathArg, type HostArg, type ObjectArg, type PathArg } from '../../common/args.ts';
import { draft, type Consumer, type ConsumerVerdict, type FindingDraft } from '../../common/finding.ts';
import type { EntryFacts } from '../docker/facts.ts';
import type { EnvironmentFacts } from '../facts.ts';
import { namespaceOf } from './namespace.ts';

/** Whether the registry asks for a login: the difference between a fault and a notice. */
export type Need = 'needed' | 'may-be-needed' | 'not-needed';

/** What a finding about an entry is filled with. */
export interface EntryPlace {
  /** Registry of the finding: `host[:port]`, or the path of the file when the entry names none. */
  subject: string;
  host: string;
  path: string;
  environment: EnvironmentFacts;
}

const FAILS: Partial<Record<Consumer, ConsumerVerdict>> = { sdk: 'fails', builder: 'fails' };

/** Arguments that most codes about an entry take. */
export interface EntryArgs {
  host: HostArg;
  key: ObjectArg;
  path: PathArg;
  namespace: ObjectArg;
}

export function entryArgs(entry: EntryFacts, place: EntryPlace): EntryArgs {
  return {
    host: hostArg(place.host),
    key: objectArg(entry.key),
    path: pathArg(place.path),
    namespace: namespaceOf(place.environment)
  };
}

/** What keeps an entry from being a login, most specific first; null when it is one. */
export function loginFault(entry: EntryFacts, place: EntryPlace, need: Need, at: number): FindingDraft | null {
  const args = entryArgs(entry, place);
  const { subject } = place;
  if (entry.placeholder) {
    return draft('KR-CFG-013', subject, args, { consumers: FAILS });
  }
  switch (entry.auth) {
    case 'wrong-type':
      return draft('KR-CFG-009', subject, args, { variant: 'not-text', consumers: FAILS });
    case 'characters':
      return draft('KR-CFG-009', subject, args, { consumers: FAILS });
    case 'padding':
    case 'url-safe':
    case 'blanks':
      // Python is lenient with most of these; how the SDK decodes is not published.
      return draft('KR-CFG-009', subject, args, { variant: entry.auth, consumers: { builder: 'fails' } });
    case 'no-colon':
      return draft('KR-CFG-010', subject, args, { consumers: FAILS });
    case 'encoded-twice':
      return draft('KR-CFG-010', subject, args, { variant: 'encoded-twice', consumers: FAILS });
  }
  if (entry.logins.docker.kind === 'error' && entry.logins.docker.fault === 'not-text') {
    return draft('KR-CFG-009', subject, args, { variant: 'not-text', consumers: { builder: 'fails' } });
  }
  return contentFault(entry, place, need, at);
}

function contentFault(entry: EntryFacts, place: EntryPlace, need: Need, at: number): FindingDraft | null {
  const args = entryArgs(entry, place);
  const { subject } = place;
  const token = entry.identityToken || entry.registryToken;
  if (entry.user !== 'present' && entry.password !== 'present' && !token) {
    return draft('KR-CFG-014', subject, args, need === 'needed' ? { consumers: FAILS } : { variant: need });
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
    return draft('KR-CFG-014', subject, args, { variant: 'user', consumers: { sdk: 'fails' } });
  }
  if (!token && entry.password !== 'present') {
    return draft('KR-CFG-014', subject, args, { variant: 'password', consumers: FAILS });
  }
  return entry.notUtf8 ? draft('KR-CFG-029', subject, args) : null;
}

/** What is worth a word about an entry that is a login. */
export function loginNotes(entry: EntryFacts, place: EntryPlace): FindingDraft[] {
  const args = entryArgs(entry, place);
  return [
    ...(entry.conflict ? [draft('KR-CFG-015', place.subject, args)] : []),
    ...(entry.shortLived ? [draft('KR-CFG-021', place.subject, args)] : [])
  ];
}

/** A login in the key itself. */
export function loginInKey(entry: EntryFacts, place: EntryPlace): FindingDraft[] {
  const { host, path, namespace } = entryArgs(entry, place);
  return entry.hasUserinfo ? [draft('KR-CFG-019', place.subject, { host, path, namespace })] : [];
}
