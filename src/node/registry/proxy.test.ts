import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseHost } from '../../common/host.ts';
import { Secret } from '../secret.ts';
import { routeTo, type Environment, type Routing } from './proxy.ts';

function route(host: string, environment: Environment, kept: Secret[] = []): Routing {
  const parsed = parseHost(host);
  assert.ok(parsed.ok);
  return routeTo(environment, parsed, secret => kept.push(secret));
}

function directs(host: string, noProxy: string): string {
  const { facts } = route(host, { HTTPS_PROXY: new Secret('http://proxy.test:3128'), NO_PROXY: noProxy });
  return [facts.sdk, facts.builder, facts.node].map(way => (way === 'direct' ? 'direct' : 'proxy')).join(' ');
}

/** Measured: NO_PROXY, host, and the ways of Python requests, Go and Node 24. */
const measured: readonly (readonly [string, string, string])[] = [
  ['corp.test', 'registry.corp.test:5000', 'direct direct proxy'],
  ['cluster.local', 'x.cluster.local:5000', 'direct direct proxy'],
  ['.corp.test', 'registry.corp.test:5000', 'direct direct direct'],
  ['.corp.test', 'corp.test:5000', 'direct proxy direct'],
  ['*.corp.test', 'registry.corp.test:5000', 'proxy direct direct'],
  ['registry.corp.test:5000', 'registry.corp.test:5000', 'direct direct direct'],
  ['registry.corp.test:443', 'registry.corp.test:5000', 'proxy proxy proxy'],
  ['10.0.0.0/8', '10.1.2.3:5000', 'direct direct proxy'],
  ['10.1.2.3:5000', '10.1.2.3:5000', 'proxy direct direct'],
  ['10.1.2.0-10.1.2.9', '10.1.2.3:5000', 'proxy proxy direct'],
  ['', '127.0.0.1:5000', 'proxy direct proxy'],
  ['', 'localhost:5000', 'proxy direct proxy'],
  ['', '[::1]:5000', 'proxy direct proxy'],
  ['other.test registry.corp.test more.test', 'registry.corp.test:5000', 'proxy proxy proxy'],
  ['https://registry.corp.test', 'registry.corp.test:5000', 'proxy proxy proxy'],
  ['10.*', '10.1.2.3:5000', 'proxy proxy proxy'],
  ['REGISTRY.CORP.TEST', 'registry.corp.test:5000', 'direct direct direct'],
  ['other.test , registry.corp.test ,', 'registry.corp.test:5000', 'direct direct direct'],
  ['*', 'registry.corp.test:5000', 'direct direct direct']
];

for (const [noProxy, host, expected] of measured) {
  test(`NO_PROXY "${noProxy}" for ${host}: ${expected}`, () => {
    assert.equal(directs(host, noProxy), expected);
  });
}

test('no variable, no proxy', () => {
  assert.deepEqual(route('registry.test', {}), {
    facts: { sdk: 'direct', olderSdk: 'direct', builder: 'direct', node: 'direct', shadowed: false, proxy: null },
    proxy: null
  });
});

test('an empty variable is none; HTTP_PROXY does not matter for https', () => {
  const { facts } = route('registry.test', { HTTPS_PROXY: '', HTTP_PROXY: new Secret('http://proxy.test:3128') });
  assert.equal(facts.proxy, null);
});

test('ALL_PROXY counts for Python alone', () => {
  const { facts } = route('registry.test', { ALL_PROXY: new Secret('http://proxy.test:3128') });
  assert.deepEqual([facts.sdk, facts.builder, facts.proxy?.variable], ['proxy', 'direct', 'ALL_PROXY']);
});

test('lower case wins in Python', () => {
  const { facts } = route('registry.test', {
    HTTPS_PROXY: new Secret('http://upper.test:1'),
    https_proxy: new Secret('http://lower.test:2')
  });
  assert.equal(facts.proxy?.address, 'lower.test:2');
});

for (const [value, address, login] of [
  ['http://proxy.test:3128', 'proxy.test:3128', null],
  ['proxy.test:3128/', 'proxy.test:3128', null],
  ['http://proxy.test', 'proxy.test:80', null],
  ['http://[::1]:3128', '[::1]:3128', null],
  ['http://user:p%40ss%2Fw:rd@proxy.test:3128', 'proxy.test:3128', 'user:p@ss/w:rd'],
  ['http://user@proxy.test:3128', 'proxy.test:3128', 'user:'],
  ['http://us@er:pw@proxy.test:3128', 'proxy.test:3128', 'us@er:pw'],
  ['http://user:100%@proxy.test:3128', 'proxy.test:3128', 'user:100%']
] as const) {
  test(`reads ${value}`, () => {
    const kept: Secret[] = [];
    const { facts, proxy } = route('registry.test', { https_proxy: new Secret(value) }, kept);
    assert.equal(facts.proxy?.address, address);
    assert.equal(facts.proxy?.hasLogin, login !== null);
    assert.equal(proxy?.login?.reveal() ?? null, login);
    const [, password] = /^[^:]*:(.+)$/.exec(login ?? '') ?? [];
    assert.equal(password === undefined || kept.some(secret => secret.reveal() === password), true);
    assert.equal(kept.length === 0, login === null);
    assert.ok(login === null || !JSON.stringify(facts).includes('user'));
  });
}

for (const value of [
  'https://proxy.test:3128',
  'socks5://proxy.test',
  'http://',
  'http://proxy.test:0',
  'http://pro xy',
  '\u0000'
]) {
  test(`cannot use ${JSON.stringify(value)}`, () => {
    const { facts, proxy } = route('registry.test', { https_proxy: new Secret(value) });
    assert.equal(proxy, null);
    assert.deepEqual([facts.sdk, facts.proxy?.usable, facts.proxy?.address], ['proxy', false, '']);
  });
}

test('the password of every proxy is kept, also of one that is not used and of one that cannot be read', () => {
  const kept: Secret[] = [];
  route(
    'registry.test',
    {
      https_proxy: new Secret('socks5://user:first%2Fcanary@proxy.test:port'),
      HTTPS_PROXY: new Secret('http://user:second-canary@proxy.test:1'),
      NO_PROXY: 'registry.test'
    },
    kept
  );
  const passwords = kept.map(secret => secret.reveal());
  for (const password of ['first%2Fcanary', 'first/canary', 'second-canary']) {
    assert.ok(passwords.includes(password), password);
  }
  assert.ok(passwords.includes(`Basic ${Buffer.from('user:second-canary').toString('base64')}`));
});

test('half a name in NO_PROXY counts for older Python only', () => {
  const { facts } = route('registry.corp.test:5000', {
    HTTPS_PROXY: new Secret('http://proxy.test:3128'),
    NO_PROXY: 'istry.corp.test'
  });
  assert.deepEqual([facts.sdk, facts.olderSdk, facts.builder], ['proxy', 'direct', 'proxy']);
});
