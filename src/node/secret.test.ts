import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inspect } from 'node:util';
import { Secret, Vault } from './secret.ts';

const VALUE = 'hunter2-canary';

test('a secret cannot be printed, serialised, inspected or walked', () => {
  const secret = new Secret(VALUE);
  const exits = [
    String(secret),
    `${secret}`,
    '' + secret,
    JSON.stringify({ secret, list: [secret] }),
    inspect(secret, { depth: Infinity, showHidden: true, getters: true }),
    inspect({ deep: { secret } }, { depth: Infinity, showHidden: true }),
    JSON.stringify(Object.getOwnPropertyNames(secret)),
    JSON.stringify(Object.getOwnPropertyDescriptors(secret)),
    JSON.stringify(structuredClone({ ...secret })),
    new Error(String(secret)).message
  ];
  for (const text of exits) {
    assert.ok(!text.includes(VALUE), text);
  }
  assert.equal(secret.reveal(), VALUE);
});

test('fingerprints compare within the process and say nothing else', () => {
  assert.equal(new Secret(VALUE).fingerprint(), new Secret(VALUE).fingerprint());
  assert.notEqual(new Secret(VALUE).fingerprint(), new Secret(`${VALUE}x`).fingerprint());
  assert.ok(new Secret(VALUE).equals(new Secret(VALUE)));
  assert.ok(!new Secret(VALUE).equals(new Secret('other')));
});

test('a vault shows nothing of what it keeps', () => {
  const vault = new Vault();
  const handle = vault.keep({ kind: 'basic', username: new Secret('robot'), secret: new Secret(VALUE) });
  assert.ok(!inspect(vault, { depth: Infinity, showHidden: true }).includes(VALUE));
  assert.equal(JSON.stringify(vault), '{}');
  assert.equal(vault.credential(handle)?.secret.reveal(), VALUE);
});
