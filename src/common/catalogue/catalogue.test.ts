import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ArgType } from '../args.ts';
import { cfg } from './cfg.ts';
import { crt } from './crt.ts';
import { fil } from './fil.ts';
import { catalogue } from './index.ts';
import { int } from './int.ts';
import { net } from './net.ts';
import { reg } from './reg.ts';
import { sdk } from './sdk.ts';
import { tls } from './tls.ts';
import type { CodeEntry, Variant } from './types.ts';

const areas = { FIL: fil, CFG: cfg, CRT: crt, NET: net, TLS: tls, REG: reg, SDK: sdk, INT: int };
const entries: [string, CodeEntry][] = Object.entries(catalogue);
const ARG_TYPES: readonly ArgType[] = [
  'host',
  'hosts',
  'path',
  'date',
  'errorClass',
  'object',
  'objects',
  'entry',
  'subject',
  'fingerprint',
  'word',
  'integer'
];

/** The entry itself and each of its variants laid over it. */
function wordings(entry: CodeEntry): (CodeEntry & Variant)[] {
  return [entry, ...Object.values(entry.variants ?? {}).map(variant => ({ ...entry, ...variant }))];
}

test('every code is unique and stands in its area', () => {
  const sum = Object.values(areas).reduce((count, area) => count + Object.keys(area).length, 0);
  assert.equal(entries.length, sum);
  for (const [area, codes] of Object.entries(areas)) {
    for (const code of Object.keys(codes)) {
      assert.match(code, new RegExp(`^KR-${area}-\\d{3}$`));
    }
  }
});

for (const [code, entry] of entries) {
  test(`${code} is complete`, () => {
    for (const wording of wordings(entry)) {
      assert.ok(wording.title.length > 5 && !wording.title.endsWith('.'), `title: ${wording.title}`);
      assert.ok(
        wording.short.length > 2 && wording.short.length <= 60 && !wording.short.endsWith('.'),
        `short: ${wording.short}`
      );
      assert.match(wording.explanation, /[.?:)]$/, 'explanation is a sentence');
      assert.ok(['error', 'warning', 'info'].includes(wording.severity));
      if (wording.severity !== 'info') {
        assert.ok(wording.fix.length > 0, 'an error or a warning has a next step');
      }
      for (const step of wording.fix) {
        assert.match(step.text, /[.:]$/, `step is a sentence: ${step.text}`);
        assert.ok(['you', 'cluster-admin', 'registry-owner'].includes(step.by));
      }
      const texts = [
        wording.title,
        wording.short,
        wording.explanation,
        ...wording.fix.flatMap(step => [step.text, step.command ?? ''])
      ];
      for (const [, name = ''] of texts.join(' ').matchAll(/\{([a-zA-Z]\w*)\}/g)) {
        assert.ok(Object.hasOwn(entry.args, name), `{${name}} is an argument`);
      }
    }
    for (const type of Object.values(entry.args)) {
      assert.ok(ARG_TYPES.includes(type));
    }
    for (const other of entry.explainedBy) {
      assert.ok(Object.hasOwn(catalogue, other), `${other} exists`);
      assert.notEqual(other, code);
    }
  });
}

test('no chain of explanations comes back to where it began', () => {
  const visit = (code: string, path: readonly string[]): void => {
    assert.ok(!path.includes(code), `circle: ${[...path, code].join(' < ')}`);
    for (const other of (catalogue as Record<string, CodeEntry>)[code]?.explainedBy ?? []) {
      visit(other, [...path, code]);
    }
  };
  for (const [code] of entries) {
    visit(code, []);
  }
});

test('no step has a person write a password into a command', () => {
  for (const [code, entry] of entries) {
    for (const step of wordings(entry).flatMap(wording => wording.fix)) {
      assert.doesNotMatch(step.command ?? '', /(printf|echo)\b.*password/, `${code}: ${step.command ?? ''}`);
    }
  }
});

test('no text offers a command that is not built', () => {
  for (const [code, entry] of entries) {
    for (const wording of wordings(entry)) {
      const texts = [wording.explanation, ...wording.fix.flatMap(step => [step.text, step.command ?? ''])].join(' ');
      assert.doesNotMatch(texts, /kaptain-registry audit\b/, code);
    }
  }
});
