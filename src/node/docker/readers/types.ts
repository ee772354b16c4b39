import type { EntryFault, EntryLogin, ReaderOutcome } from '../facts.ts';

/** The registry that is asked for. */
export interface Asked {
  host: string;
  /** One of Docker Hub's names, which every reader treats in its own way. */
  hub: boolean;
  repository: string | null;
}

export interface Found {
  outcomes: readonly [ReaderOutcome, ...ReaderOutcome[]];
  /** In words of ours. */
  why: string;
  /** Left out: several outcomes mean that chance decides. */
  deterministic?: boolean;
}

export const NOT_JSON = 'the file cannot be read as a Docker config';
export const WRONG_TYPE = 'a value in the file has the wrong kind';
export const NO_FILE = 'there is no file to read';
export const NO_ENTRY = 'no entry has this name';
export const NO_HELPER = 'a helper program would be asked, and it is not there';

const FAULTS: Readonly<Record<EntryFault, string>> = {
  base64: 'the login is not valid base64',
  'no-colon': 'the login has no colon',
  'user-empty': 'the user name is empty',
  'not-text': 'a value in the entry has the wrong kind',
  'not-utf8': 'the login is not UTF-8'
};

export function faultText(fault: EntryFault): string {
  return FAULTS[fault];
}

export function anonymous(why: string, entry: string | null = null): Found {
  return { outcomes: [{ kind: 'anonymous', entry, credential: null }], why };
}

export function refused(why: string, entry: string | null = null): Found {
  return { outcomes: [{ kind: 'error', entry, credential: null }], why };
}

/** What a decoded entry comes to. */
export function outcomeOf(login: EntryLogin, entry: string): ReaderOutcome {
  return login.kind === 'login'
    ? { kind: login.credential.kind, entry, credential: login.credential }
    : { kind: login.kind, entry, credential: null };
}
