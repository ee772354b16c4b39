import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { Vault } from '../secret.ts';
import { readDockerConfig } from './config.ts';
import { READERS, type Reader, type ReaderOutcome } from './facts.ts';
import { readLogins } from './readers.ts';

interface Expected {
  kind: string;
  user?: string;
  password?: string;
  token?: string;
}

interface Case {
  name: string;
  host: string;
  repo: string;
  config_base64: string;
  expected: Record<Reader, Expected[]>;
}

const cases: Case[] = readFileSync(new URL('../../../tests/fixtures/docker-configs.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map(line => JSON.parse(line) as Case);

/** A measured result and ours, written the same way. */
function measured({ kind, user = '', password = '', token = '' }: Expected): string {
  if (kind !== 'basic') {
    return [kind, ...(kind.endsWith('token') ? [user, token] : [])].join('|');
  }
  return user === '' && password === '' ? 'empty' : ['basic', user, password].join('|');
}

function ours(outcome: ReaderOutcome, vault: Vault): string {
  const credential = outcome.credential === null ? undefined : vault.credential(outcome.credential.handle);
  return credential === undefined
    ? outcome.kind
    : [outcome.kind, credential.username.reveal(), credential.secret.reveal()].join('|');
}

describe('every reader comes to what was measured with the real program', () => {
  for (const item of cases) {
    test(item.name, () => {
      const vault = new Vault();
      const facts = readDockerConfig(Buffer.from(item.config_base64, 'base64'), '/config.json', vault);
      const results = readLogins(facts, item.host, item.repo);
      for (const reader of READERS) {
        const result = results.find(one => one.reader === reader);
        assert.ok(result !== undefined);
        const actual = result.outcomes.map(one => ours(one, vault)).sort();
        assert.deepEqual(actual, item.expected[reader].map(measured).sort(), reader);
        assert.equal(result.deterministic, reader === 'kubelet' || item.expected[reader].length === 1, reader);
        assert.notEqual(result.why, '');
      }
    });
  }
  test('all of them', () => {
    assert.equal(cases.length, 97);
  });
});
