import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { inspect } from 'node:util';
import { ENVIRONMENT_NAMES, SECRET_NAMES } from '../../common/environment.ts';
import { Secret } from '../secret.ts';
import { readEnvironmentFacts } from './environment.ts';

const root = mkdtempSync(join(tmpdir(), 'environment-'));
after(() => rmSync(root, { recursive: true, force: true }));
const NOWHERE = join(root, 'nowhere');

function account(namespace: string | Uint8Array): string {
  const path = mkdtempSync(join(root, 'account-'));
  writeFileSync(join(path, 'namespace'), namespace);
  return path;
}

test('home is that of the kernel, absolute', async () => {
  const home = async (value?: string): Promise<string> =>
    (await readEnvironmentFacts(value === undefined ? {} : { HOME: value }, NOWHERE)).home;
  assert.equal(await home('/home/jovyan'), '/home/jovyan');
  assert.equal(await home('/home/../home/jovyan/'), '/home/jovyan');
  assert.equal(await home('/'), '/');
  for (const none of [undefined, '', 'home/x']) {
    assert.equal(await home(none), '/home/kubeflow');
  }
});

test('a pod is told by its account or its variable', async () => {
  assert.equal((await readEnvironmentFacts({}, NOWHERE)).inPod, false);
  assert.equal((await readEnvironmentFacts({ KUBERNETES_SERVICE_HOST: '10.0.0.1' }, NOWHERE)).inPod, true);
  assert.equal((await readEnvironmentFacts({}, account('x'))).inPod, true);
});

test('the namespace is a name or nothing', async () => {
  const namespace = async (text: string | Uint8Array): Promise<string | null> =>
    (await readEnvironmentFacts({}, account(text))).namespace;
  assert.equal(await namespace('team-a\n'), 'team-a');
  for (const bad of [
    '',
    'Team',
    'a b',
    '$(rm -rf /)',
    '-a',
    'a'.repeat(64),
    'a'.repeat(1000),
    Buffer.from([0xff, 0xfe])
  ]) {
    assert.equal(await namespace(bad), null);
  }
  assert.equal((await readEnvironmentFacts({}, NOWHERE)).namespace, null);
});

test('credentials for S3 are seen, not read', async () => {
  const home = mkdtempSync(join(root, 'home-'));
  assert.equal((await readEnvironmentFacts({ HOME: home }, NOWHERE)).awsCredentials, false);
  mkdirSync(join(home, '.aws'));
  writeFileSync(join(home, '.aws', 'credentials'), 'aws_secret_access_key = CANARY-aws');
  const facts = await readEnvironmentFacts({ HOME: home }, NOWHERE);
  assert.equal(facts.awsCredentials, true);
  assert.equal(JSON.stringify(facts).includes('CANARY'), false);
});

test('no variable that can hold a login becomes a fact', async () => {
  const environment = {
    ...Object.fromEntries(SECRET_NAMES.map(name => [name, `http://u:CANARY@p:1`])),
    HTTP_PROXY: new Secret('http://u:CANARY@p:1'),
    REQUESTS_CA_BUNDLE: '/ca.pem',
    NB_PREFIX: 'x'.repeat(10_000)
  };
  const facts = await readEnvironmentFacts(environment, NOWHERE);
  assert.deepEqual(Object.keys(facts.variables), ['REQUESTS_CA_BUNDLE', 'NB_PREFIX']);
  assert.equal(facts.variables['NB_PREFIX']?.length, 4096);
  assert.equal((JSON.stringify(facts) + inspect(facts)).includes('CANARY'), false);
});

test('the lists of names agree with each other', () => {
  assert.equal(new Set(ENVIRONMENT_NAMES).size, ENVIRONMENT_NAMES.length);
  for (const name of SECRET_NAMES) {
    assert.ok(ENVIRONMENT_NAMES.includes(name));
  }
});
