/** Help and errors fit the terminal. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { UsageError } from '../../src/node/cli/args/grammar.ts';
import { parseArguments } from '../../src/node/cli/arguments.ts';
import { HELP } from '../../src/node/cli/help.ts';
import { helpText } from '../../src/node/cli/helpText.ts';
import { usageText } from '../../src/node/cli/style.ts';
import { command } from './command.ts';

/** Words that are longer than what is left of the line stay whole, so that they can be copied. */
function tooLong(text: string, width: number): string[] {
  return text.split('\n').filter(line => line.length > width && line.trim().includes(' '));
}

for (const [name, help] of Object.entries(HELP)) {
  for (const width of [40, 80, 100]) {
    test(`help of "${name}" fits ${width} columns and says the same`, () => {
      const text = helpText(help, width);
      assert.deepEqual(tooLong(text, width), []);
      const words = (value: string): string => value.split(/\s+/).join(' ');
      assert.equal(words(text), words(helpText(help, 1000)));
      for (const [option] of help.options ?? []) {
        assert.ok(words(text).includes(option), option);
      }
    });
  }
}

const WRONG = [
  ['chekc'],
  ['check', '--ofline'],
  ['check', 'https://registry.test/v2/'],
  ['check', '--resolve', 'registry.test:5000'],
  ['login', 'registry.test', '--password', 'x'],
  ['ca', 'registry.test', '--accept', 'abc'],
  ['check', '--builder']
];

test('an error fits the terminal, and is one line elsewhere', () => {
  for (const argv of WRONG) {
    assert.throws(
      () => parseArguments(argv),
      (error: unknown) => {
        assert.ok(error instanceof UsageError);
        for (const columns of [40, 80]) {
          assert.deepEqual(tooLong(usageText(error.message, { isTTY: true, columns }), columns), []);
        }
        assert.equal(usageText(error.message, {}), `kaptain-registry: ${error.message}\n`);
        return true;
      }
    );
  }
});

test('without a terminal help has 80 columns', async () => {
  const { out } = await command(['check', '--help']);
  assert.equal(out, helpText(HELP['check'] ?? { about: '', usage: [] }, 80));
});

test('a closed port is one row for all that waits for it, and every count has a name', async () => {
  const { out } = await command(['check', 'localhost:1', '--no-python', '--no-cluster']);
  assert.equal(out.match(/wait for Port open|waits for Port open/g)?.length, 1, out);
  assert.match(out, /^ {2}– \d+ checks wait for Port open$/m);
  assert.match(out, /^Checks: \d+ passed, \d+ problems?, \d+ unclear, \d+ not run, in \d/m);
});
