import assert from 'node:assert/strict';
import { test } from 'node:test';
import { certificatesOf, caOf, measured, trustOf } from './measured.ts';
import { PROFILES } from './profiles.ts';
import { SignatureChecker } from './signature.ts';
import { judgeAll } from './verify.ts';

const VERDICTS = { ok: 'ok', fails: 'fails', depends: 'unknown' } as const;
const NODES = ['go1.19.13', 'go1.22.12', 'go1.23.4', 'go1.26.8'];

test('every measured case is there, with a verdict of every profile', t => {
  assert.equal(measured.length, 132);
  const asMeasured = measured.map(row => {
    const { consumers, profiles } = trustOf(row.name);
    const right = profiles.filter(({ profile, verdict }) => (verdict === 'ok') === row.verdicts[profile]?.ok).length;
    const expected =
      consumers.sdk === VERDICTS[row.expected.sdk] && consumers.builder === VERDICTS[row.expected.builder];
    return { right, whole: expected && right === PROFILES.length };
  });
  const right = asMeasured.reduce((sum, item) => sum + item.right, 0);
  const whole = asMeasured.filter(item => item.whole).length;
  t.diagnostic(
    `${whole} of ${measured.length} cases, ${right} of ${measured.length * PROFILES.length} verdicts as measured`
  );
  assert.equal(right, 132 * 11);
});

for (const row of measured) {
  test(`${row.name}: every Python and Go as measured`, () => {
    const verdicts = judgeAll({
      chain: certificatesOf(row.servedChain),
      ca: caOf(row),
      host: row.host,
      at: Date.parse(row.validAt),
      system: [],
      withoutProvider: false,
      signatures: new SignatureChecker()
    });
    const wanted = (name: string): string => (row.verdicts[name]?.ok === true ? 'ok' : 'fails');
    // What was refused stands in the message when a verdict differs.
    assert.deepEqual(
      verdicts.map(({ profile, verdict, refusals }) => [profile, verdict, verdict === wanted(profile) ? [] : refusals]),
      PROFILES.map(({ name }) => [name, wanted(name), []])
    );
  });

  test(`${row.name}: consumers as expected`, () => {
    const { consumers, profiles, causes } = trustOf(row.name);
    assert.equal(consumers.sdk, VERDICTS[row.expected.sdk]);
    assert.equal(consumers.builder, VERDICTS[row.expected.builder]);
    assert.equal(consumers.nodes, 'unknown');
    const nodes = new Set(profiles.filter(({ profile }) => NODES.includes(profile)).map(({ verdict }) => verdict));
    assert.equal(nodes.size === 1 ? [...nodes][0] : 'depends', row.expected.nodes);
    // A verdict has a cause, and a cause has somebody who refuses.
    assert.equal(
      causes.length > 0,
      profiles.some(({ verdict }) => verdict === 'fails')
    );
    assert.ok(causes.every(cause => cause.profiles.length > 0));
  });
}
