import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AlternativeNames } from './facts.ts';
import { addressBytes, addressText, canonicalAddress, isGoUri } from './generalName.ts';
import { matchesHost } from './hostnames.ts';
import type { NameRules } from './profiles.ts';

const RULES: readonly NameRules[] = ['urllib3-1.26', 'openssl', 'go1.14', 'go1.15', 'go1.23'];

/** `+` for each of RULES that accepts. */
function accepts(
  host: string,
  san: { dns?: string[]; ip?: string[] } | null,
  commonName: string | null = null
): string {
  const names: AlternativeNames | null =
    san === null
      ? null
      : { dns: san.dns ?? [], ip: san.ip ?? [], email: [], uri: [], others: 0, critical: false, count: 1 };
  const subjectName = {
    raw: '',
    canonical: '',
    text: '',
    commonNames: commonName === null ? [] : [commonName],
    empty: commonName === null
  };
  return RULES.map(rules => (matchesHost(host, { subjectName, commonName }, names, rules) ? '+' : '-')).join('');
}

/** host, alternative names, common name, who accepts: urllib3 1.26, OpenSSL, Go 1.14, Go 1.15, Go 1.23. */
const rows: [string, { dns?: string[]; ip?: string[] } | null, string | null, string][] = [
  ['registry.test', { dns: ['registry.test'] }, null, '+++++'],
  ['registry.test', { dns: ['REGISTRY.Test'] }, null, '+++++'],
  ['registry.test.', { dns: ['registry.test'] }, null, '+++++'],
  ['registry.test', { dns: ['registry.test.'] }, null, '--+--'],
  ['registry.test', { dns: ['registry.test:5000'] }, null, '-----'],
  ['registry.test', { dns: [' registry.test'] }, null, '-----'],
  ['registry.test', { dns: ['https://registry.test'] }, null, '-----'],
  ['registry.test', { dns: ['*.test'] }, null, '+-+++'],
  ['registry.corp.test', { dns: ['*.corp.test'] }, null, '+++++'],
  ['corp.test', { dns: ['*.corp.test'] }, null, '-----'],
  ['a.registry.corp.test', { dns: ['*.corp.test'] }, null, '-----'],
  ['registry.corp.test', { dns: ['*.*.test'] }, null, '-----'],
  ['registry.corp.test', { dns: ['registry.*.test'] }, null, '-----'],
  ['registry.corp.test', { dns: ['reg*.corp.test'] }, null, '+----'],
  ['registry', { dns: ['*'] }, null, '+-++-'],
  ['my_registry.corp.test', { dns: ['*.corp.test'] }, null, '+-+++'],
  ['my_registry.corp.test', { dns: ['my_registry.corp.test'] }, null, '+++++'],
  ['xn--a.corp.test', { dns: ['x*.corp.test'] }, null, '-----'],
  ['registry.test', null, 'registry.test', '+-+--'],
  ['registry.corp.test', null, '*.corp.test', '+-+--'],
  ['registry.test', {}, 'registry.test', '+----'],
  ['registry.test', { ip: ['127.0.0.1'] }, 'registry.test', '-----'],
  ['registry.test', { dns: ['other.test'] }, 'registry.test', '-----'],
  ['127.0.0.1', { ip: ['127.0.0.1'] }, null, '+++++'],
  ['127.0.0.1', { ip: ['10.0.0.1'] }, null, '-----'],
  ['127.0.0.1', { dns: ['127.0.0.1'] }, null, '-----'],
  ['127.0.0.1', null, '127.0.0.1', '+----'],
  ['fd00::1', { ip: ['fd00::1'] }, null, '+++++'],
  ['FD00:0:0:0:0:0:0:1', { ip: ['fd00::1'] }, null, '+++++'],
  ['registry.test', { dns: [''] }, null, '-----']
];

for (const [host, san, commonName, expected] of rows) {
  test(`${host} against ${JSON.stringify(san)} and CN ${commonName}`, () => {
    assert.equal(accepts(host, san, commonName), expected);
  });
}

test('addresses', () => {
  assert.equal(addressText(Uint8Array.from([10, 0, 192, 230])), '10.0.192.230');
  assert.equal(addressText(Uint8Array.from([...Array<number>(15).fill(0), 1])), '::1');
  assert.equal(addressText(Uint8Array.from([1, 2, 3, 4, 5])), null);
  assert.equal(canonicalAddress('[2001:DB8::0:1]'), '2001:db8::1');
  for (const text of ['256.1.1.1', 'registry.test', '1.2.3', '::g', '']) {
    assert.equal(addressBytes(text), null, text);
  }
  assert.equal(addressBytes('1:2:3:4:5:6:7:8')?.length, 16);
});

test('web addresses that Go does not read', () => {
  for (const text of [
    'https://registry.test/',
    'https://registry.test:5000/v2',
    'urn:uuid:1',
    'spiffe://corp/x',
    '/path',
    'http://[::1]:5000/'
  ]) {
    assert.equal(isGoUri(text), true, text);
  }
  for (const text of [
    'http://[::1:5000/',
    'http://a b/',
    ':x',
    'http://x/%zz',
    'http://host:port/',
    'http://a..b/',
    'a:b'.replace('a', '1')
  ]) {
    assert.equal(isGoUri(text), false, text);
  }
});
