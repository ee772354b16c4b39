import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeAsGo, decodeAsPython } from './base64.ts';

const text = (bytes: Uint8Array | null): string | null => (bytes === null ? null : Buffer.from(bytes).toString());

test('Go skips line breaks and nothing else', () => {
  assert.equal(text(decodeAsGo('dXNl\r\ncjpw\n', true)), 'user:p');
  assert.equal(text(decodeAsGo('', true)), '');
  for (const bad of ['dXNlcjpwYQ', 'dXNl cjpw', 'dXNlcjp_', 'dXNlcjpwYQ===', 'dXNlcjpwYQ==x', '****']) {
    assert.equal(decodeAsGo(bad, true), null, bad);
  }
  assert.equal(text(decodeAsGo('dXNlcjpwYQ', false)), 'user:pa');
  assert.equal(decodeAsGo('dXNlcjpwYQ==', false), null);
  assert.equal(decodeAsGo('dXNlc', false), null);
});

test('Python skips what is not of the alphabet and stops at the first padding', () => {
  assert.equal(text(decodeAsPython('"dXNl*cjpw YQ==="')), 'user:pa');
  assert.equal(text(decodeAsPython('dXNlcjpwYQ==dXNl')), 'user:pa');
  assert.equal(decodeAsPython('dXNlcjpwYQ'), null);
  assert.equal(decodeAsPython('dXNlä'), null);
  assert.equal(text(decodeAsPython('=')), '');
});
