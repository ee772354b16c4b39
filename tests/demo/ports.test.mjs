// Two demos that start at the same moment, or a demo and any other program: each gets a port of its own.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { onFreePort } from '../../scripts/demo/demo.mjs';
import { MissingPart } from '../../scripts/demo/missing.mjs';

test('a port that another program takes in the meantime is left to it', async () => {
  const other = createServer();
  const tried = [];
  try {
    const port = await onFreePort(24_000, async found => {
      tried.push(found);
      if (tried.length === 1) {
        other.listen(found, '127.0.0.1');
        await once(other, 'listening');
        throw new MissingPart('the port is taken');
      }
      return found;
    });
    assert.equal(tried.length, 2);
    assert.equal(port, tried[1]);
    assert.notEqual(tried[1], tried[0]);
  } finally {
    other.close();
  }
});

test('what fails for another reason is not tried again', async () => {
  let tries = 0;
  await assert.rejects(
    onFreePort(24_000, () => {
      tries += 1;
      return Promise.reject(new MissingPart('there is no program'));
    }),
    { message: 'there is no program' }
  );
  assert.equal(tries, 1);
});
