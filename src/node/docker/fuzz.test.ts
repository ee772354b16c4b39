import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { textsOf } from '../../common/finding.ts';
import { cfgChecks } from '../check/cfg.ts';
import type { CheckInput } from '../check/types.ts';
import type { EnvironmentFacts, FactName } from '../facts.ts';
import type { PingFacts } from '../registry/facts.ts';
import { Vault } from '../secret.ts';
import { readDockerConfig } from './config.ts';
import { readJson } from './json.ts';
import { resolveLogin } from './resolve.ts';

const MUTATIONS = 10_000;

/** Marsaglia's xorshift32: the same mutations in every run. */
function generator(seed: number): (below: number) => number {
  let state = seed;
  return below => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

const CANARY = 'Zk7canaryQ9';
const AUTH = Buffer.from(`ann:${CANARY}`).toString('base64');
const PIECES = [
  '{',
  '}',
  '[',
  ']',
  '"',
  ':',
  ',',
  '\\',
  '\n',
  '\0',
  '\uFEFF',
  'null',
  'auths',
  '"auth"',
  '://',
  '@',
  '*',
  '\u2028',
  '\\ud800',
  '9'.repeat(40),
  '['.repeat(300)
];

const seeds: Buffer[] = readFileSync(new URL('../../../tests/fixtures/docker-configs.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map(line => Buffer.from((JSON.parse(line) as { config_base64: string }).config_base64, 'base64'))
  // The measured files with a login that can be searched for.
  .map(bytes =>
    Buffer.from(bytes.toString('latin1').replaceAll('dXNlcjpwYXNz', AUTH).replaceAll('"pass"', `"${CANARY}"`), 'latin1')
  );

function mutate(bytes: Buffer, next: (below: number) => number): Buffer {
  const from = next(bytes.length + 1);
  const to = Math.min(bytes.length, from + next(8));
  switch (next(5)) {
    case 0:
      return Buffer.concat([
        bytes.subarray(0, from),
        Buffer.from(PIECES[next(PIECES.length)] as string),
        bytes.subarray(to)
      ]);
    case 1:
      return bytes.subarray(0, from);
    case 2:
      return Buffer.concat([bytes.subarray(0, to), bytes.subarray(from)]);
    case 3:
      return Buffer.concat([bytes, seeds[next(seeds.length)] as Buffer]);
    default: {
      const copy = Buffer.from(bytes);
      if (copy.length > 0) {
        copy[next(copy.length)] = next(256);
      }
      return copy;
    }
  }
}

const HOST = 'my.private.registry:5000';
const environment: EnvironmentFacts = {
  home: '/home/kubeflow',
  inPod: true,
  namespace: 'team-a',
  awsCredentials: false,
  variables: {}
};

/** Everything that the checks say of a file, with every text that a person gets to see. */
function saidOf(config: ReturnType<typeof readDockerConfig>, login: ReturnType<typeof resolveLogin>): unknown[] {
  const ping = { outcome: 'answered', status: 401 } as PingFacts;
  const facts = { 'config.content': config, environment, login, ping };
  const input = { facts, subject: HOST, at: 0, builder: 'kaniko-1.3.0', tested: [HOST] } as unknown;
  return cfgChecks.flatMap(check =>
    check.run(input as CheckInput<FactName>).findings.map(finding => [finding, textsOf(finding)])
  );
}

/** Whether JSON.parse takes a text: as strict as ours, but silent on where and why. */
function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

test(`${MUTATIONS} damaged configs: no error, no quote, no secret`, () => {
  const next = generator(20_261_124);
  for (let round = 0; round < MUTATIONS; round += 1) {
    let bytes = seeds[next(seeds.length)] as Buffer;
    for (let count = 1 + next(4); count > 0; count -= 1) {
      bytes = mutate(bytes, next);
    }
    const facts = readDockerConfig(bytes, '/config.json', new Vault());
    const login = resolveLogin(facts, HOST, 'kaniko-1.3.0');
    const said = saidOf(facts, login);
    const shown = JSON.stringify([facts, login, said]);
    // A mutation can turn any text into the name of a registry; what a program would take for a login never is one.
    assert.equal(shown.includes(AUTH) || shown.includes(CANARY), false, `round ${round}`);
    assert.doesNotMatch(JSON.stringify(said), /\{[a-z]\w*\}/, `round ${round}: every place is filled`);
    const text = bytes.toString('utf8');
    const result = readJson(text);
    if (result.ok || result.fault !== 'too-deep') {
      assert.equal(result.ok && result.trailing === null, isJson(text), `round ${round}: as strict as JSON.parse`);
    }
  }
});

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
