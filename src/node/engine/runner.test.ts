import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hostArg } from '../../common/args.ts';
import type { CheckId } from '../../common/checks.ts';
import { draft } from '../../common/finding.ts';
import { pass, type Check } from '../check/types.ts';
import { collector, type Collector } from '../collect/types.ts';
import type { FactMap } from '../facts.ts';
import { defaultOptions } from '../options.ts';
import { Vault } from '../secret.ts';
import { Budget } from './budget.ts';
import { FactStore } from './facts.ts';
import { runPlan, type Ended } from './runner.ts';

const HOST = 'registry.test:5000';

/** A collector of a fact whose content does not matter here. */
function gives(
  name: keyof FactMap,
  needs: (keyof FactMap)[],
  collect: Collector['collect'],
  limitMs = 1000
): Collector {
  return collector({ gives: name, needs, cost: 'network', limitMs, collect });
}

const had = async (): Promise<{ value: never }> => ({ value: {} as never });

function judge(
  id: string,
  needs: [keyof FactMap, ...(keyof FactMap)[]],
  run: Check['run'] = () => pass('fine')
): Check {
  // Ids of their own: the runner knows none of ours.
  return {
    id: id as CheckId,
    area: 'NET',
    section: 'registry',
    title: id,
    subject: 'registry',
    cost: 'network',
    judges: needs[0],
    needs,
    mayUse: [],
    emits: ['KR-NET-003'],
    run
  };
}

const failing: Check['run'] = () => ({
  findings: [draft('KR-NET-003', HOST, { host: hostArg(HOST), target: hostArg('registry.test') })]
});

async function runAll(collectors: Collector[], checks: Check[], totalMs = 5000): Promise<Map<string, Ended>> {
  const budget = new Budget(totalMs);
  const facts = new FactStore(collectors, defaultOptions({}), new Vault(), budget);
  const seen: string[] = [];
  const ended = await runPlan({
    plan: checks.map(item => ({ check: item, subject: HOST, localOnly: false })),
    facts,
    budget,
    at: Date.now(),
    builder: 'kaniko-1.3.0',
    onEnd: item => seen.push(item.planned.check.id)
  });
  budget.close();
  assert.deepEqual([...seen].sort(), checks.map(item => item.id).sort(), 'every check is told once');
  return new Map(ended.map(item => [item.planned.check.id, item]));
}

test('a missing fact skips what needs it, and names the check that failed for it', async () => {
  const outcomes = await runAll(
    [
      gives('address', [], had),
      gives('resolution', ['address'], had),
      gives('connection', ['resolution'], async () => ({ missing: ['resolution'] })),
      gives('tls', ['connection'], had)
    ],
    [
      judge('net.address', ['address']),
      judge('net.name', ['resolution'], failing),
      judge('net.port', ['connection']),
      judge('tls.chain', ['tls'])
    ]
  );
  assert.equal(outcomes.get('net.address')?.outcome, 'pass');
  assert.equal(outcomes.get('net.name')?.outcome, 'fail');
  assert.equal(outcomes.get('net.port')?.outcome, 'skipped');
  assert.deepEqual(outcomes.get('net.port')?.blockedBy, ['net.name']);
  assert.deepEqual(outcomes.get('tls.chain')?.blockedBy, ['net.name']);
});

test('a crash in one check or collector never stops another', async () => {
  const outcomes = await runAll(
    [
      gives('address', [], had),
      gives('resolution', ['address'], async () => {
        throw Object.assign(new Error('secret text'), { code: 'EBOOM' });
      })
    ],
    [
      judge('net.address', ['address'], () => {
        throw new TypeError('secret text');
      }),
      judge('net.name', ['resolution']),
      judge('net.proxy', ['address'])
    ]
  );
  assert.equal(outcomes.get('net.address')?.outcome, 'crashed');
  assert.deepEqual(outcomes.get('net.address')?.findings[0]?.args, { check: 'net.address', errorClass: 'TypeError' });
  assert.equal(outcomes.get('net.name')?.outcome, 'crashed');
  assert.deepEqual(outcomes.get('net.name')?.findings[0]?.args, { check: 'net.name', errorClass: 'EBOOM' });
  assert.equal(outcomes.get('net.proxy')?.outcome, 'pass');
});

test('a check that raises a code it does not declare is a crash of ours', async () => {
  const outcomes = await runAll(
    [gives('address', [], had)],
    [judge('net.address', ['address'], () => ({ findings: [draft('KR-INT-008', HOST, {})] }))]
  );
  assert.equal(outcomes.get('net.address')?.outcome, 'crashed');
  assert.equal(outcomes.get('net.address')?.findings[0]?.code, 'KR-INT-001');
});

test('a collector that hangs ends at its limit, and its signal tells it', async () => {
  let told = false;
  const outcomes = await runAll(
    [
      gives(
        'address',
        [],
        (_facts, context) => {
          context.signal.addEventListener('abort', () => (told = true));
          return new Promise(() => undefined);
        },
        20
      )
    ],
    [judge('net.address', ['address']), judge('net.name', ['address'])]
  );
  assert.equal(outcomes.get('net.address')?.outcome, 'timeout');
  assert.equal(outcomes.get('net.address')?.findings[0]?.code, 'KR-INT-002');
  assert.ok(told);
});

test('the budget of the run ends everything that still runs', async () => {
  const outcomes = await runAll(
    [gives('address', [], () => new Promise(() => undefined), 60_000)],
    [judge('net.address', ['address'])],
    30
  );
  assert.equal(outcomes.get('net.address')?.outcome, 'timeout');
});

test('a cancelled run gives every check its outcome', async () => {
  const budget = new Budget(60_000);
  const facts = new FactStore(
    [gives('address', [], () => new Promise(() => undefined), 60_000)],
    defaultOptions({}),
    new Vault(),
    budget
  );
  const running = runPlan({
    plan: [{ check: judge('net.address', ['address']), subject: HOST, localOnly: false }],
    facts,
    budget,
    at: 0,
    builder: '',
    onEnd: () => undefined
  });
  budget.cancel();
  assert.deepEqual(
    (await running).map(item => item.outcome),
    ['cancelled']
  );
});

test('random graphs of needs end with exactly one outcome per check', async () => {
  const names = ['address', 'proxy', 'resolution', 'connection', 'tls', 'trust', 'ping', 'session'] as const;
  let seed = 42;
  const random = (below: number): number => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed % below;
  };
  for (let round = 0; round < 200; round += 1) {
    const collectors = names.map((name, index) => {
      const needs = names.slice(0, index).filter(() => random(3) === 0);
      const fate = random(5);
      return gives(name, needs, async () => {
        if (fate === 0) {
          throw new Error('no');
        }
        return fate === 1 && needs[0] !== undefined ? { missing: [needs[0]] } : had();
      });
    });
    const checks = Array.from({ length: 8 }, (_, index) =>
      judge(
        `x.c${index}`,
        [names[random(8)] ?? 'address', names[random(8)] ?? 'address'],
        random(2) === 0 ? failing : undefined
      )
    );
    const outcomes = await runAll(collectors, checks);
    assert.equal(outcomes.size, 8);
    for (const item of outcomes.values()) {
      assert.ok(item.outcome !== 'skipped' || item.missing.length > 0);
    }
  }
});
