import { didYouMean } from '../nearest.ts';
import { visible } from '../../../common/visible.ts';
import { parseHost, type HostFault } from '../../../common/host.ts';

/** Wrong usage: one line for the person, exit status 2. */
export class UsageError extends Error {}

/** Options of a verb: whether each takes a value, and may be repeated. */
export type Grammar = Readonly<Record<string, 'flag' | 'value' | 'values'>>;

/** Says what was typed; at most 60 characters. */
export function shown(text: string): string {
  return `"${visible(text.length > 60 ? `${text.slice(0, 59)}…` : text)}"`;
}

/** A command line, taken apart. */
export interface Split {
  operands: string[];
  options: Map<string, string[]>;
}

/**
 * Takes the words behind a verb apart: `--name value`, `--name=value`, `--` ends the options.
 *
 * @throws UsageError for an option that the verb does not have, without its value, or twice
 */
export function split(verb: string, args: readonly string[], grammar: Grammar): Split {
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
        // What follows "=" is not repeated: it may be a password.
        const typed = arg.replace(/=[\s\S]*$/, '');
        const meant = didYouMean(
          typed,
          Object.keys(grammar).map(option => `--${option}`)
        );
        throw new UsageError(
          `${verb}: there is no option ${shown(typed)}.${meant} "kaptain-registry ${verb} --help" lists the options.`
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

/** Why a text is no registry address, as an instruction. */
const HOST_FAULTS: Readonly<Record<HostFault, string>> = {
  empty: 'give host or host:port',
  scheme: 'leave out the scheme, for example https://, and give only host or host:port',
  path: 'leave out everything from the slash on, and give only host or host:port',
  space: 'leave out the blanks',
  port: 'the port behind the colon is a number from 1 to 65535',
  userinfo: 'leave out the user name',
  characters: 'a host has letters, digits, dots and hyphens only; an IPv6 address stands in brackets'
};

/**
 * Checks a registry's address; it stays as typed.
 *
 * @throws UsageError that says what to change; one that may carry a login is not repeated
 */
export function host(verb: string, text: string): string {
  const parsed = parseHost(text);
  if (parsed.ok) {
    return text;
  }
  if (text.includes('@')) {
    throw new UsageError(
      `${verb}: the registry's address carries a login; leave it out: what is typed here stands in the shell's history and in the list of processes.`
    );
  }
  const bare = text
    .trim()
    .replace(/^[a-z]+:\/\//i, '')
    .replace(/\/.*$/, '');
  const meant = parseHost(bare).ok ? `: ${bare}` : '';
  throw new UsageError(`${verb}: ${shown(text)} is not a registry address; ${HOST_FAULTS[parsed.fault]}${meant}.`);
}

/** A value of a closed list. */
export function oneOf<T extends string>(verb: string, option: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find(item => item === value);
  if (found === undefined) {
    throw new UsageError(
      `${verb}: --${option} takes ${allowed.join(', ')}, not ${shown(value)}.${didYouMean(value, allowed)}`
    );
  }
  return found;
}

/** That host and port are reached at that address. */
export interface ResolveRule {
  host: string;
  port: number;
  address: string;
}

/** `HOST:PORT:ADDRESS`, IPv6 in brackets, as curl's `--resolve`. */
export function resolveRule(verb: string, value: string): ResolveRule {
  const match = /^(\[[^\]]+\]|[^:[\]]+):(\d{1,5}):(\[[0-9A-Fa-f:.]+\]|[0-9.]+)$/.exec(value);
  const [, name = '', port = '', address = ''] = match ?? [];
  const target = parseHost(address);
  if (match === null || !parseHost(`${name}:${port}`).ok || !target.ok || target.kind === 'name') {
    throw new UsageError(
      `${verb}: --resolve takes HOST:PORT:ADDRESS, for example registry.corp.test:5000:127.0.0.1, not ${shown(value)}.`
    );
  }
  return { host: name.replace(/^\[|\]$/g, ''), port: Number(port), address: target.hostname };
}

/** The value of an option that may be given once; null without it. */
export function first(options: Split['options'], name: string): string | null {
  return options.get(name)?.[0] ?? null;
}

/** The one registry of a verb that takes exactly one. */
export function onlyHost(verb: string, operands: readonly string[]): string {
  const [given] = operands;
  if (given === undefined || operands.length > 1) {
    throw new UsageError(
      `${verb}: exactly one registry is needed, for example "kaptain-registry ${verb} my.private.registry:5000".`
    );
  }
  return host(verb, given);
}

/** `--timeout SECONDS` in milliseconds; null without it. */
export function timeoutMs(verb: string, options: Split['options']): number | null {
  const given = first(options, 'timeout');
  if (given !== null && !(/^\d+(\.\d+)?$/.test(given) && Number(given) > 0 && Number(given) <= 3600)) {
    throw new UsageError(`${verb}: --timeout takes seconds, more than 0 and at most 3600, not ${shown(given)}.`);
  }
  return given === null ? null : Number(given) * 1000;
}
