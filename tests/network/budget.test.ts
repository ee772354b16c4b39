import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openForReading } from '../gauntlet/registries.ts';
import { play, type Played } from '../gauntlet/play.ts';
import type { Scenario } from '../gauntlet/scenario.ts';

/** Plays a healthy situation and counts at the server. */
function count(scenario: Partial<Scenario>): Promise<Played> {
  return play({ says: '', first: null, ...scenario });
}

const image: Scenario['options'] = ({ host }) => ({ images: [`${host}/team/img:1.0`] });

test('Basic: two connections, one request without credentials and one with', async () => {
  const { registry } = await count({});
  assert.equal(registry.connections, 2);
  assert.deepEqual(registry.asked, ['GET /v2/', 'GET /v2/']);
  assert.equal(registry.logins, 1);
});

test('Basic with an image: two connections, three requests with credentials at most', async () => {
  const there = await count({ options: image });
  assert.equal(there.registry.connections, 2);
  assert.deepEqual(there.registry.asked.slice(2), ['GET /v2/team/img/manifests/1.0']);
  assert.equal(there.registry.logins, 2);
  const missing = await count({ options: ({ host }) => ({ images: [`${host}/team/img:2.0`] }) });
  assert.equal(missing.registry.connections, 2);
  assert.equal(missing.registry.requests, 4);
  assert.equal(missing.registry.logins, 3);
});

test('Bearer: the token adds a request on the same connection', async () => {
  const { registry } = await count({ server: { auth: 'bearer' } });
  assert.equal(registry.connections, 2);
  assert.deepEqual(registry.asked, ['GET /v2/', 'GET /token?service=registry.test', 'GET /v2/']);
  const pulled = await count({ server: { auth: 'bearer' }, options: image });
  assert.equal(pulled.registry.connections, 2);
  assert.equal(pulled.registry.requests, 5);
});

test('Bearer: a login service on another host gets its chain looked at, then one request', async () => {
  const played = await count({
    server: { auth: 'bearer', realm: ({ beside }) => `https://auth.test:${beside['auth.test']?.port ?? 0}/token` },
    beside: { 'auth.test': { server: { auth: 'bearer' } } }
  });
  const service = played.registry.beside['auth.test'];
  assert.equal(played.registry.connections, 2);
  assert.deepEqual([service?.connections, service?.requests, service?.logins], [2, 1, 1]);
});

test('a second proxy route adds its own connection', async () => {
  const played = await count({
    proxy: {},
    environment: ({ proxy }) => ({ HTTPS_PROXY: proxy, NO_PROXY: '*.test' })
  });
  assert.equal(played.proxied.length, 2);
  assert.equal(played.registry.connections, 3);
  assert.equal(played.registry.requests, 2);
});

test('a push test is one upload begun and cancelled, on the connection that is open', async () => {
  const { registry } = await count({ options: ({ host }) => ({ images: [`${host}/team/img:2`], push: true }) });
  assert.equal(registry.connections, 2);
  assert.deepEqual(registry.uploads, { begun: 1, cancelled: 1 });
  assert.deepEqual(
    registry.asked.slice(-2).map(line => line.replace(/upload-\d+/, 'ID')),
    ['POST /v2/team/img/blobs/uploads/', 'DELETE /v2/team/img/blobs/uploads/ID?_state=of%3Dthe-tests']
  );
});

test('a push test where only the upload asks for a login sends it once it is asked', async () => {
  const { registry } = await count({
    server: openForReading,
    options: ({ host }) => ({ images: [`${host}/team/img:2`], push: true })
  });
  assert.equal(registry.connections, 2);
  assert.deepEqual(registry.uploads, { begun: 1, cancelled: 1 });
  assert.equal(registry.logins, 2);
});

test('without consent nothing is written', async () => {
  const { registry } = await count({ options: image });
  assert.ok(registry.asked.every(line => line.startsWith('GET ')));
});
