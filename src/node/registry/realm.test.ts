import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressKind, inNetwork, joinHostPort } from './address.ts';
import { attemptKey } from './attempts.ts';
import { readRedirect } from './ping.ts';
import { readRealm } from './realm.ts';
import { Secret, type Credential } from '../secret.ts';

for (const [text, host, port, path] of [
  ['https://auth.test/token', 'auth.test', 443, '/token'],
  ['https://auth.test:8443/service/token?x=1', 'auth.test:8443', 8443, '/service/token?x=1'],
  ['HTTPS://Auth.Test', 'Auth.Test', 443, '/'],
  ['https://auth.test?service=x', 'auth.test', 443, '/?service=x'],
  ['https://auth.test/token#part', 'auth.test', 443, '/token'],
  ['https://registry.test:9000/token', 'registry.test:9000', 9000, '/token'],
  ['https://203.0.113.7/token', '203.0.113.7', 443, '/token']
] as const) {
  test(`realm ${text}`, () => {
    const { realm, fault } = readRealm(text, 'registry.test');
    assert.equal(fault, null);
    assert.deepEqual([realm?.host, realm?.port, realm?.path], [host, port, path]);
  });
}

test('an internal address is fine when it is the registry itself, on any port', () => {
  assert.equal(readRealm('https://10.0.0.5:8443/token', '10.0.0.5').fault, null);
  assert.equal(readRealm('https://localhost:8443/token', 'localhost').fault, null);
  assert.equal(readRealm('https://[::1]:8443/token', '::1').fault, null);
});

for (const [text, fault] of [
  [undefined, 'unreadable'],
  ['', 'unreadable'],
  ['/token', 'unreadable'],
  ['auth.test/token', 'unreadable'],
  ['https:///token', 'unreadable'],
  ['https://auth.test:99999/', 'unreadable'],
  ['https://auth.test/to ken', 'unreadable'],
  ['https://auth.test/\r\nx: y', 'unreadable'],
  ['https://user:pw@auth.test/', 'unreadable'],
  ['https://127.1/token', 'unreadable'],
  ['https://0x7f.0.0.1/token', 'unreadable'],
  [`https://auth.test/${'a'.repeat(3000)}`, 'unreadable'],
  ['http://auth.test/token', 'plain-http'],
  ['HTTP://registry.test/token', 'plain-http'],
  ['https://127.0.0.1/token', 'private-address'],
  ['https://192.168.1.4/token', 'private-address'],
  ['https://[fd00::1]/token', 'private-address'],
  ['https://[::ffff:10.0.0.1]/token', 'private-address'],
  ['https://0.0.0.0/token', 'private-address'],
  ['https://x.localhost/token', 'private-address']
] as const) {
  test(`realm ${JSON.stringify(text?.slice(0, 40))}: ${fault}`, () => {
    assert.equal(readRealm(text, 'registry.test').fault, fault);
  });
}

const registry = { hostname: 'registry.test', port: 5000 };

for (const [location, to] of [
  ['/v2/login', 'same-host'],
  ['https://registry.test:5000/login', 'same-host'],
  ['//Registry.Test:5000/login', 'same-host'],
  ['https://registry.test/login', 'other-host'],
  ['//other.test/', 'other-host'],
  ['https://user:pw@other.test/', 'other-host'],
  ['http://registry.test:5000/v2/', 'plain-http'],
  ['login', 'unreadable'],
  ['', 'unreadable'],
  ['ftp://registry.test/', 'unreadable'],
  ['https://a b/', 'unreadable'],
  [undefined, 'unreadable']
] as const) {
  test(`redirect ${String(location)}: ${to}`, () => {
    const redirect = readRedirect(location, registry);
    assert.equal(redirect.to, to);
    assert.ok(!JSON.stringify(redirect).includes('pw'));
  });
}

test('kinds of addresses', () => {
  const kinds = {
    '203.0.113.7': 'ordinary',
    '2001:db8::7': 'ordinary',
    'registry.test': 'ordinary',
    '10.0.0.1': 'private',
    '172.31.255.255': 'private',
    '172.32.0.1': 'ordinary',
    'fd12::1': 'private',
    '127.8.9.10': 'loopback',
    '::1': 'loopback',
    '::ffff:127.0.0.1': 'loopback',
    '169.254.169.254': 'link-local',
    'fe80::1': 'link-local',
    '0.0.0.0': 'unspecified',
    '::': 'unspecified',
    '239.1.1.1': 'multicast',
    'ff02::1': 'multicast'
  };
  for (const [address, kind] of Object.entries(kinds)) {
    assert.equal(addressKind(address), kind, address);
  }
  assert.ok(inNetwork('10.1.2.3', '10.0.0.0/8'));
  assert.ok(inNetwork('2001:db8::7', '2001:db8::/32'));
  assert.ok(!inNetwork('10.1.2.3', '10.0.0.0/33'));
  assert.ok(!inNetwork('10.1.2.3', '::/0'));
  assert.equal(joinHostPort('::1', 5000), '[::1]:5000');
});

test('a login is another one when user, secret, kind or registry changes', () => {
  const credential = (user: string, secret: string, kind: Credential['kind'] = 'basic'): Credential => ({
    kind,
    username: new Secret(user),
    secret: new Secret(secret)
  });
  const keys = [
    attemptKey('a:1', credential('u', 'p')),
    attemptKey('b:1', credential('u', 'p')),
    attemptKey('a:1', credential('v', 'p')),
    attemptKey('a:1', credential('u', 'q')),
    attemptKey('a:1', credential('u', 'p', 'identitytoken'))
  ];
  assert.equal(new Set(keys).size, keys.length);
  assert.equal(attemptKey('A:1', credential('u', 'p')), keys[0]);
});
