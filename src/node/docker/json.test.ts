import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readJson, type JsonFault } from './json.ts';

describe('what is no JSON ends in a kind of fault and its place', () => {
  const rows: [text: string, fault: JsonFault, line: number, column: number][] = [
    ['{"a": 1', 'truncated', 1, 8],
    ['{"a": "b', 'truncated', 1, 9],
    ['{"a": "\\', 'truncated', 1, 9],
    ['{"a": "\\u12', 'truncated', 1, 9],
    ['{"a":\n', 'truncated', 2, 1],
    ['[1, 2', 'truncated', 1, 6],
    ['{"a": 1,}', 'comma', 1, 9],
    ['{"a": [1,\n ]}', 'comma', 2, 2],
    ["{'a': 1}", 'quotes', 1, 2],
    ['{\u201Ca\u201D: 1}', 'quotes', 1, 2],
    ['// c\n{}', 'comment', 1, 1],
    ['{\n# c\n}', 'comment', 2, 1],
    ['{ /* c */ }', 'comment', 1, 3],
    ['{"a": "b\nc"}', 'line-break', 1, 9],
    ['{"a": "b\rc"}', 'line-break', 1, 9],
    ['{"a": "b\tc"}', 'other', 1, 9],
    ['{"a": "\\q"}', 'other', 1, 9],
    ['{"a": "\\u12zz"}', 'other', 1, 9],
    ['{"a" 1}', 'other', 1, 6],
    ['{"a": 1 "b": 2}', 'other', 1, 9],
    ['{"a": 01}', 'other', 1, 8],
    ['{"a": .5}', 'other', 1, 7],
    ['{"a": NaN}', 'other', 1, 7],
    ['auths:', 'other', 1, 1],
    ['\uFEFF{}', 'other', 1, 1],
    ['', 'truncated', 1, 1]
  ];
  for (const [text, fault, line, column] of rows) {
    test(JSON.stringify(text), () => {
      assert.deepEqual(readJson(text), { ok: false, fault, line, column });
    });
  }
});

describe('what is JSON comes out as a tree', () => {
  test('places, duplicates and escapes', () => {
    const result = readJson('{"a": "x\\n\\u00e4\\"",\n  "a": [true, null, -1.5e3, {}]}');
    assert.ok(result.ok && result.root.type === 'object');
    const [first, second] = result.root.members;
    assert.deepEqual(first?.value, { line: 1, column: 7, type: 'string', value: 'x\nä"' });
    assert.deepEqual(second?.at, { line: 2, column: 3 });
    assert.ok(second.value.type === 'array');
    assert.deepEqual(
      second.value.items.map(item => item.type),
      ['boolean', 'null', 'number', 'object']
    );
  });

  test('the same as JSON.parse for what that accepts', () => {
    for (const text of [
      '{}',
      '[]',
      '"a"',
      '0',
      '-0.1E+2',
      'true',
      ' null ',
      '{"a":{"b":[1,2]}}',
      '"\\u0041\\/\\b\\f\\n\\r\\t"'
    ]) {
      assert.doesNotThrow(() => JSON.parse(text));
      assert.equal(readJson(text).ok, true, text);
    }
  });

  test('text after the value is told apart from blanks', () => {
    const place = (text: string): unknown => {
      const result = readJson(text);
      return result.ok ? result.trailing : 'no JSON';
    };
    assert.equal(place('{} \r\n\t'), null);
    assert.deepEqual(place('{}\nEOF'), { line: 2, column: 1 });
    assert.deepEqual(place('{}\0'), { line: 1, column: 3 });
  });
});

test('depth is limited', () => {
  const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
  assert.equal(readJson(nested(256)).ok, true);
  assert.deepEqual(readJson(nested(60_000)), { ok: false, fault: 'too-deep', line: 1, column: 257 });
});
