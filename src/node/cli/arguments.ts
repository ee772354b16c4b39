import { parseHost } from '../../common/host.ts';
import type { Area } from '../../common/catalogue/types.ts';

/** Wrong usage: one line for the person, exit status 2. */
export class UsageError extends Error {}

export type Format = 'text' | 'json' | 'markdown';

export interface CheckArguments {
  command: 'check';
  hosts: string[];
  dockerConfig: string | null;
  caFile: string | null;
  offline: boolean;
  only: Area[] | null;
  timeoutMs: number | null;
  format: Format;
  strict: boolean;
  resolve: { host: string; port: number; address: string }[];
  builder: string | null;
  /** Interpreter that confirms what was found; null = the one that the command is installed in. */
  python: string | null;
  noPython: boolean;
  at: number | null;
  images: string[];
  push: boolean;
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
}

export type Arguments =
  CheckArguments | CellArguments | ExplainArguments | { command: 'version' } | { command: 'help'; of: string | null };

/** Options of a verb: whether each takes a value, and may be repeated. */
type Grammar = Readonly<Record<string, 'flag' | 'value' | 'values'>>;

const CHECK: Grammar = {
  'docker-config': 'value',
  'ca-file': 'value',
  offline: 'flag',
  // Part of the contract; without effect until there are checks of the cluster, so help does not show it yet.
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
  image: 'values',
  push: 'flag',
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
const EXPLAIN: Grammar = { help: 'flag' };

/** Areas that have checks. */
const AREAS: readonly Area[] = ['FIL', 'CFG', 'CRT', 'NET', 'TLS', 'REG'];
const FORMATS: readonly Format[] = ['text', 'json', 'markdown'];

/** Says what was typed without steering the terminal; at most 60 characters. */
function shown(text: string): string {
  return `"${text.slice(0, 60).replace(/[^\x20-\x7e]/g, '?')}"`;
}

interface Split {
  operands: string[];
  options: Map<string, string[]>;
}

function split(verb: string, args: readonly string[], grammar: Grammar): Split {
  const operands: string[] = [];
  const options = new Map<string, string[]>();
  const rest = [...args];
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    if (arg === '--') {
      operands.push(...rest.splice(0));
    } else if (arg === '-h') {
      options.set('help', []);
    } else if (!arg.startsWith('-') || arg === '-') {
      operands.push(arg);
    } else {
      const [, name = '', , inline] = /^--([a-z][a-z-]*)(=([\s\S]*))?$/.exec(arg) ?? [];
      const kind = Object.hasOwn(grammar, name) ? grammar[name] : undefined;
      if (kind === undefined) {
        throw new UsageError(
          `${verb}: there is no option ${shown(arg)}; "kaptain-registry ${verb} --help" lists them.`
        );
      }
      if (kind === 'flag') {
        if (inline !== undefined) {
          throw new UsageError(`${verb}: --${name} takes no value.`);
        }
        options.set(name, []);
        continue;
      }
      const value = inline ?? rest.shift();
      if (value === undefined || value === '') {
        throw new UsageError(`${verb}: --${name} needs a value.`);
      }
      if (kind === 'value' && options.has(name)) {
        throw new UsageError(`${verb}: --${name} was given twice.`);
      }
      options.set(name, [...(options.get(name) ?? []), value]);
    }
  }
  return { operands, options };
}

function host(verb: string, text: string): string {
  const parsed = parseHost(text);
  if (!parsed.ok) {
    throw new UsageError(
      `${verb}: ${shown(text)} is no registry address; it has the form host or host:port, without scheme and path.`
    );
  }
  return text;
}

function oneOf<T extends string>(verb: string, option: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find(item => item === value);
  if (found === undefined) {
    throw new UsageError(`${verb}: --${option} takes ${allowed.join(', ')}, not ${shown(value)}.`);
  }
  return found;
}

/** RFC 3339, with `T` or a space and a zone. */
function time(value: string): number {
  const form = /^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}:\d{2}(\.\d+)?([Zz]|[+-]\d{2}:\d{2})$/;
  const at = form.test(value) ? Date.parse(value.replace(' ', 'T')) : Number.NaN;
  if (Number.isNaN(at)) {
    throw new UsageError(`check: --at takes a time such as 2027-01-01T00:00:00Z (RFC 3339), not ${shown(value)}.`);
  }
  return at;
}

/** `HOST:PORT:ADDRESS`, IPv6 in brackets, as curl's `--resolve`. */
function resolveRule(value: string): CheckArguments['resolve'][number] {
  const match = /^(\[[^\]]+\]|[^:[\]]+):(\d{1,5}):(\[[0-9A-Fa-f:.]+\]|[0-9.]+)$/.exec(value);
  const [, name = '', port = '', address = ''] = match ?? [];
  const target = parseHost(address);
  if (match === null || !parseHost(`${name}:${port}`).ok || !target.ok || target.kind === 'name') {
    throw new UsageError(
      `check: --resolve takes HOST:PORT:ADDRESS, for example registry.corp.test:5000:127.0.0.1, not ${shown(value)}.`
    );
  }
  return { host: name.replace(/^\[|\]$/g, ''), port: Number(port), address: target.hostname };
}

function first(options: Split['options'], name: string): string | null {
  return options.get(name)?.[0] ?? null;
}

function parseCheck({ operands, options }: Split): CheckArguments {
  const timeout = first(options, 'timeout');
  if (timeout !== null && !(/^\d+(\.\d+)?$/.test(timeout) && Number(timeout) > 0 && Number(timeout) <= 3600)) {
    throw new UsageError(`check: --timeout takes seconds, more than 0 and at most 3600, not ${shown(timeout)}.`);
  }
  const at = first(options, 'at');
  const images = options.get('image') ?? [];
  if (options.has('push') && images.length === 0) {
    throw new UsageError('check: --push needs --image: the right to push is tested in one repository.');
  }
  if (options.has('python') && options.has('no-python')) {
    throw new UsageError('check: --python and --no-python exclude each other.');
  }
  return {
    command: 'check',
    hosts: operands.map(item => host('check', item)),
    dockerConfig: first(options, 'docker-config'),
    caFile: first(options, 'ca-file'),
    offline: options.has('offline'),
    only:
      options
        .get('only')
        ?.flatMap(item => item.split(','))
        .map(item => oneOf('check', 'only', item.toUpperCase(), AREAS)) ?? null,
    timeoutMs: timeout === null ? null : Number(timeout) * 1000,
    format: oneOf('check', 'format', first(options, 'format') ?? 'text', FORMATS),
    strict: options.has('strict'),
    resolve: (options.get('resolve') ?? []).map(resolveRule),
    builder: first(options, 'builder'),
    python: first(options, 'python'),
    noPython: options.has('no-python'),
    at: at === null ? null : time(at),
    images,
    push: options.has('push')
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

/**
 * Reads the command line (design section 6.1).
 *
 * @throws UsageError with one sentence
 */
export function parseArguments(argv: readonly string[]): Arguments {
  const [verb, ...rest] = argv;
  switch (verb) {
    case undefined:
    case 'help':
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
    case 'explain': {
      const parts = split(verb, rest, EXPLAIN);
      if (parts.options.has('help')) {
        return { command: 'help', of: verb };
      }
      const [code] = parts.operands;
      if (code === undefined || parts.operands.length > 1) {
        throw new UsageError('explain: one code is needed, for example "kaptain-registry explain KR-TLS-004".');
      }
      return { command: 'explain', code: code.toUpperCase() };
    }
    default:
      throw new UsageError(`There is no command ${shown(verb)}; "kaptain-registry --help" lists what there is.`);
  }
}
