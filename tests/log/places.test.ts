import assert from 'node:assert/strict';
import { test } from 'node:test';
import { classify } from '../../src/common/log/classify.ts';
import { explain } from '../../src/common/log/explanation.ts';
import { parseHost } from '../../src/common/host.ts';
import { fixtures } from './fixtures.ts';

const TAIL = 'x509: certificate signed by unknown authority';

test('a new error of a registry is unknown, and the registry that it names is offered', () => {
  const said = classify(
    'error pushing image: failed to push to destination my.private.registry:5000/team/mnist:1: Get "https://my.private.registry:5000/v2/": flux capacitor empty\n'
  );
  assert.deepEqual(said.hosts, ['my.private.registry:5000']);
  assert.deepEqual(said.images, ['my.private.registry:5000/team/mnist:1']);
  const alone = classify('Get "https://my.private.registry:5000/v2/": flux capacitor empty\n');
  assert.equal(alone.kind, 'unknown');
  assert.deepEqual(alone.hosts, ['my.private.registry:5000']);
});

test('servers that are no registries are not offered', () => {
  for (const text of [
    `go: example.corp.test/mod@v1: Get "https://proxy.corp.test/mod/@v/v1.mod": ${TAIL}`,
    `fatal: unable to access 'https://git.corp.test/team/repo.git/': ${TAIL}`,
    "HTTPSConnectionPool(host='packages.corp.test', port=443): Max retries exceeded with url: /simple/numpy/ (Caused by SSLError(unable to get local issuer certificate))",
    'Downloading https://packages.corp.test/numpy-2.0.whl for numpy in git.corp.test/team/repo',
    `Get "https://s3.corp.test/bucket/v2/data.csv": ${TAIL}`,
    `Get "https://api.corp.test/v2/users": ${TAIL}`
  ]) {
    const said = classify(`${text}\n`);
    assert.equal(said.kind, 'unknown', text);
    assert.deepEqual([said.hosts, said.images], [[], []], text);
  }
});

test('a server beside the registry is not offered in its place', () => {
  const said = classify(
    `Cloning from https://git.corp.test/team/repo.git for github.com/team/repo\nINFO[0000] Retrieving image manifest my.private.registry:5000/base:1\nerror building image: Get "https://my.private.registry:5000/v2/": ${TAIL}\n`
  );
  assert.deepEqual(said.hosts, ['my.private.registry:5000']);
});

test('the login service of a registry is not offered as one', () => {
  const said = classify(
    `Error: fetching manifest my.private.registry:5000/team/img:1: Get "https://auth.corp.test/token?scope=repository%3Ateam%2Fimg%3Apull&service=x": ${TAIL}\n`
  );
  assert.equal(said.cause, 'login-service-trust');
  assert.deepEqual(said.hosts, ['my.private.registry:5000']);
});

test('a registry that the person uses makes a text about it known', () => {
  const text =
    "requests.exceptions.ConnectionError: HTTPSConnectionPool(host='my.private.registry', port=5000): Max retries exceeded with url: / (Caused by NewConnectionError('Connection refused'))\n";
  assert.equal(classify(text).kind, 'unknown');
  const said = classify(text, { registries: ['my.private.registry:5000'] });
  assert.equal(said.cause, 'refused');
  assert.deepEqual(said.hosts, ['my.private.registry:5000']);
});

test('what is offered obeys the grammar of addresses, and never carries a login', () => {
  for (const authority of [
    'user:canary@my.private.registry:5000',
    'canary@my.private.registry:5000',
    'a@b:canary@my.private.registry:5000'
  ]) {
    const said = classify(`Get "https://${authority}/v2/": ${TAIL}\n`);
    assert.deepEqual(said.hosts, ['my.private.registry:5000'], authority);
  }
  for (const authority of [
    'host:99999',
    'host:5000:1',
    '-_-.',
    'a..b',
    '$(id)',
    'a;b',
    '<b>',
    'x'.repeat(300),
    '[::1'
  ]) {
    assert.ok(
      classify(`Get "https://${authority}/v2/": ${TAIL}\n`).hosts.every(host => parseHost(host).ok),
      authority
    );
  }
  assert.deepEqual(classify(`Get "https://[2001:db8::1]:5000/v2/": ${TAIL}\n`).hosts, ['[2001:db8::1]:5000']);
});

test('no more than five registries and images are offered', () => {
  const many = Array.from({ length: 50 }, (_, index) => `Get "https://r${index}.test/v2/a/manifests/1": ${TAIL}`).join(
    '\n'
  );
  const said = classify(many);
  assert.ok(said.hosts.length <= 5 && said.images.length <= 5);
  assert.equal(said.hosts[0], 'r0.test');
});

test('secrets around and within a text are in nothing that is said of it', () => {
  const secret = 'Hunter2Canary';
  const forms = [secret, btoa(`user:${secret}`), encodeURIComponent(`${secret}/&`), `eyJ${btoa(secret)}.eyJ.x`];
  for (const { name, text } of fixtures) {
    const around = forms
      .flatMap(form => [
        `DOCKER_PASSWORD=${form}`,
        `Authorization: Basic ${form}`,
        `{"auths":{"my.private.registry:5000":{"auth":"${form}"}}}`,
        `https://user:${form}@my.private.registry:5000/v2/`,
        `docker login -p ${form} in my.private.registry:5000/${form}`,
        `token=${form}`
      ])
      .join('\n');
    const said = classify(`${around}\n${text.replace(/\n/g, ` ${secret}\n`)}\n${around}`);
    const all = JSON.stringify([said, explain(said)]).toLowerCase();
    forms.forEach(form => assert.ok(!all.includes(form.toLowerCase()), name));
  }
});

test('markup and commands in a text get nowhere', () => {
  const said = classify(
    `Get "https://<img src=x onerror=alert(1)>/v2/": ${TAIL}\nFailed to pull image "$(id)/a:1": rpc error: ${TAIL}\nFailed to pull image "my.private.registry:5000/a\`id\`:1": ${TAIL}\n`
  );
  assert.doesNotMatch(JSON.stringify([said.hosts, said.images]), /[<>$`()]/);
});
