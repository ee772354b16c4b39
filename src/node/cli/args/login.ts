import { isHub } from '../../docker/hosts.ts';
import type { Contacts } from '../../../common/contacts.ts';
import { CONTACTS, contactsOf } from './contacts.ts';
import {
  first,
  onlyHost,
  resolveRule,
  timeoutMs,
  UsageError,
  type Grammar,
  type ResolveRule,
  type Split
} from './grammar.ts';

export interface LoginArguments {
  command: 'login';
  host: string;
  /** Asked for when null. */
  username: string | null;
  passwordStdin: boolean;
  /** Docker config that is written; null = `$HOME/.docker/config.json`. */
  toFile: string | null;
  caFile: string | null;
  resolve: ResolveRule[];
  timeoutMs: number | null;
  contacts: Contacts;
}

export const LOGIN: Grammar = {
  username: 'value',
  'password-stdin': 'flag',
  'to-file': 'value',
  'ca-file': 'value',
  resolve: 'values',
  timeout: 'value',
  ...CONTACTS,
  help: 'flag'
};

/** A password typed as an argument must not be repeated in a message about it. */
export function refusePassword(args: readonly string[]): void {
  if (args.some(arg => arg.startsWith('-p') || (arg.startsWith('--pass') && arg !== '--password-stdin'))) {
    throw new UsageError(
      "login: a password is never an argument: it would stand in the shell's history and in the list of processes. Type it when asked, or give it with --password-stdin."
    );
  }
}

/** Reads the arguments of `login`. */
export function parseLogin({ operands, options }: Split): LoginArguments {
  const host = onlyHost('login', operands);
  const username = first(options, 'username');
  if (isHub(host)) {
    throw new UsageError('login: Docker Hub is not a private registry; this command is not for it.');
  }
  if (username !== null) {
    const fault = userNameFault(username);
    if (fault !== null) {
      throw new UsageError(`login: ${fault}`);
    }
  }
  if (options.has('password-stdin') && username === null) {
    throw new UsageError('login: --password-stdin needs --username NAME.');
  }
  return {
    command: 'login',
    host,
    username,
    passwordStdin: options.has('password-stdin'),
    toFile: first(options, 'to-file'),
    caFile: first(options, 'ca-file'),
    resolve: (options.get('resolve') ?? []).map(value => resolveRule('login', value)),
    timeoutMs: timeoutMs('login', options),
    contacts: contactsOf('login', options)
  };
}

/** Why a text cannot be a user name of a Basic login (RFC 7617 2); null when it can. */
export function userNameFault(name: string): string | null {
  if (name === '') {
    return 'The user name is empty.';
  }
  if (name.includes(':')) {
    return 'A user name cannot hold a colon: what follows it would count as part of the password.';
  }
  return /\p{Cc}/u.test(name) ? 'The user name holds a character that cannot be seen.' : null;
}
