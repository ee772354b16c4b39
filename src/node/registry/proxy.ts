import { isIP, isIPv4 } from 'node:net';
import type { AddressFacts } from '../facts.ts';
import { Secret } from '../secret.ts';
import { inNetwork, joinHostPort } from './address.ts';
import type { ProxyFacts, Route } from './facts.ts';

export type Environment = Readonly<Record<string, string | Secret>>;

/** A proxy with its login: stays with the collectors. */
export interface Proxy {
  hostname: string;
  port: number;
  /** `user:password`, decoded; null without a login. */
  login: Secret | null;
}

export interface Routing {
  facts: ProxyFacts;
  /** The proxy to go through; null when the way is direct or the proxy cannot be used from here. */
  proxy: Proxy | null;
}

interface Setting {
  variable: string;
  value: string;
}

/** Variables that name a proxy for https, the winner first. */
const PYTHON = ['https_proxy', 'HTTPS_PROXY', 'all_proxy', 'ALL_PROXY'];
const GO = ['HTTPS_PROXY', 'https_proxy'];

const NOT_USABLE = { address: '', hasLogin: false, usable: false };

function read(environment: Environment, names: readonly string[]): Setting | null {
  for (const variable of names) {
    const raw = environment[variable];
    const value = raw instanceof Secret ? raw.reveal() : (raw ?? '');
    if (value !== '') {
      return { variable, value };
    }
  }
  return null;
}

/**
 * Which way each program takes to a registry. The rules are ported, not borrowed from Node, whose own differ.
 *
 * @param environment - variables of the notebook; the values that may hold a login are Secrets
 * @param host - the registry's address
 * @param keep - told the password of every proxy that was met
 */
export function routeTo(
  environment: Environment,
  host: Pick<AddressFacts, 'hostname' | 'port' | 'given'>,
  keep: (secret: Secret) => void
): Routing {
  const python = read(environment, PYTHON);
  const go = read(environment, GO);
  const node = read(environment, ['https_proxy', 'HTTPS_PROXY']);
  const lower = read(environment, ['no_proxy', 'NO_PROXY'])?.value ?? '';
  const upper = read(environment, ['NO_PROXY', 'no_proxy'])?.value ?? '';
  const hostname = host.hostname.toLowerCase();
  const typedPort = /:\d+$/.test(host.given) ? host.port : null;
  const route = (setting: Setting | null, excluded: boolean): Route =>
    setting === null || excluded ? 'direct' : 'proxy';

  const sdk = route(python, pythonExcludes(lower, hostname, typedPort, 'whole'));
  const builder = route(go, goExcludes(upper, hostname, host.port));
  const capital = read(environment, ['NO_PROXY'])?.value ?? '';
  const shadowed = sdk === 'proxy' && lower !== capital && pythonExcludes(capital, hostname, typedPort, 'whole');
  const chosen = sdk === 'proxy' ? python : builder === 'proxy' ? go : null;
  const proxy = chosen === null ? null : readProxy(chosen.value);
  const settings = new Set([python, go, node].flatMap(setting => (setting === null ? [] : [setting.value])));
  for (const secret of [...settings].flatMap(passwordsOf)) {
    keep(secret);
  }
  return {
    facts: {
      sdk,
      olderSdk: route(python, pythonExcludes(lower, hostname, typedPort, 'any')),
      builder,
      shadowed,
      node: route(node, nodeExcludes(lower, hostname, host.port)),
      proxy:
        chosen === null
          ? null
          : proxy === null
            ? { ...NOT_USABLE, kind: kindOf(chosen.value), variable: chosen.variable }
            : {
                address: joinHostPort(proxy.hostname, proxy.port),
                hasLogin: proxy.login !== null,
                usable: true,
                kind: 'http',
                variable: chosen.variable
              }
    },
    proxy: sdk === 'proxy' ? proxy : null
  };
}

/** The proxy that Go programs take from these variables; null when there is none that can be used. */
export function builderProxy(environment: Environment): Proxy | null {
  const setting = read(environment, GO);
  return setting === null ? null : readProxy(setting.value);
}

/** An http proxy's address; null for anything else. Written without `URL`, whose errors repeat their input. */
function readProxy(value: string): Proxy | null {
  const match =
    /^(?:http:\/\/)?(?:([^/?#]*)@)?(\[[0-9A-Fa-f:.]{2,45}\]|[A-Za-z0-9_.-]{1,253})(?::(\d{1,5}))?(?:[/?#].*)?$/i.exec(
      value.trim()
    );
  const port = match?.[3] === undefined ? 80 : Number(match[3]);
  if (match === null || port < 1 || port > 65_535) {
    return null;
  }
  const login = match[1] === undefined || match[1] === '' ? null : decodeLogin(match[1]);
  return { hostname: (match[2] ?? '').replace(/^\[|\]$/g, ''), port, login };
}

/** The password in a proxy's address as it stands there, decoded, and as it is sent, also where nothing else can be read. */
function passwordsOf(value: string): Secret[] {
  const userInfo = value.slice(0, Math.max(0, value.lastIndexOf('@'))).replace(/^[A-Za-z][A-Za-z0-9+.-]*:\/\//, '');
  if (userInfo === '') {
    return [];
  }
  const login = decodeLogin(userInfo);
  const passwords = [userInfo, login.reveal()].map(text => text.slice(text.indexOf(':') + 1));
  const sent = proxyAuthorization(login);
  return [
    ...[...new Set(passwords)].filter(text => text !== '').map(text => new Secret(text)),
    ...(sent ? [sent] : [])
  ];
}

/** Value of a Proxy-Authorization header; null without a login. */
export function proxyAuthorization(login: Secret | null): Secret | null {
  return login === null ? null : new Secret(`Basic ${Buffer.from(login.reveal(), 'latin1').toString('base64')}`);
}

/** Kinds of proxy that programs know and this one cannot go through. */
function kindOf(value: string): NonNullable<ProxyFacts['proxy']>['kind'] {
  const [, scheme] =
    /^(https|socks[45]?[ah]?):\/\/(?:[^/?#]*@)?(?:\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9_.-]+)(?::\d{1,5})?\/?$/i.exec(
      value.trim()
    ) ?? [];
  return scheme === undefined ? 'unreadable' : scheme.toLowerCase() === 'https' ? 'https' : 'socks';
}

/** Percent-decoding that keeps what is not encoded properly, as Python's `unquote` does. */
function decodeLogin(userInfo: string): Secret {
  const bytes = userInfo.replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return new Secret(bytes.includes(':') ? bytes : `${bytes}:`);
}

/**
 * Python: requests `should_bypass_proxies` (utils.py), then urllib `proxy_bypass_environment`.
 *
 * @param parts - `any`: an entry matches the end of a name anywhere (requests 2.27, measured); `whole`: only behind a
 *   dot (requests 2.34, measured)
 */
function pythonExcludes(noProxy: string, hostname: string, port: number | null, parts: 'any' | 'whole'): boolean {
  const entries = noProxy
    .replaceAll(' ', '')
    .split(',')
    .filter(entry => entry !== '');
  if (isIPv4(hostname)) {
    if (entries.some(entry => (entry.includes('/') ? inNetwork(hostname, entry) : entry === hostname))) {
      return true;
    }
  } else {
    const withPort = port === null ? hostname : `${hostname}:${port}`;
    const ends = (name: string, entry: string): boolean =>
      parts === 'any' ? name.endsWith(entry) : `.${name}`.endsWith(`.${entry.replace(/^\.+/, '')}`);
    if (entries.some(entry => ends(hostname, entry) || ends(withPort, entry))) {
      return true;
    }
  }
  if (noProxy === '*') {
    return true;
  }
  return noProxy.split(',').some(entry => {
    const name = entry.trim().replace(/^\.+/, '').toLowerCase();
    return entry.trim() !== '' && (hostname === name || hostname.endsWith(`.${name}`));
  });
}

/** Go: golang.org/x/net/http/httpproxy, `useProxy` and `init`. */
function goExcludes(noProxy: string, hostname: string, port: number): boolean {
  if (
    hostname === 'localhost' ||
    (isIP(hostname) !== 0 && (hostname === '::1' || inNetwork(hostname, '127.0.0.0/8')))
  ) {
    return true;
  }
  const entries = noProxy
    .split(',')
    .map(entry => entry.trim().toLowerCase())
    .filter(entry => entry !== '');
  return entries.some(entry => entry === '*' || goMatches(entry, hostname, port));
}

function goMatches(entry: string, hostname: string, port: number): boolean {
  if (inNetwork(hostname, entry)) {
    return true;
  }
  const bracketed = /^\[(.*)\](?::(.*))?$/.exec(entry);
  const split = bracketed ?? /^([^:]*):([^:]*)$/.exec(entry);
  const name = split?.[1] ?? entry;
  const entryPort = split?.[2] ?? '';
  if (name === '' || (entryPort !== '' && entryPort !== String(port))) {
    return false;
  }
  if (isIP(name) !== 0 || isIP(hostname) !== 0) {
    return name === hostname;
  }
  const suffix = name.startsWith('*.') ? name.slice(1) : name;
  return suffix.startsWith('.') ? hostname.endsWith(suffix) : hostname === suffix || hostname.endsWith(`.${suffix}`);
}

/** Node 24: `ProxyConfig.shouldUseProxy` (lib/internal/http.js); exact names, `.suffix`, `*.suffix`, address ranges. */
function nodeExcludes(noProxy: string, hostname: string, port: number): boolean {
  return noProxy
    .split(',')
    .map(entry => entry.trim().toLowerCase())
    .some(entry => {
      if (entry === '*' || entry === hostname || entry === `${hostname}:${port}`) {
        return true;
      }
      if (entry.startsWith('.')) {
        return hostname.endsWith(entry.slice(1)) && entry !== '.';
      }
      if (entry.startsWith('*.')) {
        return hostname.endsWith(entry.slice(1));
      }
      const range = /^([0-9.]+)-([0-9.]+)$/.exec(entry);
      return range !== null && isIPv4(hostname) && between(hostname, range[1] ?? '', range[2] ?? '');
    });
}

function between(address: string, first: string, last: string): boolean {
  const number = (text: string): number => text.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
  return isIPv4(first) && isIPv4(last) && number(address) >= number(first) && number(address) <= number(last);
}
