import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { commandLine, shellWord } from './shell.ts';

/** The words of a command line, as a shell reads them. */
function wordsOf(shell: string, line: string): string[] {
  const printed = execFileSync(shell, ['-c', `printf '%s\\0' ${line}`], { encoding: 'utf8' });
  return printed.split('\0').slice(0, -1);
}

const VALUES = [
  'registry.corp.test:5000',
  '',
  ' ',
  'a b',
  "it's",
  '$(touch /tmp/x) `id` $HOME ${x} \\ "q" !! ; & | > < * ? [a] {a,b} ~ # %s %%',
  '~root',
  '-n',
  '--accept',
  '--',
  '=x',
  'a\u202eb',
  "it's \u202e %s \\n !x",
  'tab\tescape\u001b[31m bell\u0007',
  'line\nbreak',
  'ä\u200bö 日本 \u{e0041}',
  '\u2028\u2029\u061c\u200e\u200f\u2066\u2069'
];

for (const shell of ['bash', 'sh']) {
  test(`${shell} reads every value back as it was`, () => {
    assert.deepEqual(wordsOf(shell, VALUES.map(shellWord).join(' ')), VALUES);
  });
}

test('a line break at the end stays in bash', () => {
  assert.deepEqual(wordsOf('bash', shellWord('a\n')), ['a\n']);
});

test('what is printed holds no hidden character', () => {
  for (const value of VALUES) {
    assert.doesNotMatch(shellWord(value), /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
  }
});

test('a value that begins with a hyphen stands behind --, other lines have none', () => {
  assert.equal(
    commandLine('x ca', ['--to-file', '/a b'], ['my.registry:5000']),
    "x ca my.registry:5000 --to-file '/a b'"
  );
  assert.equal(commandLine('x ca', ['--to-file', '-'], ['--accept']), 'x ca --to-file - -- --accept');
});
