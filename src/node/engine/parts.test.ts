import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CHECKS } from '../../common/checks.ts';
import type { FactName } from '../facts.ts';
import { checks, collectors } from './parts.ts';

const sources = new Map(collectors.map(item => [item.gives, item]));

function isLocal(name: FactName): boolean {
  const source = sources.get(name);
  return source !== undefined && source.cost === 'local' && source.needs.every(isLocal);
}

test('every check of the table is registered, once', () => {
  assert.deepEqual(checks.map(({ id }) => id).sort(), Object.keys(CHECKS).sort());
});

test('every fact that a check needs or may use has a source', () => {
  const names = checks.flatMap(({ needs, mayUse }) => [...needs, ...mayUse]);
  assert.deepEqual(
    names.filter(name => !sources.has(name)),
    []
  );
});

for (const { id, cost, needs, judges } of checks) {
  test(`${id} costs what its facts cost`, () => {
    assert.equal(cost === 'local', needs.every(isLocal));
    assert.ok(needs.includes(judges));
  });
}
