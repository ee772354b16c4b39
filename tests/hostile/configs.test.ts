import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDockerConfig } from '../../src/node/docker/config.ts';
import { resolveLogin } from '../../src/node/docker/resolve.ts';
import { Vault } from '../../src/node/secret.ts';
import { fuzz } from './fuzz.ts';

fuzz('damaged configs, through every reader and check', new URL('./configRounds.ts', import.meta.url), 20_261_124);

const AUTH = Buffer.from('ann:word').toString('base64');

test('large files are read in time that grows with their size', () => {
  for (const text of [
    `{"auths": {${Array.from({ length: 1500 }, (_, index) => `"h${index}.test": {"auth": "${AUTH}"}`).join(',')}}}`,
    `{"auths": {"${'*a'.repeat(120)}.test:5000": {}}}`,
    '{"a":'.repeat(12_000),
    `"${'\\n'.repeat(32_000)}"`,
    ' '.repeat(65_536),
    'A'.repeat(65_536)
  ]) {
    const facts = readDockerConfig(Buffer.from(text), '/config.json', new Vault());
    assert.equal(resolveLogin(facts, `${'a'.repeat(60)}.test:5000`, 'kaniko-1.3.0').entry, null);
  }
});
