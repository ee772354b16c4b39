import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Secret } from '../secret.ts';
import { readErrors } from './errors.ts';
import { grantedActions } from './token.ts';

function jwt(claims: unknown): Secret {
  return new Secret(`e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.c2ln`);
}

test('a token that says what it allows is believed about what it lacks', () => {
  const access = [
    { type: 'repository', name: 'team/model', actions: ['pull'] },
    { type: 'registry', name: 'team/model', actions: ['*'] },
    null
  ];
  assert.deepEqual(grantedActions(jwt({ access }), 'team/model'), ['pull']);
  assert.deepEqual(grantedActions(jwt({ access }), 'team/other'), []);
  assert.deepEqual(grantedActions(jwt({ access: [] }), 'team/model'), []);
});

for (const [says, token] of [
  ['opaque', new Secret('ghp_opaque')],
  ['of three parts without JSON', new Secret('a.b.c')],
  ['without the claim', jwt({ sub: 'x' })],
  ['with a claim of another form', jwt({ access: 'pull' })],
  ['encrypted (five parts)', new Secret('a.b.c.d.e')]
] as const) {
  test(`nothing is told from a token that is ${says}`, () => {
    assert.equal(grantedActions(token, 'team/model'), null);
  });
}

test('of an answer only known codes and two flags are kept', () => {
  const read = (body: unknown): ReturnType<typeof readErrors> =>
    readErrors({ body: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)) });
  const errors = read({ errors: [{ code: 'DENIED', message: 'quota exceeded' }, { code: 'MY_OWN' }, null, 7] });
  assert.deepEqual([...errors.codes], ['DENIED']);
  assert.deepEqual([errors.quota, errors.immutable], [true, false]);
  assert.ok(read({ errors: [{ code: 'X', message: 'tag is Immutable' }] }).immutable);
  for (const other of ['<html>quota', '', '[]', { errors: 'DENIED' }, { error: [] }, { errors: [{ code: 7 }] }]) {
    assert.deepEqual(read(other), { codes: new Set(), quota: false, immutable: false });
  }
});
