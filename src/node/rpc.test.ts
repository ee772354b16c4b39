import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isRunParams } from './rpc.ts';

test('takes the images and the consent of a run, within their limits', () => {
  assert.ok(isRunParams({ id: 'a', images: ['registry.test/team/model:1'], push: true, clicked: true }));
  assert.ok(isRunParams({ id: 'a' }));
  for (const wrong of [
    { images: 'a' },
    { images: [1] },
    { images: ['a'.repeat(513)] },
    { images: Array(11).fill('a') },
    { push: 1 }
  ]) {
    assert.ok(!isRunParams({ id: 'a', ...wrong }));
  }
});
