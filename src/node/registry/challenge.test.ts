import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chosenChallenge, pythonReads, readChallenges, type Challenge } from './challenge.ts';

function plain(challenges: readonly Challenge[]): unknown[] {
  return challenges.map(({ scheme, parameters }) => [scheme, { ...parameters }]);
}

const good: readonly (readonly [string, readonly string[], readonly unknown[]])[] = [
  ['Basic', ['Basic realm="Registry"'], [['basic', { realm: 'Registry' }]]],
  ['a scheme alone', ['Negotiate'], [['negotiate', {}]]],
  [
    'Bearer with commas inside the quotation marks',
    ['Bearer realm="https://auth.test/token",service="registry.test",scope="repository:a:pull,push"'],
    [['bearer', { realm: 'https://auth.test/token', service: 'registry.test', scope: 'repository:a:pull,push' }]]
  ],
  [
    'any letter case, blanks around =',
    ['bEaReR REALM = "x" , SERVICE\t=\ty'],
    [['bearer', { realm: 'x', service: 'y' }]]
  ],
  [
    'two in one field',
    ['Basic realm="a", Bearer realm="b"'],
    [
      ['basic', { realm: 'a' }],
      ['bearer', { realm: 'b' }]
    ]
  ],
  [
    'two in two fields',
    ['Basic realm="a"', 'Bearer realm="b"'],
    [
      ['basic', { realm: 'a' }],
      ['bearer', { realm: 'b' }]
    ]
  ],
  [
    'schemes without parameters in a list',
    ['Negotiate, NTLM'],
    [
      ['negotiate', {}],
      ['ntlm', {}]
    ]
  ],
  [
    'data of a scheme',
    ['Negotiate YIIB==, Basic realm="a"'],
    [
      ['negotiate', {}],
      ['basic', { realm: 'a' }]
    ]
  ],
  ['escaped characters', ['Basic realm="a\\"b\\\\c"'], [['basic', { realm: 'a"b\\c' }]]],
  ['empty elements', [', ,Basic realm="a",,charset="UTF-8", ,'], [['basic', { realm: 'a', charset: 'UTF-8' }]]],
  ['an empty value', ['Basic realm=""'], [['basic', { realm: '' }]]],
  ['the first of two equal names', ['Basic realm="a", realm="b"'], [['basic', { realm: 'a' }]]]
];

for (const [says, fields, expected] of good) {
  test(`reads ${says}`, () => {
    const read = readChallenges(fields);
    assert.deepEqual(plain(read.challenges), expected);
    assert.equal(read.malformed, false);
  });
}

for (const [says, field] of [
  ['an address without quotation marks', 'Bearer realm=https://auth.test/token,service="x"'],
  ['an open quotation mark', 'Bearer realm="https://auth.test/token'],
  ['no comma between parameters', 'Bearer realm="a" service="b"'],
  ['no scheme', '="a"'],
  ['nothing', ''],
  ['control characters', 'Bearer realm="a\u0001b"'],
  ['more than 8 KiB', `Bearer realm="${'a'.repeat(9000)}"`]
] as const) {
  test(`malformed: ${says}`, () => {
    const read = readChallenges([field]);
    assert.equal(read.malformed, true);
    assert.deepEqual(read.challenges, []);
  });
}

test('a malformed field does not hide a good one', () => {
  const read = readChallenges(['Bearer realm=https://x', 'Basic realm="a"']);
  assert.deepEqual(plain(read.challenges), [['basic', { realm: 'a' }]]);
  assert.equal(read.malformed, true);
});

test('no more than ten are kept', () => {
  assert.equal(readChallenges(['Basic,'.repeat(1000)]).challenges.length, 10);
});

test('Bearer is chosen before Basic, and nothing else', () => {
  const choose = (field: string): string | undefined => chosenChallenge(readChallenges([field]).challenges)?.scheme;
  assert.equal(choose('Negotiate, Basic realm="a", Bearer realm="b"'), 'bearer');
  assert.equal(choose('Negotiate, Basic realm="a"'), 'basic');
  assert.equal(choose('Negotiate, NTLM'), undefined);
});

for (const [fields, reads] of [
  [['Basic realm="Registry"'], true],
  [['Bearer realm="https://auth.test/token",service="x",scope="repository:a:pull,push"'], true],
  [['Negotiate YIIB==', 'Basic realm="a"'], true],
  [['Basic realm="a\\"b\\\\c"'], true],
  [['Basic realm=""'], false],
  [['Basic realm="a"', 'Bearer realm=https://auth.test/token'], false],
  [['Basic realm="a\\b"'], false],
  [['Basic realm="a'], false],
  [['Basic realm=(a)'], false]
] as const) {
  test(`python-dxf ${reads ? 'reads' : 'stops at'} ${fields.join(' and ')}`, () => {
    assert.equal(pythonReads(fields), reads);
  });
}
