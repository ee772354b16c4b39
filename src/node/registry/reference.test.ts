import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseReference } from './reference.ts';

const HEX = 'a3ed95caeb02ffe68cdd9fd84406680ae93d633cb16422d00e8a7c22955b46d4';

const good: readonly (readonly [text: string, registry: string, repository: string, tag: string | null])[] = [
  ['alpine', 'docker.io', 'library/alpine', 'latest'],
  ['alpine:3.20', 'docker.io', 'library/alpine', '3.20'],
  ['team/model', 'docker.io', 'team/model', 'latest'],
  ['docker.io/alpine', 'docker.io', 'library/alpine', 'latest'],
  ['index.docker.io/alpine', 'docker.io', 'library/alpine', 'latest'],
  ['docker.io/team/model:1', 'docker.io', 'team/model', '1'],
  ['my.private.registry:5000/team/model:2', 'my.private.registry:5000', 'team/model', '2'],
  ['registry.test/a/b/c/d', 'registry.test', 'a/b/c/d', 'latest'],
  ['localhost/model', 'localhost', 'model', 'latest'],
  ['localhost:5000/model', 'localhost:5000', 'model', 'latest'],
  ['registry:5000/model', 'registry:5000', 'model', 'latest'],
  // A capital letter makes the first part a registry.
  ['Registry/model', 'Registry', 'model', 'latest'],
  ['registry/model', 'docker.io', 'registry/model', 'latest'],
  ['10.0.0.5:5000/model', '10.0.0.5:5000', 'model', 'latest'],
  ['[::1]:5000/model', '[::1]:5000', 'model', 'latest'],
  ['registry.test/a.b_c__d-e---f/g', 'registry.test', 'a.b_c__d-e---f/g', 'latest'],
  [`registry.test/a:${'t'.repeat(128)}`, 'registry.test', 'a', 't'.repeat(128)],
  ['registry.test/a:_Tag.-9', 'registry.test', 'a', '_Tag.-9'],
  [`registry.test/a@sha256:${HEX}`, 'registry.test', 'a', null],
  [`registry.test/a:1@sha256:${HEX}`, 'registry.test', 'a', '1'],
  [`registry.test/${'a'.repeat(255)}`, 'registry.test', 'a'.repeat(255), 'latest'],
  [`registry.test/${HEX}`, 'registry.test', HEX, 'latest'],
  // Without a slash everything before the colon is a name, also when it looks like a registry.
  ['registry.test:5000', 'docker.io', 'library/registry.test', '5000']
];

for (const [text, registry, repository, tag] of good) {
  test(`reads ${text.slice(0, 60)}`, () => {
    const parsed = parseReference(text);
    assert.ok(parsed.ok);
    const { reference } = parsed;
    assert.deepEqual([reference.registry, reference.repository, reference.tag], [registry, repository, tag]);
    assert.equal(reference.digest, text.includes('@') ? `sha256:${HEX}` : null);
  });
}

const bad: readonly (readonly [text: string, fault: string, registry?: string])[] = [
  ['', 'empty'],
  ['a'.repeat(2000), 'too-long'],
  [' registry.test/a', 'space'],
  ['registry.test/a b', 'space'],
  ['https://registry.test/a', 'scheme'],
  [HEX, 'identifier'],
  ['registry.test/Team/model', 'upper-case', 'registry.test'],
  ['Model', 'upper-case', 'docker.io'],
  ['registry.test/', 'characters', 'registry.test'],
  ['registry.test//a', 'characters', 'registry.test'],
  ['registry.test/a/', 'characters', 'registry.test'],
  ['registry.test/-a', 'characters', 'registry.test'],
  ['registry.test/a-', 'characters', 'registry.test'],
  ['registry.test/a..b', 'characters', 'registry.test'],
  ['registry.test/a___b', 'characters', 'registry.test'],
  ['registry.test/a._b', 'characters', 'registry.test'],
  ['registry.test/a$b', 'characters', 'registry.test'],
  [`registry.test/${'a'.repeat(256)}`, 'too-long', 'registry.test'],
  ['registry.test:port/a', 'registry'],
  ['-registry.test/a', 'registry'],
  ['user:pw@registry.test/a', 'login'],
  ['my_registry.test/a', 'registry'],
  ['registry.test/a:', 'tag', 'registry.test'],
  ['registry.test/a:-1', 'tag', 'registry.test'],
  ['registry.test/a:b:c', 'tag', 'registry.test'],
  [`registry.test/a:${'t'.repeat(129)}`, 'tag', 'registry.test'],
  ['registry.test/a@', 'digest', 'registry.test'],
  ['registry.test/a@sha256:abc', 'digest', 'registry.test'],
  [`registry.test/a@sha256:${HEX.toUpperCase()}`, 'digest', 'registry.test'],
  [`registry.test/a@md5:${HEX.slice(0, 32)}`, 'digest', 'registry.test'],
  [`registry.test/a@sha512:${HEX}`, 'digest', 'registry.test'],
  [`registry.test/a@sha256:${HEX}@x`, 'digest', 'registry.test']
];

for (const [text, fault, registry = null] of bad) {
  test(`refuses ${JSON.stringify(text.slice(0, 40))}: ${fault}`, () => {
    assert.deepEqual(parseReference(text), { ok: false, fault, registry });
  });
}
