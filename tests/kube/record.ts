/**
 * Records what a real Kubernetes API answers, and compares what we make of it with what we make of the recording:
 *
 *   node tests/kube/record.ts ENV.json
 *
 * ENV.json names an API server of its own for this purpose, on loopback, with the controllers of service accounts and of
 * aggregated cluster roles: `{"host", "port", "caFile", "adminToken"}`. No test needs it.
 */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { join } from 'node:path';
import { Secret, Vault } from '../../src/node/secret.ts';
import { askPolicies } from '../../src/node/kube/ask.ts';
import { systemNetwork } from '../../src/node/registry/network.ts';
import { FOLDER, type RecordedAnswer, type Recording } from './recording.ts';
import { startApi } from './server.ts';
import { NAMESPACE, pod, POD, situations } from './situations.ts';

interface ApiServer {
  host: string;
  port: number;
  caFile: string;
  adminToken: string;
}

const server = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as ApiServer;
const ca = readFileSync(server.caFile, 'utf8');

interface Sent {
  method?: string;
  token?: string;
  accept?: string;
  body?: object;
}

function send(
  path: string,
  { method = 'GET', token, accept = 'application/json', body }: Sent
): Promise<RecordedAnswer> {
  return new Promise((resolve, reject) => {
    const headers = {
      accept,
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' })
    };
    const outgoing = request({ host: server.host, port: server.port, ca, method, path, headers }, response => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        resolve({
          path,
          accept,
          status: response.statusCode ?? 0,
          headers: Object.fromEntries(Object.entries(response.headers).map(([name, value]) => [name, String(value)])),
          body: Buffer.concat(parts).toString('utf8')
        })
      );
    });
    outgoing.on('error', reject);
    outgoing.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

async function asAdmin(method: string, path: string, body?: object): Promise<RecordedAnswer> {
  const answer = await send(path, { method, token: server.adminToken, ...(body === undefined ? {} : { body }) });
  assert.ok(answer.status < 300 || answer.status === 409, `${method} ${path}: ${answer.status} ${answer.body}`);
  return answer;
}

/** Asks until it holds: controllers work in their own time. */
async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 10_000;
  while (!(await holds())) {
    assert.ok(Date.now() < end, what);
  }
}

const RBAC = '/apis/rbac.authorization.k8s.io/v1';
const CORE = `/api/v1/namespaces/${NAMESPACE}`;
const POLICIES = `/apis/networking.k8s.io/v1/namespaces/${NAMESPACE}/networkpolicies`;
const READ = ['get', 'list', 'watch'];

function aggregated(name: string, to: string): object {
  return {
    metadata: { name, labels: { [`rbac.authorization.kubeflow.org/aggregate-to-${to}`]: 'true' } },
    aggregationRule: {
      clusterRoleSelectors: [{ matchLabels: { [`rbac.authorization.kubeflow.org/aggregate-to-${name}`]: 'true' } }]
    }
  };
}

/** Namespace, accounts and rights as Kubeflow's profiles have them, and the notebook's pod. */
async function prepare(): Promise<void> {
  await asAdmin('POST', '/api/v1/namespaces', { metadata: { name: NAMESPACE } });
  await asAdmin('POST', `${RBAC}/clusterroles`, aggregated('kubeflow-edit', 'kubeflow-admin'));
  await asAdmin('POST', `${RBAC}/clusterroles`, aggregated('kubeflow-view', 'kubeflow-edit'));
  await asAdmin('POST', `${RBAC}/clusterroles`, {
    metadata: {
      name: 'kubeflow-kubernetes-view',
      labels: { 'rbac.authorization.kubeflow.org/aggregate-to-kubeflow-view': 'true' }
    },
    rules: [
      { apiGroups: [''], resources: ['pods'], verbs: READ },
      { apiGroups: ['networking.k8s.io'], resources: ['networkpolicies'], verbs: READ }
    ]
  });
  await asAdmin('POST', `${RBAC}/namespaces/${NAMESPACE}/roles`, {
    metadata: { name: 'policies-only' },
    rules: [{ apiGroups: ['networking.k8s.io'], resources: ['networkpolicies'], verbs: READ }]
  });
  for (const [account, kind, role] of [
    ['default-editor', 'ClusterRole', 'kubeflow-edit'],
    ['policies-only', 'Role', 'policies-only'],
    ['no-rights', null, null]
  ] as const) {
    await asAdmin('POST', `${CORE}/serviceaccounts`, { metadata: { name: account } });
    if (role !== null) {
      await asAdmin('POST', `${RBAC}/namespaces/${NAMESPACE}/rolebindings`, {
        metadata: { name: account },
        roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind, name: role },
        subjects: [{ kind: 'ServiceAccount', name: account, namespace: NAMESPACE }]
      });
    }
  }
  await asAdmin('POST', `${CORE}/pods`, pod);
}

async function tokenOf(account: string): Promise<string> {
  const { body } = await asAdmin('POST', `${CORE}/serviceaccounts/${account}/token`, { spec: {} });
  return (JSON.parse(body) as { status: { token: string } }).status.token;
}

const METADATA_ONLY = 'application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1';

/** Records both questions, and makes sure that the recording leads where the real server leads. */
async function record(name: string, token: string, podName = POD): Promise<void> {
  const answers = [
    await send(`${POLICIES}?limit=500`, { token }),
    await send(`${CORE}/pods/${podName}`, { token, accept: METADATA_ONLY })
  ];
  const kept: Recording = { kubernetes: version, answers };
  const text = JSON.stringify(kept, null, 2);
  assert.ok(!text.includes(token), 'no token is recorded');
  writeFileSync(join(FOLDER, `${name}.json`), `${text}\n`);
  const limit = { signal: new AbortController().signal, until: performance.now() + 5000 };
  const place = { host: server.host, port: server.port, namespace: NAMESPACE, pod: podName };
  const real = await askPolicies(place, { token: new Secret(token), ca }, systemNetwork, new Vault(), limit);
  const replay = await startApi(name);
  const account = { token: new Secret(replay.token), ca: replay.ca };
  const replayed = await askPolicies({ ...place, port: replay.port }, account, systemNetwork, new Vault(), limit);
  await replay.close();
  assert.deepEqual(replayed, real);
  process.stdout.write(`${name}: ${real.outcome} ${real.status}, ${real.policies.length} policies for egress\n`);
}

const { gitVersion: version } = JSON.parse((await send('/version', { token: server.adminToken })).body) as {
  gitVersion: string;
};
await prepare();
const editor = await tokenOf('default-editor');
await until('the account has its rights', async () => (await send(POLICIES, { token: editor })).status === 200);
await record('not-accepted', 'not-a-token');
await record('not-allowed', await tokenOf('no-rights'));
for (const [name, policies] of Object.entries(situations)) {
  await asAdmin('DELETE', POLICIES);
  for (const { name: policy, spec } of policies) {
    await asAdmin('POST', POLICIES, { metadata: { name: policy }, spec });
  }
  await record(name, editor);
}
await record('pods-not-allowed', await tokenOf('policies-only'));
await record('no-such-pod', editor, 'nb-1');
