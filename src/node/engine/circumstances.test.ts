import assert from 'node:assert/strict';
import { test } from 'node:test';
import { catalogue, type Code } from '../../common/catalogue/index.ts';
import type { Circumstance, CodeEntry } from '../../common/catalogue/types.ts';
import { layOver, textsOfEntry, withRegistry } from '../../common/finding.ts';

const entries = Object.entries(catalogue as Record<Code, CodeEntry>);

/** Everything that a run can know at once. */
const SITUATIONS: Circumstance[][] = (['ca-file-own', 'ca-file-mounted'] as const).flatMap(ca =>
  (['docker-config-own', 'docker-config-mounted'] as const).flatMap((config): Circumstance[][] => [
    [ca, config],
    [ca, config, 'ca-not-sent']
  ])
);

test('whatever is known, an error or a warning keeps a step', () => {
  for (const [code, entry] of entries) {
    for (const variant of [undefined, ...Object.keys(entry.variants ?? {})]) {
      const wording = layOver(entry, variant);
      for (const circumstances of SITUATIONS) {
        const { fix } = textsOfEntry(wording, {}, text => text, { circumstances, registry: null });
        assert.ok(wording.severity === 'info' || fix.length > 0, `${code} ${variant ?? ''} ${circumstances.join()}`);
      }
    }
  }
});

test('where the registry does not send its CA, no step fetches it from there', () => {
  for (const [code, entry] of entries) {
    for (const variant of [undefined, ...Object.keys(entry.variants ?? {})]) {
      const { fix } = textsOfEntry(layOver(entry, variant), {}, text => text, {
        circumstances: ['ca-not-sent'],
        registry: null
      });
      for (const { command = '' } of fix) {
        assert.ok(!/^kaptain-registry ca /.test(command) || command.includes('--from FILE'), `${code}: ${command}`);
      }
    }
  }
});

test('a file of your own gets no Secret, a mounted one is not written', () => {
  for (const [code, entry] of entries) {
    for (const variant of [undefined, ...Object.keys(entry.variants ?? {})]) {
      const commands = (circumstances: Circumstance[]): string =>
        textsOfEntry(layOver(entry, variant), {}, text => text, { circumstances, registry: null })
          .fix.map(step => step.command ?? '')
          .join('\n');
      assert.doesNotMatch(commands(['ca-file-mounted', 'docker-config-mounted']), /(?:^|\n)(?:mv|cp) /, code);
      assert.doesNotMatch(commands(['ca-file-own', 'docker-config-own']), /"\$HOME\/\S+ --dry-run/, code);
    }
  }
});

test('a file that was named is neither moved nor written over: another one is chosen', () => {
  let seen = 0;
  for (const [code, entry] of entries) {
    for (const variant of [undefined, ...Object.keys(entry.variants ?? {})]) {
      const stepsIn = (circumstances: Circumstance[]): string =>
        textsOfEntry(layOver(entry, variant), {}, text => text, { circumstances, registry: null })
          .fix.map(step => `${step.text} ${step.command ?? ''}`)
          .join('\n');
      for (const kind of ['ca-file', 'docker-config'] as const) {
        const own = stepsIn([`${kind}-own`]);
        const chosen = stepsIn([`${kind}-own`, `${kind}-chosen`]);
        assert.doesNotMatch(own, /Choose another file/, code);
        if (/ mv /.test(own) && !/ mv /.test(chosen)) {
          seen += 1;
          assert.match(chosen, /Choose another file/, code);
          assert.doesNotMatch(chosen, /--to-file/, code);
        }
      }
    }
  }
  assert.ok(seen > 10, String(seen));
});

test('no command looks for its files in the folder where it happens to run', () => {
  for (const [code, entry] of entries) {
    for (const step of [entry, ...Object.values(entry.variants ?? {})].flatMap(wording => wording.fix ?? [])) {
      assert.doesNotMatch(step.command ?? '', /(?:[ =<>])(?:certificate\.crt|config\.json|\.\/\S+)(?: |$)/, code);
    }
  }
});

test('the registry stands in our own commands, as a word for the shell', () => {
  assert.equal(
    withRegistry('kaptain-registry login HOST --to-file x', 'r.test:5000'),
    'kaptain-registry login r.test:5000 --to-file x'
  );
  assert.equal(withRegistry('kaptain-registry login HOST', '[::1]:5000'), "kaptain-registry login '[::1]:5000'");
  assert.equal(withRegistry('kaptain-registry login HOST', null), 'kaptain-registry login HOST');
  assert.equal(withRegistry('curl HOST', 'r.test'), 'curl HOST');
});
