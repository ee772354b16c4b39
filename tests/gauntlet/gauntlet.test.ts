import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { catalogue } from '../../src/common/catalogue/index.ts';
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
    const { result, registry, exits, secrets } = await play(scenario);
    const { report } = result;
    report.findings.forEach(item => raised.add(item.code));
    const standing = report.findings.filter(item => item.severity !== 'info');
    const summary = standing.map(item => `${item.code}${item.rootCause ? ' (root)' : ''}`).join(', ');

    assert.ok(validate(report), JSON.stringify(validate.errors?.slice(0, 3)));
    if (scenario.first === null) {
      assert.equal(summary, '', 'healthy means silent');
      assert.equal(report.verdict, 'ok');
    } else {
      assert.equal(
        standing[0]?.code ?? report.findings[0]?.code,
        scenario.first,
        `the first cause; standing: ${summary}`
      );
    }
    for (const code of scenario.also ?? []) {
      assert.ok(
        report.findings.some(item => item.code === code),
        `${code} stands; standing: ${summary}`
      );
    }
    for (const [consumer, verdict] of Object.entries(scenario.consumers ?? {})) {
      assert.equal(report.registries[0]?.consumers[consumer as 'sdk'], verdict, `${consumer}; standing: ${summary}`);
    }
    if (scenario.logins !== undefined) {
      assert.ok(registry.logins <= scenario.logins, `${registry.logins} logins were sent`);
    }
    assert.ok(
      report.checks.every(item => item.outcome !== 'crashed'),
      `crashed: ${summary}`
    );
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
