import { inspect } from 'node:util';
import { textsOf, type FindingDraft } from '../../src/common/finding.ts';
import type { CollectContext, Collector, RunOptions } from '../../src/node/collect/types.ts';
import { makeRegistryCollectors } from '../../src/node/collect/registry.ts';
import { connectionChecks } from '../../src/node/check/connection.ts';
import { netChecks } from '../../src/node/check/net.ts';
import { regChecks } from '../../src/node/check/reg.ts';
import { isRootCause } from '../../src/node/engine/causes.ts';
import { Budget } from '../../src/node/engine/budget.ts';
import { FactStore } from '../../src/node/engine/facts.ts';
import { runPlan, type Ended } from '../../src/node/engine/runner.ts';
import type { ConsumerLogin } from '../../src/node/docker/facts.ts';
import type { FactMap, FactName } from '../../src/node/facts.ts';
import { defaultOptions, readEnvironment } from '../../src/node/options.ts';
import { systemNetwork } from '../../src/node/registry/network.ts';
import type { Lookup } from '../../src/node/registry/resolve.ts';
import { Secret, Vault, type Credential } from '../../src/node/secret.ts';
import { readCertificate } from '../../src/node/x509/certificate.ts';
import { builderProfiles, PYTHON_PROFILES } from '../../src/node/x509/profiles.ts';
import { caContent, judgeTrust } from './certificates.ts';

/** What must never leave the collectors. */
export const CANARY = 'canary-Pa55/w+rd ü"';

export function basicLogin(password = CANARY): Credential {
  return { kind: 'basic', username: new Secret('robot$kaptain'), secret: new Secret(password) };
}

export function tokenLogin(kind: 'identitytoken' | 'registrytoken', token = 'canary-token_1.2'): Credential {
  return { kind, username: new Secret(''), secret: new Secret(token) };
}

const found = (does: boolean): ConsumerLogin => ({
  finds: does ? 'found' : 'none',
  reader: null,
  entry: null,
  why: ''
});

export interface Situation {
  login?: Credential | null;
  environment?: Record<string, string>;
  options?: Partial<RunOptions>;
  inPod?: boolean;
  /** Limit of the whole run, in milliseconds. */
  budgetMs?: number;
  ask?: Lookup;
  /** Port of `registry.test` and other names that lead to 127.0.0.1. */
  names?: Readonly<Record<string, number>>;
}

export interface Seen {
  /** Codes that stand, in the order of the checks. */
  codes: string[];
  /** Codes of error or warning that nothing else explains. */
  roots: string[];
  findings: readonly FindingDraft[];
  /** Outcome of each check by its id. */
  outcomes: Record<string, Ended['outcome']>;
  ended: readonly Ended[];
  facts: Partial<FactMap>;
  /** Everything that left the collectors, for the search for secrets. */
  exits: string;
}

const FACTS: readonly FactName[] = [
  'address',
  'proxy',
  'resolution',
  'connection',
  'tls',
  'ping',
  'login.service',
  'session',
  'repository',
  'push'
];

function fixed<N extends FactName>(gives: N, value: FactMap[N]): Collector {
  return source(gives, [], () => value);
}

function source<N extends FactName>(
  gives: N,
  needs: readonly FactName[],
  make: (facts: FactMap, context: CollectContext) => FactMap[N]
): Collector {
  return {
    gives,
    needs,
    cost: 'local',
    limitMs: 1000,
    collect: (facts, context) => Promise.resolve({ value: make(facts as FactMap, context) })
  };
}

/** Looks at a registry as a run of the engine does: real collectors of the network, real checks, given files. */
export async function look(host: string, situation: Situation = {}): Promise<Seen> {
  const vault = new Vault();
  const budget = new Budget(situation.budgetMs ?? 8000, 50);
  const credential = situation.login === undefined ? basicLogin() : situation.login;
  const ask: Lookup = situation.ask ?? (name => Promise.reject(Object.assign(new Error(name), { code: 'ENOTFOUND' })));
  const judges = { readCertificate, judgeTrust };
  const collectors = [
    ...makeRegistryCollectors(judges),
    fixed('environment', {
      home: '/home/kubeflow',
      inPod: situation.inPod ?? false,
      namespace: 'team-a',
      awsCredentials: false,
      missingBundle: null,
      variables: {}
    }),
    fixed('ca.content', caContent),
    fixed('python', { interpreters: [], absent: 'no-interpreter' }),
    source('login', [], (_, context) => ({
      ...({} as FactMap['login']),
      consumers: {
        sdk: found(credential !== null),
        builder: found(credential !== null),
        nodes: { ...found(false), finds: 'unknown' }
      },
      credential:
        credential === null
          ? null
          : {
              handle: context.vault.keep(credential),
              kind: credential.kind,
              fingerprint: credential.secret.fingerprint()
            }
    })),
    source('trust', ['tls', 'address'], ({ tls, address }) => {
      const { hostname } = address;
      const judged = judgeTrust({
        chain: tls.chain,
        hostname,
        ca: caContent,
        at: Date.now(),
        builder: 'kaniko-1.3.0'
      });
      const consumers = { sdk: judged.sdk, builder: judged.builder, nodes: 'unknown' as const };
      const judges = { sdk: PYTHON_PROFILES, builder: builderProfiles('kaniko-1.3.0') };
      return { ...({} as FactMap['trust']), consumers, judges, publiclyTrusted: false };
    })
  ];
  const resolve = Object.entries({ 'registry.test': Number(/:(\d+)$/.exec(host)?.[1] ?? 0), ...situation.names }).map(
    ([name, port]) => ({ host: name, port, address: '127.0.0.1' })
  );
  const options = {
    ...defaultOptions(readEnvironment({ HOME: '/home/kubeflow', ...situation.environment })),
    resolve,
    network: { ...systemNetwork, lookup: ask },
    ...situation.options
  };
  const store = new FactStore(collectors, options, vault, budget);
  try {
    const plan = [...netChecks, ...connectionChecks, ...regChecks]
      .filter(check => check.subject === 'registry' && (check.when?.(options, host) ?? true))
      .map(check => ({ check, subject: host, localOnly: false }));
    const ended = await runPlan({
      plan,
      facts: store,
      budget,
      at: Date.now(),
      builder: options.builder,
      onEnd: () => undefined
    });
    const facts: Partial<Record<FactName, unknown>> = {};
    const asked = options.images.length > 0;
    for (const name of FACTS.filter(item => asked || (item !== 'repository' && item !== 'push'))) {
      facts[name] = await store.value(name, host);
    }
    const findings = ended.flatMap(item => item.findings);
    const texts = findings.map(finding => textsOf(finding));
    return {
      codes: findings.map(finding => finding.code),
      roots: findings
        .filter(finding => isRootCause(finding, findings) && finding.code !== 'KR-REG-026')
        .map(finding => finding.code),
      findings,
      outcomes: Object.fromEntries(ended.map(item => [item.planned.check.id, item.outcome])),
      ended,
      facts: facts as Partial<FactMap>,
      exits: [JSON.stringify(facts), inspect(facts, { depth: 20 }), JSON.stringify([ended, texts])].join('\n')
    };
  } finally {
    budget.close();
    store.dispose();
  }
}
