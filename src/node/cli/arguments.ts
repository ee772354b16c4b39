import type { Area } from '../../common/catalogue/types.ts';
import type { Contacts } from '../../common/contacts.ts';
import { parseHost } from '../../common/host.ts';
import { didYouMean } from './nearest.ts';
import { CA, parseCa, type CaArguments } from './args/ca.ts';
import { MOST_REGISTRIES } from '../docker/hosts.ts';
import { CONTACTS, contactsOf } from './args/contacts.ts';
import {
  first,
  host,
  oneOf,
  resolveRule,
  shown,
  split,
  timeoutMs,
  UsageError,
  type Grammar,
  type ResolveRule,
  type Split
} from './args/grammar.ts';
import { LOGIN, parseLogin, refusePassword, type LoginArguments } from './args/login.ts';
import { MANIFESTS, parseManifests, type ManifestsArguments } from './args/manifests.ts';

export { UsageError } from './args/grammar.ts';

export type Format = 'text' | 'json' | 'markdown';

export interface CheckArguments {
  command: 'check';
  hosts: string[];
  dockerConfig: string | null;
  caFile: string | null;
  offline: boolean;
  /** No question to the Kubernetes API. */
  noCluster: boolean;
  only: Area[] | null;
  timeoutMs: number | null;
  format: Format;
  strict: boolean;
  resolve: ResolveRule[];
  builder: string | null;
  /** Interpreter that confirms what was found; null = the one that the command is installed in. */
  python: string | null;
  noPython: boolean;
  at: number | null;
  /** File with certificates that are judged instead of those that the registry sends. */
  chain: string | null;
  /** Verdicts of every known program in the report, not of the three consumers alone. */
  profiles: boolean;
  images: string[];
  push: boolean;
  /** Whom to ask: shown in the steps that they have to take. */
  contacts: Contacts;
}

export interface CellArguments {
  command: 'cell';
  host: string | null;
  dockerConfig: string | null;
  caFile: string | null;
  noCa: boolean;
  model: boolean;
  image: string | null;
  baseImage: string | null;
  sdk: string | null;
}

export interface ExplainArguments {
  command: 'explain';
  code: string;
  contacts: Contacts;
}

export interface ExplainLogArguments {
  command: 'explain-log';
  /** File with the text; `-` for standard input. */
  log: string;
  contacts: Contacts;
}

export type Arguments =
  | CheckArguments
  | CellArguments
  | ExplainArguments
  | ExplainLogArguments
  | LoginArguments
  | CaArguments
  | ManifestsArguments
  | { command: 'version' }
  | { command: 'help'; of: string | null };

const CHECK: Grammar = {
  'docker-config': 'value',
  'ca-file': 'value',
  offline: 'flag',
  'no-cluster': 'flag',
  only: 'values',
  timeout: 'value',
  format: 'value',
  strict: 'flag',
  resolve: 'values',
  builder: 'value',
  python: 'value',
  'no-python': 'flag',
  at: 'value',
  chain: 'value',
  profiles: 'value',
  image: 'values',
  push: 'flag',
  ...CONTACTS,
  help: 'flag'
};
const CELL: Grammar = {
  'docker-config': 'value',
  'ca-file': 'value',
  'no-ca': 'flag',
  model: 'flag',
  image: 'value',
  'base-image': 'value',
  sdk: 'value',
  help: 'flag'
};
const EXPLAIN: Grammar = { log: 'value', ...CONTACTS, help: 'flag' };

/** Areas that have checks. */
const AREAS: readonly Area[] = ['FIL', 'CFG', 'CRT', 'NET', 'TLS', 'REG'];
const VERBS = ['check', 'cell', 'login', 'ca', 'manifests', 'explain'] as const;
const FORMATS: readonly Format[] = ['text', 'json', 'markdown'];

/** RFC 3339, with `T` or a space and a zone. */
function time(value: string): number {
  const form = /^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}:\d{2}(\.\d+)?([Zz]|[+-]\d{2}:\d{2})$/;
  const at = form.test(value) ? Date.parse(value.replace(' ', 'T')) : Number.NaN;
  if (Number.isNaN(at)) {
    throw new UsageError(`check: --at takes a time such as 2027-01-01T00:00:00Z (RFC 3339), not ${shown(value)}.`);
  }
  return at;
}

function parseCheck({ operands, options }: Split): CheckArguments {
  const at = first(options, 'at');
  const profiles = first(options, 'profiles');
  if (profiles !== null) {
    oneOf('check', 'profiles', profiles, ['all']);
  }
  const images = options.get('image') ?? [];
  if (options.has('push') && images.length === 0) {
    throw new UsageError('check: --push needs --image: the right to push is tested in one repository.');
  }
  if (options.has('python') && options.has('no-python')) {
    throw new UsageError('check: --python and --no-python exclude each other.');
  }
  if (operands.length > MOST_REGISTRIES) {
    throw new UsageError(`check: give at most ${MOST_REGISTRIES} registries, not ${operands.length}.`);
  }
  return {
    command: 'check',
    hosts: operands.map(item => host('check', item)),
    dockerConfig: first(options, 'docker-config'),
    caFile: first(options, 'ca-file'),
    offline: options.has('offline'),
    noCluster: options.has('no-cluster'),
    only:
      options
        .get('only')
        ?.flatMap(item => item.split(','))
        .map(item => oneOf('check', 'only', item.toUpperCase(), AREAS)) ?? null,
    timeoutMs: timeoutMs('check', options),
    format: oneOf('check', 'format', first(options, 'format') ?? 'text', FORMATS),
    strict: options.has('strict'),
    resolve: (options.get('resolve') ?? []).map(value => resolveRule('check', value)),
    builder: first(options, 'builder'),
    python: first(options, 'python'),
    noPython: options.has('no-python'),
    at: at === null ? null : time(at),
    chain: first(options, 'chain'),
    profiles: profiles !== null,
    images,
    push: options.has('push'),
    contacts: contactsOf('check', options)
  };
}

function parseCell({ operands, options }: Split): CellArguments {
  if (operands.length > 1) {
    throw new UsageError('cell: one registry at most; a Config object describes only one.');
  }
  const [given] = operands;
  return {
    command: 'cell',
    host: given === undefined ? null : host('cell', given),
    dockerConfig: first(options, 'docker-config'),
    caFile: first(options, 'ca-file'),
    noCa: options.has('no-ca'),
    model: options.has('model'),
    image: first(options, 'image'),
    baseImage: first(options, 'base-image'),
    sdk: first(options, 'sdk')
  };
}

function parseExplain({ operands, options }: Split): ExplainArguments | ExplainLogArguments {
  const log = first(options, 'log');
  const contacts = contactsOf('explain', options);
  const [code] = operands;
  if (log !== null && code !== undefined) {
    throw new UsageError('explain: a code or --log, not both.');
  }
  if (log !== null) {
    return { command: 'explain-log', log, contacts };
  }
  if (code === undefined || operands.length > 1) {
    throw new UsageError(
      'explain: one code or --log FILE is needed, for example "kaptain-registry explain KR-TLS-004".'
    );
  }
  return { command: 'explain', code: code.toUpperCase(), contacts };
}

/** The command that help is wanted for; null = all of them. */
function helpOf(word: string | undefined): string | null {
  const of = VERBS.find(item => item === word) ?? null;
  if (word !== undefined && of === null) {
    throw new UsageError(`There is no command ${shown(word)}.${didYouMean(word, VERBS)}`);
  }
  return of;
}

/** What was meant by a word that is no command: another command, or the registry to check. */
function meantBy(word: string): string {
  const meant = didYouMean(word, VERBS);
  return meant === '' && /[.:]/.test(word) && parseHost(word).ok && !word.startsWith('-')
    ? ` Did you mean "kaptain-registry check ${word}"?`
    : meant;
}

/**
 * Reads the command line (design section 6.1).
 *
 * @throws UsageError with one sentence
 */
export function parseArguments(argv: readonly string[]): Arguments {
  const [verb, ...rest] = argv;
  switch (verb) {
    case 'help':
      return { command: 'help', of: helpOf(rest[0]) };
    case undefined:
    case '--help':
    case '-h':
      return { command: 'help', of: null };
    case '--version':
      return { command: 'version' };
    case 'check': {
      const parts = split(verb, rest, CHECK);
      return parts.options.has('help') ? { command: 'help', of: verb } : parseCheck(parts);
    }
    case 'cell': {
      const parts = split(verb, rest, CELL);
      return parts.options.has('help') ? { command: 'help', of: verb } : parseCell(parts);
    }
    case 'login': {
      refusePassword(rest);
      const parts = split(verb, rest, LOGIN);
      return parts.options.has('help') ? { command: 'help', of: verb } : parseLogin(parts);
    }
    case 'ca': {
      const parts = split(verb, rest, CA);
      return parts.options.has('help') ? { command: 'help', of: verb } : parseCa(parts);
    }
    case 'manifests': {
      const parts = split(verb, rest, MANIFESTS);
      return parts.options.has('help') ? { command: 'help', of: verb } : parseManifests(parts);
    }
    case 'explain': {
      const parts = split(verb, rest, EXPLAIN);
      return parts.options.has('help') ? { command: 'help', of: verb } : parseExplain(parts);
    }
    default:
      throw new UsageError(
        `There is no command ${shown(verb)}.${meantBy(verb)} "kaptain-registry --help" lists the commands.`
      );
  }
}
