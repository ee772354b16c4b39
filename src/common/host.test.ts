import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isIPv4, isIPv6, parseHost, type HostFault } from './host.ts';

const good: readonly (readonly [string, string, number, string])[] = [
  ['my.private.registry:5000', 'my.private.registry', 5000, 'name'],
  ['my.private.registry', 'my.private.registry', 443, 'name'],
  ['Registry.Test:443', 'Registry.Test', 443, 'name'],
  ['registry.test.', 'registry.test.', 443, 'name'],
  ['registry.test.:5000', 'registry.test.', 5000, 'name'],
  ['my_registry', 'my_registry', 443, 'name'],
  ['-odd-.test', '-odd-.test', 443, 'name'],
  [`${'a'.repeat(63)}.test`, `${'a'.repeat(63)}.test`, 443, 'name'],
  ['localhost:1', 'localhost', 1, 'name'],
  ['registry', 'registry', 443, 'name'],
  ['10.0.192.230:65535', '10.0.192.230', 65_535, 'ipv4'],
  ['[::1]:5000', '::1', 5000, 'ipv6'],
  ['[2001:db8::7]', '2001:db8::7', 443, 'ipv6'],
  ['[::ffff:10.0.0.1]:5000', '::ffff:10.0.0.1', 5000, 'ipv6'],
  ['registry.test:00443', 'registry.test', 443, 'name']
];

for (const [text, hostname, port, kind] of good) {
  test(`reads ${text.slice(0, 40)}`, () => {
    assert.deepEqual(parseHost(text), { ok: true, hostname, port, kind, given: text });
  });
}

const bad: readonly (readonly [string, HostFault])[] = [
  ['', 'empty'],
  ['  ', 'empty'],
  ['https://registry.test', 'scheme'],
  ['oci://registry.test:5000', 'scheme'],
  ['registry.test:5000/', 'path'],
  ['registry.test/team/image', 'path'],
  ['registry.test?x', 'path'],
  ['registry.test#x', 'path'],
  ['registry\\test', 'path'],
  [' registry.test', 'space'],
  ['registry.test\n', 'space'],
  ['registry.test:\t5000', 'space'],
  ['registry.test:', 'port'],
  ['registry.test:0', 'port'],
  ['registry.test:65536', 'port'],
  ['registry.test:5000a', 'port'],
  ['registry.test:-1', 'port'],
  ['registry.test:999999', 'port'],
  ['user:pw@registry.test', 'userinfo'],
  ['registry..test', 'characters'],
  ['.registry.test', 'characters'],
  ['.', 'characters'],
  [':5000', 'characters'],
  [`${'a'.repeat(64)}.test`, 'characters'],
  [`${'a.'.repeat(140)}test`, 'characters'],
  ['reg*.test', 'characters'],
  ['r\u00e9gistre.test', 'characters'],
  ['registry.test\u202e', 'characters'],
  ['::1', 'characters'],
  ['::1:5000', 'characters'],
  ['[::1', 'characters'],
  ['[::1]5000', 'characters'],
  ['[::1]:', 'port'],
  ['[10.0.0.1]:5000', 'characters'],
  ['[fe80::1%eth0]:5000', 'characters'],
  ['[:::]', 'characters'],
  ['[1:2:3:4:5:6:7:8:9]', 'characters'],
  ['10.0.0.256', 'characters'],
  ['10.0.0', 'characters'],
  ['010.0.0.1', 'characters'],
  ['registry.0x7f', 'characters'],
  ['a'.repeat(100_000), 'characters']
];

for (const [text, fault] of bad) {
  test(`refuses ${JSON.stringify(text.slice(0, 40))}: ${fault}`, () => {
    assert.deepEqual(parseHost(text), { ok: false, fault });
  });
}

test('addresses', () => {
  assert.ok(['0.0.0.0', '255.255.255.255', '1.2.3.4'].every(isIPv4));
  assert.ok(!['1.2.3', '1.2.3.4.', '1.2.3.4.5', '01.2.3.4', '1.2.3.256', ''].some(isIPv4));
  assert.ok(['::', '::1', '1::', '1:2:3:4:5:6:7:8', '::1.2.3.4', '1:2:3:4:5:6:1.2.3.4', 'FE80::A'].every(isIPv6));
  assert.ok(
    !['', ':', ':::', '1:2:3:4:5:6:7', '1::2::3', '12345::', '::1.2.3', '1:2:3:4:5:6:7::8', ':1::'].some(isIPv6)
  );
});
