import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Vault } from '../secret.ts';
import { readDockerConfig } from './config.ts';
import { resolveLogin } from './resolve.ts';

const HOST = 'r.test:5000';
const auth = Buffer.from('ann:secret').toString('base64');

/** What each consumer finds: kind, entry, reason. */
function consumersOf(content: object | string, builder = 'kaniko-1.3.0'): Record<string, string> {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  const facts = readDockerConfig(Buffer.from(text), '/home/kubeflow/.docker/config.json', new Vault());
  return Object.fromEntries(
    Object.entries(resolveLogin(facts, HOST, builder).consumers).map(([consumer, { finds, entry, why }]) => [
      consumer,
      `${finds} ${entry ?? '-'}: ${why}`
    ])
  );
}

describe('what each consumer finds in the Docker config, and why', () => {
  test('the plain name', () => {
    assert.deepEqual(consumersOf({ auths: { [HOST]: { auth } } }), {
      sdk: `found ${HOST}: the entry has exactly this name`,
      builder: `found ${HOST}: the entry has exactly this name`,
      nodes: `unknown ${HOST}: the entry matches this registry`
    });
  });
  test("a form that only today's docker knows", () => {
    const key = `oci://${HOST}`;
    const { sdk, builder, nodes } = consumersOf({ auths: { [key]: { auth } } });
    assert.match(sdk ?? '', /^unknown oci:\/\/r\.test:5000: how the SDK looks up a login is not published/);
    assert.equal(builder, 'none -: no entry has this name');
    assert.equal(nodes, 'unknown -: no entry has this name');
    assert.match(consumersOf({ auths: { [key]: { auth } } }, 'kaniko-1.23.2')['builder'] ?? '', /^found oci/);
  });
  test('two fields instead of one', () => {
    const { sdk, builder } = consumersOf({ auths: { [HOST]: { username: 'ann', password: 'secret' } } });
    assert.equal(sdk, `unknown ${HOST}: how the SDK reads a login of this form is not published`);
    assert.match(builder ?? '', /^found/);
  });
  test('a damaged entry of another registry stops the builder, not the SDK', () => {
    const { sdk, builder } = consumersOf({ auths: { [HOST]: { auth }, 'x.test': { auth: '%%%' } } });
    assert.match(builder ?? '', /^error x\.test: it decodes every entry, and in one of them the login is not valid/);
    assert.match(sdk ?? '', /^(?:found|unknown) r\.test:5000/);
  });
  test('no entry, and no file that could be read', () => {
    assert.equal(consumersOf({ auths: { 'q.test': { auth } } })['sdk'], 'none -: no entry has this name');
    for (const text of ['{"auths": ', '\uFEFF{}']) {
      const { sdk, builder } = consumersOf(text);
      assert.equal(sdk, 'none -: the file cannot be read as a Docker config');
      assert.equal(builder, 'error -: the file cannot be read as a Docker config');
    }
  });
});
