import assert from 'node:assert/strict';
import { test } from 'node:test';
import { restored, visible, visibleData, visibleJson, visibleLines, visibleYaml } from './visible.ts';

/** What steers a terminal or page, changes the order of letters, or is drawn as nothing. */
const HIDDEN = [
  ...Array.from({ length: 0x20 }, (_, code) => code),
  ...Array.from({ length: 0x21 }, (_, code) => 0x7f + code),
  ...[0xad, 0x34f, 0x61c, 0x180e, 0x3164, 0xfe0f, 0xfeff, 0xfff9, 0xe000, 0xfdd0, 0xd800, 0xdfff],
  ...Array.from({ length: 0x10 }, (_, code) => 0x200b + code).filter(code => code < 0x2010),
  ...Array.from({ length: 7 }, (_, code) => 0x2028 + code),
  ...Array.from({ length: 0x10 }, (_, code) => 0x2060 + code),
  ...[0xe0001, 0xe0041, 0x1d173, 0x10ffff]
].map(code => String.fromCodePoint(code));

test('each of them is written as its number, and nothing else is', () => {
  for (const character of HIDDEN) {
    const text = visible(`a${character}b`);
    assert.match(text, /^a\\u(?:[0-9a-f]{4}|\{[0-9a-f]{5,6}\})b$/, JSON.stringify(character));
  }
  for (const text of ['plain', 'Größe 日本語 🙂 é ñ', '\\ \\n \\u \\uxyz "quoted" <b>']) {
    assert.equal(visible(text), text);
  }
});

test('a text can be told from one that looks like it, and comes back as it was', () => {
  for (const text of ['a\u202eb', 'a\\u202eb', 'a\\u005cu202eb', '\\\u001b', '\\u{e0041}\u{e0041}', HIDDEN.join('x')]) {
    assert.equal(restored(visible(text)), text);
  }
  assert.notEqual(visible('\u202e'), visible('\\u202e'));
});

test('data: every text, at any depth, and again without a change', () => {
  const data = { name: ['\u001b[2J', { deep: 'a\nb', count: 1, none: null }], yes: true };
  const shown = visibleData(data);
  assert.deepEqual(shown, { name: ['\\u001b[2J', { deep: 'a\\u000ab', count: 1, none: null }], yes: true });
  assert.deepEqual(visibleData(shown), shown);
});

test('lines keep their breaks and lose the rest', () => {
  assert.equal(visibleLines('a\r\nb\u001b]0;x\u0007\n'), 'a\\u000d\nb\\u001b]0;x\\u0007\n');
});

test('JSON holds no hidden character and is the same when read', () => {
  const data = { text: HIDDEN.join(''), 'na\u202eme': ['🙂'] };
  const json = visibleJson(data);
  assert.doesNotMatch(json.replaceAll('\n', ''), /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Zl}\p{Zp}]/u);
  assert.deepEqual(JSON.parse(json), data);
});

test('YAML writes what is beyond four digits with eight', () => {
  assert.equal(visibleYaml('a\u202e"\u{e0041}\u001b'), '"a\\u202e\\"\\U000e0041\\u001b"');
});
