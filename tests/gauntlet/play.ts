import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { inspect } from 'node:util';
import type { RunEvent, RunResult } from '../../src/common/protocol.ts';
import { runEngine } from '../../src/node/engine/engine.ts';
import { checks, collectors } from '../../src/node/engine/parts.ts';
import type { RunOptions } from '../../src/node/collect/types.ts';
import { defaultOptions, readEnvironment } from '../../src/node/options.ts';
import { markdownReport } from '../../src/node/cli/markdown.ts';
import { styleFor } from '../../src/node/cli/style.ts';
import { textReport } from '../../src/node/cli/text.ts';
import { der, pem, type CertificateName } from './pki.ts';
import { dial } from '../../src/node/registry/socket.ts';
import type { Lookup } from '../../src/node/registry/resolve.ts';
import type { Network } from '../../src/node/registry/network.ts';
import { IN_POD, mountedAt, mountSecret } from './mounted.ts';
import { startProxy, type RunningProxy } from './proxy.ts';
import { withoutRights } from './rights.ts';
import { startServer, type Registry } from './server.ts';
import { startApi, type RunningApi } from '../kube/server.ts';
import type { At, Scenario } from './scenario.ts';

/** A played scenario. */
export interface Played {
  result: RunResult;
  events: RunEvent[];
  registry: Registry;
  /** Addresses to which a connection was really begun. */
  dialled: string[];
  /** Targets for which the proxy was asked. */
  proxied: readonly string[];
  /** Questions that the Kubernetes API was asked. */
  questions: readonly string[];
  /** Everything that left the engine, in every form in which it leaves. */
  exits: string;
  /** What must stand in none of them. */
  secrets: string[];
}

/** Limit of a scenario's run, in milliseconds: silent servers end at it. */
const BUDGET_MS = 4000;

/** Every form in which a secret could leave. */
export function formsOf(secret: string): string[] {
  const bytes = Buffer.from(secret);
  return [secret, bytes.toString('base64').replace(/=+$/, ''), bytes.toString('hex'), encodeURIComponent(secret)];
}

type Content = string | Buffer | object | null | undefined;

function bytesOf(content: string | Buffer | object): string | Buffer {
  return typeof content === 'string' || Buffer.isBuffer(content) ? content : JSON.stringify(content, null, 2);
}

async function put(path: string, content: Content): Promise<void> {
  if (content === null || content === undefined) {
    return;
  }
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, bytesOf(content));
  await chmod(path, 0o600);
}

/** The same, from a Secret that is mounted there. */
function mount(path: string, content: Content): Promise<void> {
  if (content !== null && content !== undefined) {
    mountSecret(dirname(path), { [basename(path)]: bytesOf(content) });
  }
  return Promise.resolve();
}

/** What is mounted and served while a scenario is played. */
export interface Situation {
  at: At;
  home: string;
  environment: Readonly<Record<string, string>>;
}

export interface PlayOptions {
  /** Options of the engine that are laid over the scenario's. */
  options?: Partial<RunOptions>;
  /** Called before the engine, with everything in place. */
  whileRunning?(situation: Situation): Promise<void>;
}

/** The network of a scenario: stages take no time but what the scenario says, and every address is noted. */
function networkFor(scenario: Scenario, own: Partial<Network>, clock: { at: number }, dialled: string[]): Network {
  // The machine's name service may be anywhere: a scenario maps its names, and a question that reaches this is noted as a fault.
  const lookup: Lookup =
    own.lookup ??
    (name => {
      dialled.push(`the name service, for ${name}`);
      return Promise.reject(Object.assign(new Error(), { code: 'ENOTFOUND' }));
    });
  const connect = own.dial;
  return {
    lookup: name => {
      clock.at += scenario.slow?.lookup ?? 0;
      return lookup(name);
    },
    dial: (address, port, limit) => {
      clock.at += scenario.slow?.connection ?? 0;
      if (connect !== undefined) {
        return connect(address, port, limit);
      }
      dialled.push(address);
      return /^(?:127\.|::1$)/.test(address)
        ? dial(address, port, limit)
        : Promise.resolve({ outcome: 'unreachable', errorClass: 'ENETUNREACH' });
    },
    now: own.now ?? (() => clock.at)
  };
}

interface Servers {
  registry: Registry;
  beside: Record<string, Registry>;
  proxy: RunningProxy | null;
  api: RunningApi | null;
  close(): Promise<void>;
}

async function startAll(scenario: Scenario, clock: { at: number }): Promise<Servers> {
  const beside: Record<string, Registry> = {};
  for (const [name, { chain = ['leaf-auth'] as const, server = {} }] of Object.entries(scenario.beside ?? {})) {
    beside[name] = await startServer(chain, server, { name });
  }
  const { slow } = scenario;
  const registry = await startServer(scenario.chain ?? ['leaf'], scenario.server ?? {}, {
    beside,
    ...(slow?.greeting === undefined ? {} : { onGreeting: () => void (clock.at += slow.greeting ?? 0) }),
    ...(slow?.answer === undefined ? {} : { onRequest: () => void (clock.at += slow.answer ?? 0) })
  });
  const proxy = scenario.proxy === undefined ? null : await startProxy(scenario.proxy);
  const api = typeof scenario.cluster === 'string' ? await startApi(scenario.cluster) : null;
  const all = [registry, ...Object.values(beside), ...[proxy, api].filter(item => item !== null)];
  return { registry, beside, proxy, api, close: async () => void (await Promise.all(all.map(item => item.close()))) };
}

/** Builds the situation, runs the engine as the command does, and takes everything down again. */
export async function play(scenario: Scenario, extra: PlayOptions = {}): Promise<Played> {
  const home = await mkdtemp(join(tmpdir(), 'gauntlet-'));
  const clock = { at: 0 };
  const { registry, beside, proxy, api, close } = await startAll(scenario, clock);
  const { host, port, user, password } = registry;
  const at: At = {
    host,
    port,
    ports: Object.fromEntries(Object.entries(beside).map(([name, item]) => [name, item.port])),
    proxy: `http://${proxy?.host ?? '127.0.0.1:9'}`,
    home,
    user,
    password,
    basic: (name = user, word = password) => Buffer.from(`${name}:${word}`).toString('base64'),
    pem: name => pem(name as CertificateName),
    der: name => der(name as CertificateName)
  };
  const from = <T>(value: T | ((at: At) => T)): T =>
    typeof value === 'function' ? (value as (at: At) => T)(at) : value;
  const dialled: string[] = [];
  try {
    const inPod = scenario.cluster !== undefined;
    const lay = inPod ? mount : put;
    await lay(
      join(home, '.docker', 'config.json'),
      scenario.config === undefined ? { auths: { [host]: { auth: at.basic() } } } : from(scenario.config)
    );
    await lay(join(home, '.tls', 'certificate.crt'), scenario.ca === undefined ? pem('root') : from(scenario.ca));
    await scenario.mount?.(at);
    // No scenario may find the account of a pod in which the tests run.
    const serviceAccount = join(home, 'serviceaccount');
    const environment = {
      ...(inPod ? IN_POD : {}),
      ...api?.enter(serviceAccount),
      ...from(scenario.environment ?? {})
    };
    await extra.whileRunning?.({ at, home, environment });
    registry.logins = 0;
    proxy?.asked.splice(0);
    const ask = scenario.ask === undefined ? [host] : from(scenario.ask);
    const events: RunEvent[] = [];
    const run = (): Promise<RunResult> =>
      runEngine(
        { collectors, checks },
        {
          id: 'scenario',
          registries: ask.length === 0 ? null : ask,
          all: true,
          only: null,
          options: {
            ...defaultOptions(readEnvironment({ HOME: home, ...environment })),
            resolve: [
              { host: 'registry.test', port, address: '127.0.0.1' },
              ...Object.entries(beside).map(([name, item]) => ({ host: name, port: item.port, address: '127.0.0.1' }))
            ],
            network: networkFor(scenario, from(scenario.network ?? {}), clock, dialled),
            clicked: true,
            serviceAccount,
            ...(inPod ? { files: mountedAt(join(home, '.docker'), join(home, '.tls')) } : {}),
            ...from(scenario.options ?? {}),
            ...extra.options
          },
          budgetMs: scenario.limitMs ?? BUDGET_MS,
          signal: new AbortController().signal,
          emit: event => events.push(event)
        }
      );
    const result = await (scenario.unprivileged === true ? withoutRights(home, run) : run());
    const style = styleFor({ columns: 100 }, '1');
    const exits = [
      JSON.stringify(result),
      JSON.stringify(events),
      inspect(result, { depth: Infinity }),
      textReport(result.report, style),
      markdownReport(result.report)
    ].join('\n');
    const secrets = [password, at.basic(), `${user}:${password}`, ...(api === null ? [] : [api.token])].flatMap(
      formsOf
    );
    const proxied = proxy?.asked ?? [];
    return { result, events, registry, dialled, proxied, questions: api?.asked ?? [], exits, secrets };
  } finally {
    await close();
    await rm(home, { recursive: true, force: true });
  }
}
