import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { inspect } from 'node:util';
import { createAuthority } from '../../scripts/demo/certificates.mjs';
import { environmentCollector } from '../../src/node/collect/environment.ts';
import { policiesCollector } from '../../src/node/collect/policies.ts';
import type { CollectContext } from '../../src/node/collect/types.ts';
import { runEngine } from '../../src/node/engine/engine.ts';
import { checks, collectors } from '../../src/node/engine/parts.ts';
import type { FactMap } from '../../src/node/facts.ts';
import type { PoliciesFacts } from '../../src/node/kube/facts.ts';
import { defaultOptions, readEnvironment } from '../../src/node/options.ts';
import { systemNetwork } from '../../src/node/registry/network.ts';
import { Vault } from '../../src/node/secret.ts';
import { recording, type RecordedAnswer } from './recording.ts';
import { mountPart, startApi, type RunningApi } from './server.ts';
import { pod, POD_SECRET, situations } from './situations.ts';

const root = mkdtempSync(join(tmpdir(), 'policies-'));
after(() => rmSync(root, { recursive: true, force: true }));

const folder = (): string => mkdtempSync(join(root, 'account-'));

interface Asked {
  facts: PoliciesFacts;
  vault: Vault;
}

/** Collects the fact as a run does, in a pod whose account is mounted at `serviceAccount`. */
async function collect(serviceAccount: string, variables: Record<string, string>, limitMs = 5000): Promise<Asked> {
  const vault = new Vault();
  const lookup = (): Promise<string[]> => Promise.resolve(['127.0.0.1']);
  const context: CollectContext = {
    options: {
      ...defaultOptions(readEnvironment(variables)),
      serviceAccount,
      network: { ...systemNetwork, lookup }
    },
    vault,
    subject: '',
    signal: new AbortController().signal,
    limitMs,
    now: () => 0,
    resource: (_, make) => make()
  };
  const environment = await environmentCollector.collect({} as FactMap, context);
  assert.ok('value' in environment);
  const collected = await policiesCollector.collect({ environment: environment.value } as FactMap, context);
  assert.ok('value' in collected);
  return { facts: collected.value as PoliciesFacts, vault };
}

/** The same against the recorded answers. */
async function ask(
  name: string,
  answer?: (recorded: RecordedAnswer) => RecordedAnswer | null,
  change: (api: RunningApi, variables: Record<string, string>) => Record<string, string> = (_, variables) => variables
): Promise<Asked & { api: RunningApi }> {
  const api = await startApi(name, answer);
  try {
    const mounted = folder();
    return { ...(await collect(mounted, change(api, api.enter(mounted)))), api };
  } finally {
    await api.close();
  }
}

test('policies and labels are those of the cluster', async () => {
  for (const name of ['notebooks-only', 'this-notebook-only', 'everybody', 'notebooks-and-jobs', 'by-app']) {
    const { facts, api } = await ask(name);
    assert.equal(facts.outcome, 'read');
    assert.deepEqual(facts.policies.map(policy => policy.name).sort(), situations[name]?.map(item => item.name).sort());
    assert.deepEqual(facts.labels, pod.metadata.labels);
    assert.equal(api.asked.length, 2);
    assert.equal(api.connections, 1);
  }
});

test('every form of a policy is read as the API hands it out', async () => {
  const { facts } = await ask('forms');
  assert.deepEqual(facts.policies, [
    {
      name: 'egress-without-types',
      selects: [],
      rules: [{ peers: null, ports: null }]
    },
    {
      name: 'expressions',
      selects: [
        { key: 'a', operator: 'In', values: ['1'] },
        { key: 'b', operator: 'In', values: ['1', '2'] },
        { key: 'c', operator: 'NotIn', values: ['3'] },
        { key: 'd', operator: 'Exists', values: [] },
        { key: 'e', operator: 'DoesNotExist', values: [] }
      ],
      rules: [
        {
          peers: [{ kind: 'block', cidr: 'fd00::/8', except: [] }, { kind: 'pods' }, { kind: 'pods' }],
          ports: [
            { protocol: 'TCP', first: 'named', last: null },
            { protocol: 'SCTP', first: null, last: null },
            { protocol: 'TCP', first: null, last: null }
          ]
        }
      ]
    }
  ]);
});

test('without a policy for egress nobody asks for the pod', async () => {
  for (const name of ['none', 'ingress-only']) {
    const { facts, api } = await ask(name);
    assert.deepEqual([facts.outcome, facts.policies.length, api.asked.length], ['read', 0, 1]);
  }
});

test('refusals are told apart', async () => {
  const outcome = async (name: string): Promise<unknown[]> => {
    const { facts } = await ask(name, undefined, (_, variables) => ({
      ...variables,
      ...(name === 'no-such-pod' ? { HOSTNAME: 'nb-1' } : {})
    }));
    return [facts.outcome, facts.status, facts.policies.length];
  };
  assert.deepEqual(await outcome('not-accepted'), ['not-accepted', 401, 0]);
  assert.deepEqual(await outcome('not-allowed'), ['not-allowed', 403, 0]);
  assert.deepEqual(await outcome('pods-not-allowed'), ['not-allowed', 403, 0]);
  assert.deepEqual(await outcome('no-such-pod'), ['pod-not-found', 404, 0]);
});

test("the token goes to nobody but the API that the cluster's own CA vouches for", async () => {
  const stranger = createAuthority({ name: 'kubernetes' }).pem;
  const api = await startApi('none');
  try {
    for (const ca of [stranger, 'no certificate', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n']) {
      api.ca = ca;
      const mounted = folder();
      const { facts } = await collect(mounted, api.enter(mounted));
      assert.deepEqual([facts.outcome, api.asked.length], ['not-trusted', 0]);
    }
  } finally {
    await api.close();
  }
  const otherName = await ask('none', undefined, (_, variables) => ({
    ...variables,
    KUBERNETES_SERVICE_HOST: 'localhost'
  }));
  assert.deepEqual([otherName.facts.outcome, otherName.api.asked.length], ['not-trusted', 0]);
});

test('the API may be given by name', async () => {
  const { facts } = await ask('everybody', undefined, (_, variables) => ({
    ...variables,
    KUBERNETES_SERVICE_HOST: 'kubernetes.default.svc'
  }));
  assert.deepEqual([facts.outcome, facts.service], ['read', null]);
});

test('without a whole account nobody is asked', async () => {
  const api = await startApi('none');
  try {
    const whole = { token: 'a.b.c', 'ca.crt': api.ca, namespace: 'team-a' };
    const broken: Record<string, string>[] = [
      {},
      { ...whole, token: '' },
      { ...whole, token: ' \n' },
      { ...whole, token: 'a\nb' },
      { ...whole, token: 'x'.repeat(17 * 1024) },
      { ...whole, 'ca.crt': '' },
      { ...whole, namespace: '../kube-system' },
      { token: 'a.b.c', namespace: 'team-a' },
      { token: 'a.b.c', 'ca.crt': api.ca }
    ];
    for (const files of broken) {
      const mounted = folder();
      const variables = api.enter(folder());
      mountPart(mounted, files);
      const { facts } = await collect(mounted, variables);
      assert.equal(facts.outcome, 'no-account', inspect(Object.keys(files)));
    }
    const odd: Record<string, string>[] = [
      { HOSTNAME: '../../secrets' },
      { HOSTNAME: '' },
      { HOSTNAME: 'nb-0?watch=1' },
      { KUBERNETES_SERVICE_PORT: '0' },
      { KUBERNETES_SERVICE_PORT: 'https' },
      { KUBERNETES_SERVICE_HOST: 'a b' },
      { KUBERNETES_SERVICE_HOST: 'user@127.0.0.1' }
    ];
    for (const change of odd) {
      const mounted = folder();
      const { facts } = await collect(mounted, { ...api.enter(mounted), ...change });
      assert.equal(facts.outcome, 'no-account', inspect(change));
    }
    assert.equal(api.connections, 0);
  } finally {
    await api.close();
  }
});

test('answers that are none end quietly', async () => {
  const [list] = recording('everybody').answers;
  assert.ok(list !== undefined);
  const outcome = async (change: Partial<RecordedAnswer>): Promise<string> =>
    (await ask('everybody', recorded => ({ ...recorded, ...change }))).facts.outcome;
  assert.equal(await outcome({ body: 'not JSON' }), 'unusual');
  assert.equal(await outcome({ body: '' }), 'unusual');
  assert.equal(await outcome({ body: '<html>log in</html>', headers: { 'content-type': 'text/html' } }), 'unusual');
  assert.equal(await outcome({ status: 500 }), 'unusual');
  assert.equal(await outcome({ status: 404 }), 'unusual', 'a cluster without network policies');
  assert.equal(await outcome({ body: JSON.stringify({ items: [], pad: 'x'.repeat(1100 * 1024) }) }), 'too-much');
  assert.equal(await outcome({ body: JSON.stringify({ items: [], metadata: { continue: 'more' } }) }), 'too-much');
  assert.equal((await ask('everybody', () => null)).facts.outcome, 'no-answer');
  const moved = await ask('everybody', recorded => ({ ...recorded, status: 302, headers: { location: '/elsewhere' } }));
  assert.deepEqual([moved.facts.outcome, moved.api.asked.length], ['unusual', 1], 'no redirect is followed');
  for (let end = 0; end < list.body.trimEnd().length; end += 97) {
    assert.equal(await outcome({ body: list.body.slice(0, end) }), 'unusual');
  }
});

test('an API that is down, or says nothing or breaks off, ends quietly', async () => {
  const api = await startApi('none');
  const mounted = folder();
  const variables = api.enter(mounted);
  await api.close();
  assert.equal((await collect(mounted, variables)).facts.outcome, 'no-answer');

  for (const serve of [(): void => undefined, (socket: Socket): void => void socket.resetAndDestroy()]) {
    const odd: Server = createServer(serve);
    await new Promise<void>(resolve => odd.listen(0, '127.0.0.1', resolve));
    const { port } = odd.address() as AddressInfo;
    const { facts } = await collect(mounted, { ...variables, KUBERNETES_SERVICE_PORT: String(port) }, 200);
    odd.close();
    assert.equal(facts.outcome, 'no-answer');
  }
});

test('the token leaves the collector for the API alone', async () => {
  const { facts, vault, api } = await ask('notebooks-only');
  assert.equal(`${JSON.stringify(facts)}${inspect(facts)}${inspect(vault)}`.includes(api.token), false);
  assert.deepEqual(
    vault.secrets().map(secret => secret.reveal()),
    [api.token, `Bearer ${api.token}`],
    'the guard at the exit knows it'
  );
});

test('of the pod nothing but its metadata is asked for, so that its own passwords stay where they are', () => {
  for (const name of [...Object.keys(situations), 'no-such-pod', 'pods-not-allowed', 'not-allowed', 'not-accepted']) {
    const { kubernetes, answers } = recording(name);
    assert.match(kubernetes, /^v1\.\d+\.\d+$/);
    assert.doesNotMatch(JSON.stringify(answers), new RegExp(`${POD_SECRET}|eyJ|[Bb]earer`));
  }
});

test('outside of a pod, offline and with --no-cluster nobody is asked, and there is no row for it', async () => {
  const api = await startApi('notebooks-only');
  try {
    const serviceAccount = folder();
    const variables = { HOME: folder(), ...api.enter(serviceAccount) };
    const planned = async (given: Record<string, string>, change: object): Promise<boolean> => {
      const { report } = await runEngine(
        { collectors, checks },
        {
          id: 'test',
          registries: ['127.0.0.1:9'],
          all: true,
          only: null,
          options: { ...defaultOptions(readEnvironment(given)), serviceAccount, ...change },
          budgetMs: 3000,
          signal: new AbortController().signal,
          emit: () => undefined
        }
      );
      return report.checks.some(({ id }) => id === 'net.policies');
    };
    assert.equal(await planned({ HOME: variables.HOME }, {}), false);
    assert.equal(await planned(variables, { noCluster: true }), false);
    assert.equal(await planned(variables, { offline: true }), false);
    assert.equal(api.connections, 0);
    assert.equal(await planned(variables, {}), true);
    assert.equal(api.connections, 1);
  } finally {
    await api.close();
  }
});
