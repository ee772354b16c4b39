import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { catalogue } from '../../src/common/catalogue/index.ts';
import { faultsOf, firstText, isNamed } from './judge.ts';
import { play } from './play.ts';
import { scenarios } from './scenarios.ts';

const schema = JSON.parse(
  readFileSync(new URL('../../src/common/report.schema.json', import.meta.url), 'utf8')
) as object;
const validate = new Ajv2020({ allErrors: true }).compile(schema);
const all = await scenarios();
const raised = new Set<string>();

for (const [name, scenario] of all) {
  test(`${name}: ${scenario.says}`, async () => {
    const played = await play(scenario);
    const { result, exits, secrets } = played;
    const { report } = result;
    report.findings.forEach(item => raised.add(item.code));
    assert.ok(validate(report), JSON.stringify(validate.errors?.slice(0, 3)));
    assert.deepEqual(faultsOf(scenario, played), []);
    if (scenario.first !== null) {
      assert.ok(isNamed(scenario, firstText(report)), "the cause is named by the scenario's own rule");
    }
    for (const secret of secrets) {
      assert.ok(!exits.includes(secret), 'no secret in any exit');
    }
    for (const item of report.findings) {
      assert.doesNotMatch(
        `${item.title} ${item.explanation} ${JSON.stringify(item.fix)}`,
        /\{[a-z]\w*\}/i,
        'every place is filled'
      );
    }
  });
}

test('every code of the areas that look outside is raised by a scenario', () => {
  const missing = Object.keys(catalogue).filter(
    code => /^KR-(FIL|CFG|CRT|NET|TLS|REG)-/.test(code) && !raised.has(code)
  );
  assert.deepEqual(missing, []);
});
