import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checks } from '../../src/node/engine/parts.ts';
import { catalogue } from '../../src/common/catalogue/index.ts';
import { classify } from '../../src/common/log/classify.ts';
import { REASONS, type ReasonCode } from '../../src/common/log/reasons.ts';
import { CAUSES, TEXT_GROUPS, type CauseId } from '../../src/common/log/texts.ts';
import type { Cause } from '../../src/common/log/types.ts';
import { fixtures, scoreOf, type Score } from './fixtures.ts';

const causes = Object.entries(CAUSES) as [CauseId, Cause][];

test('every text is classified as expected: none wrong, none missed', context => {
  const scores: Record<Score, string[]> = { right: [], listed: [], unknown: [], missed: [], wrong: [] };
  for (const fixture of fixtures) {
    scores[scoreOf(fixture, classify(fixture.text))].push(fixture.name);
  }
  context.diagnostic(
    Object.entries(scores)
      .map(([score, names]) => `${score} ${names.length}`)
      .join(', ')
  );
  assert.deepEqual({ wrong: scores.wrong, missed: scores.missed }, { wrong: [], missed: [] });
  assert.ok(fixtures.length >= 640 && scores.unknown.length >= 170);
});

test('registries and images are those that the text names', () => {
  for (const { name, text, hosts, images } of fixtures) {
    const said = classify(text);
    assert.deepEqual([hosts ?? said.hosts, images ?? said.images], [said.hosts, said.images], name);
  }
});

test('every cause that a text can have is shown by a text', () => {
  const shown = new Set(fixtures.map(({ cause }) => cause));
  assert.deepEqual(
    causes.map(([id]) => id).filter(id => !shown.has(id)),
    []
  );
});

test('every code of a cause has a check that decides it, of the file that the text is about', () => {
  for (const { name, text } of fixtures) {
    for (const { code, checks: deciding } of classify(text).candidates) {
      assert.equal(deciding.length > 0, code !== null, `${name}: ${code}`);
      assert.ok(!(deciding.includes('fil.config') && deciding.includes('fil.ca')), `${name}: ${code}`);
    }
  }
});

test('a cause says which of the two files it is about wherever a code can be about either', () => {
  for (const [id, { codes, ofCa = false }] of causes) {
    const named: readonly ReasonCode[] = Object.values(codes).flat();
    if (named.some(code => 'ofCa' in REASONS[code])) {
      const certificates = named.some(code => code.startsWith('KR-CRT') || code === 'KR-FIL-008');
      assert.equal(ofCa, certificates || id.startsWith('ca-file'), id);
    }
  }
});

test('the checks of a code are those that raise it', () => {
  for (const code of Object.keys(REASONS) as ReasonCode[]) {
    const raising = checks.filter(({ emits }) => emits.includes(code)).map(({ id }) => id);
    // A check of the notebook is made in the browser.
    assert.deepEqual([...REASONS[code].checks].sort(), code.startsWith('KR-SDK') ? ['sdk.package'] : raising.sort());
  }
});

test('every problem that a check can find is a cause that a text can have, but those of this tool itself', () => {
  const problems = Object.entries(catalogue).filter(([, { severity }]) => severity === 'error');
  const silent = problems.map(([code]) => code).filter(code => !(code in REASONS) && !code.startsWith('KR-INT'));
  assert.deepEqual(silent, []);
  const told = new Set<string>(causes.flatMap(([, { codes }]) => Object.values(codes).flat()));
  assert.deepEqual(
    Object.keys(REASONS).filter(code => !told.has(code)),
    []
  );
});

test('every cause says what to do: a check decides, or a step is named', () => {
  for (const [id, { elsewhere, codes, also }] of causes) {
    const named = Object.values(codes).flat();
    assert.ok(named.length > 0 || elsewhere !== undefined, id);
    assert.ok([...named, ...Object.values(also ?? {}).flat()].length > 0, id);
  }
});

test('words to look for are ASCII or nothing at all: the scanner reads them in one pass', () => {
  for (const { find } of TEXT_GROUPS.flatMap(({ texts }) => texts)) {
    assert.match(find, /^[\x20-\x7e]+$/);
  }
});
