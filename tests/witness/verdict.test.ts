/** What the engine makes of a witness: confirmed, overruled, or nobody to ask. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { RunOptions } from '../../src/node/collect/types.ts';
import type { Finding, RegistryReport, Report } from '../../src/common/report.ts';
import { chooseInterpreters } from '../../src/node/collect/witness.ts';
import { CommandWitness } from '../../src/node/witness/command.ts';
import { witnessEnvironment } from '../../src/node/witness/environment.ts';
import { spawnPython } from '../../src/node/witness/running.ts';
import { play } from '../gauntlet/play.ts';
import { scenario, type Scenario } from '../gauntlet/scenario.ts';
import { scenarios } from '../gauntlet/scenarios.ts';
import { OWN_PYTHON } from './environments.ts';
import { standInHost, type StandIn } from './standin.ts';

interface Seen {
  report: Report;
  registry: RegistryReport;
  finding: Finding | undefined;
  row: Report['checks'][number] | undefined;
  logins: number;
}

async function see(changes: Partial<Scenario>, options: Partial<RunOptions>): Promise<Seen> {
  const { result, registry } = await play(scenario({ says: '', first: null, ...changes }), { options });
  const { report } = result;
  const [found] = report.registries;
  assert.ok(found !== undefined);
  return {
    report,
    registry: found,
    finding: report.findings.find(item => item.code === 'KR-TLS-026'),
    row: report.checks.find(item => item.id === 'tls.witness'),
    logins: registry.logins
  };
}

const withPython = (python: StandIn, changes: Partial<Scenario> = {}): Promise<Seen> =>
  see(changes, { witness: standInHost(python) });

const labels = ({ evidence }: Finding): string[] => evidence.map(({ label }) => label);

test('a real Python confirms a set-up that works', async () => {
  const witness = new CommandWitness(spawnPython(OWN_PYTHON, witnessEnvironment(process.env)), process.env);
  const { report, registry, row } = await see({}, { witness });
  witness.dispose();
  assert.equal(report.verdict, 'ok');
  assert.equal(registry.sdkWitness.status, 'confirmed');
  assert.match(registry.sdkWitness.python ?? '', /^3\.\d+\.\d+$/);
  assert.match(registry.sdkWitness.openssl ?? '', /^OpenSSL 3/);
  assert.match(registry.sdkWitness.urllib3 ?? '', /^\d/);
  assert.equal(registry.consumers.sdk, 'ok');
  assert.equal(row?.outcome, 'pass');
  assert.match(row?.summary ?? '', /^confirmed by Python 3\.\d+$/);
});

test('a real Python confirms a refusal, and the first cause stays the first', async () => {
  const witness = new CommandWitness(spawnPython(OWN_PYTHON, witnessEnvironment(process.env)), process.env);
  const { report, registry, row } = await see({ chain: ['leaf-expired'] }, { witness });
  witness.dispose();
  assert.equal(report.findings[0]?.code, 'KR-TLS-010');
  assert.equal(registry.sdkWitness.status, 'confirmed');
  assert.match(row?.summary ?? '', /^confirmed by Python 3\.\d+: a certificate has expired$/);
});

const all = await scenarios();
const certificates = [...all].filter(
  ([name, { network, options, server }]) =>
    /^(?:tls|crt)\//.test(name) && network === undefined && options === undefined && server === undefined
);
const shared = new CommandWitness(spawnPython(OWN_PYTHON, witnessEnvironment(process.env)), process.env);
after(() => shared.dispose());
const statuses: string[] = [];
for (const [name, item] of certificates) {
  test(`a real Python agrees in ${name}`, async () => {
    const { registry, finding } = await see(item, { witness: shared });
    statuses.push(registry.sdkWitness.status);
    assert.equal(finding, undefined, `${finding?.title}: ${JSON.stringify(finding?.evidence)}`);
    assert.notEqual(registry.sdkWitness.status, 'disagrees');
  });
}

test('most of these scenarios were really judged by Python', () => {
  const judged = statuses.filter(status => status === 'confirmed').length;
  console.log(`a real Python confirmed ${judged} of ${statuses.length} scenarios about certificates`);
  assert.ok(judged > 0.8 * statuses.length);
});

test('Python refuses what our rules accept: its word counts, with both sides', async () => {
  const { report, registry, finding, row } = await withPython({ says: { outcome: 'constraints', verifyCode: 47 } });
  assert.ok(finding !== undefined);
  assert.equal(report.findings[0]?.code, 'KR-TLS-026');
  assert.equal(finding.severity, 'error');
  assert.deepEqual(registry.consumers, { sdk: 'fails', builder: 'ok', nodes: 'unknown' });
  assert.deepEqual(registry.sdkWitness, {
    status: 'disagrees',
    python: '3.11.7',
    openssl: 'OpenSSL 3.0.19 27 Jan 2026',
    urllib3: '2.8.0'
  });
  assert.deepEqual(labels(finding), [
    'By our rules',
    'By Python',
    'Python',
    'OpenSSL',
    'urllib3',
    'requests',
    'python-dxf'
  ]);
  assert.equal(finding.evidence[0]?.value, 'accepted');
  assert.match(finding.evidence[1]?.value ?? '', /was not allowed to sign it \(OpenSSL code 47\)/);
  assert.equal(row?.outcome, 'fail');
});

test('Python accepts what our rules refuse: the SDK does not fail for it, and no login goes out', async () => {
  const { report, registry, finding, logins } = await withPython(
    { says: { outcome: 'ok' } },
    { chain: ['leaf-other-name'] }
  );
  assert.equal(finding?.variant, 'accepts');
  assert.equal(finding.severity, 'warning');
  assert.equal(registry.sdkWitness.status, 'disagrees');
  assert.equal(registry.consumers.sdk, 'unknown', 'the certificate is accepted, the login could not be tried');
  assert.equal(registry.consumers.builder, 'fails');
  const name = report.findings.find(item => item.code === 'KR-TLS-006');
  assert.equal(name?.consumers?.sdk, 'ok');
  assert.equal(name?.severity, 'error', 'it is one for the builder');
  assert.equal(logins, 0);
});

test('what only our rules held against the SDK becomes a warning', async () => {
  const { report, finding } = await withPython({ says: { outcome: 'ok' } }, { chain: ['leaf-common-name-only'] });
  assert.equal(finding?.variant, 'accepts');
  assert.equal(report.verdict, 'warning');
});

test('another certificate was shown to Python: that is said, not a riddle about rules', async () => {
  const leaf = Array.from({ length: 32 }, () => 'AB').join(':');
  const { finding } = await withPython({ says: { outcome: 'ok', leaf } }, { chain: ['leaf-expired'] });
  assert.equal(finding?.variant, 'other-certificate');
});

test('Python does not get through where this tool did', async () => {
  const { registry, finding } = await withPython({ says: { outcome: 'proxy', via: 'proxy' } });
  assert.equal(finding?.variant, 'no-connection');
  assert.equal(registry.consumers.sdk, 'fails');
});

test('no answer in time is no verdict', async () => {
  const { report, registry, finding, row } = await withPython({ says: { outcome: 'timeout' } });
  assert.equal(finding, undefined);
  assert.equal(report.verdict, 'ok');
  assert.deepEqual(registry.sdkWitness, { status: 'none' });
  assert.equal(registry.consumers.sdk, 'ok');
  assert.equal(row?.outcome, 'unknown');
  assert.equal(row.summary, 'not confirmed: Python did not answer in time');
});

const absences: [StandIn[], RegExp][] = [
  [[], /no Python was asked/],
  [[{ fault: 'not-started' }], /could not be started/],
  [[{ fault: 'ended' }], /ended without an answer/],
  [[{ fault: 'timeout' }], /did not answer in time/],
  [[{ fault: 'too-much' }], /no known answer/],
  [[{ versions: { urllib3: null } }], /lacks urllib3 or requests/],
  [[{ says: { outcome: 'nonsense' as 'ok' } }], /no known answer/]
];
for (const [pythons, text] of absences) {
  test(`without a usable Python the row says: ${text.source}`, async () => {
    const { report, registry, row } = await see({}, { witness: standInHost(...pythons) });
    assert.equal(report.verdict, 'ok', 'healthy means silent');
    assert.deepEqual(registry.sdkWitness, { status: 'none' });
    assert.match(row?.summary ?? '', text);
    assert.match(row?.summary ?? '', /^not confirmed: /);
  });
}

test('dates at another time are not confirmed by a Python of now', async () => {
  const host = standInHost({});
  const { row } = await see({}, { witness: host, at: Date.now() + 86_400_000 });
  assert.match(row?.summary ?? '', /^not confirmed: /);
  assert.deepEqual(host.questions, []);
});

test('the versions decide the profile: a common name alone, by urllib3', async () => {
  const chain = ['leaf-common-name-only'] as const;
  const old = await withPython({ versions: { urllib3: '1.26.20' }, says: { outcome: 'ok' } }, { chain });
  assert.equal(old.registry.sdkWitness.status, 'confirmed');
  assert.equal(old.registry.consumers.sdk, 'ok');
  const today = await withPython({ says: { outcome: 'wrong-name', verifyCode: 62 } }, { chain });
  assert.equal(today.registry.sdkWitness.status, 'confirmed');
  assert.equal(today.registry.consumers.sdk, 'fails');
  const nobody = await see({ chain }, {});
  assert.equal(nobody.registry.consumers.sdk, 'unknown', 'without versions it cannot be told');
});

test('Python decides where the rules of its version are not known', async () => {
  const versions = { openssl: 'OpenSSL 1.1.1w  11 Sep 2023' };
  const chain = ['leaf-common-name-only'] as const;
  const refused = await withPython({ versions, says: { outcome: 'wrong-name', verifyCode: 62 } }, { chain });
  assert.equal(refused.finding?.variant, 'decides');
  assert.equal(refused.registry.consumers.sdk, 'fails');
  const accepted = await withPython({ versions, says: { outcome: 'ok' } }, { chain });
  assert.equal(accepted.finding, undefined);
  assert.equal(accepted.registry.sdkWitness.status, 'confirmed');
});

test('the question: name as typed, address of --resolve, the CA file', async () => {
  const host = standInHost({});
  await see({}, { witness: host });
  const [question] = host.questions;
  assert.equal(question?.host, 'registry.test');
  assert.equal(question.address, '127.0.0.1');
  assert.match(question.caFile ?? '', /\/\.tls\/certificate\.crt$/);
  const without = standInHost({});
  await see({ ca: null }, { witness: without });
  assert.equal(without.questions[0]?.caFile, null, 'no file, no provider');
});

test('offline nobody is asked', async () => {
  const host = standInHost({});
  const { report } = await see({}, { witness: host, offline: true });
  assert.deepEqual(host.questions, []);
  assert.ok(report.checks.every(item => item.id !== 'tls.witness'));
});

test('several kernels: the current one first, then those with the SDK; others do not matter', () => {
  const answer = { python: '3.11.7', openssl: 'OpenSSL 3.0.19', urllib3: '2', requests: '2', dxf: null, kaptain: null };
  const reply = (changes: object) => ({ fault: null, answer: { ...answer, ...changes } }) as const;
  const { interpreters } = chooseInterpreters([
    { name: 'plain', current: false, reply: reply({}) },
    { name: 'sdk', current: false, reply: reply({ kaptain: '1.3.0' }) },
    { name: 'broken', current: false, reply: { fault: 'ended' } },
    { name: 'bare', current: false, reply: reply({ requests: null }) },
    { name: 'mine', current: true, reply: reply({}) }
  ]);
  assert.deepEqual(
    interpreters.map(({ name, number }) => [name, number]),
    [
      ['mine', 4],
      ['sdk', 1]
    ]
  );
});
