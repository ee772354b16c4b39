import assert from 'node:assert/strict';
import { test } from 'node:test';
import { classify } from '../../src/common/log/classify.ts';
import { explain } from '../../src/common/log/explanation.ts';
import type { Report } from '../../src/common/report.ts';
import { play } from '../gauntlet/play.ts';
import { scenarios } from '../gauntlet/scenarios.ts';
import { recorded } from './fixtures.ts';

/** Texts of programs that use the two files of the notebook, by scenario. */
const texts = recorded().filter(({ program }) => !/^(?:curl|coloured|containerd)/.test(program));

/** Two faults at once, of which the text is about the second. */
const SECOND: Readonly<Record<string, string>> = { 'fil/both-missing': 'KR-FIL-008' };

/** Ports of the recorded texts: the first is that of the registry. */
function asRecorded(report: Report, port: number): Report {
  return JSON.parse(JSON.stringify(report).replaceAll(`:${port}`, ':5000')) as Report;
}

test('what real programs said, joined with the report of the same situation: its first cause, or none', async context => {
  const counts: Record<string, number> = {};
  const wrong: string[] = [];
  for (const [name, scenario] of await scenarios()) {
    const said = texts.filter(item => name in item.scenarios);
    if (scenario.first === null || said.length === 0) {
      continue;
    }
    const { result, registry } = await play(scenario);
    const report = asRecorded(result.report, registry.port);
    for (const { program, text } of said) {
      const { state, finding } = explain(classify(text), report);
      counts[state] = (counts[state] ?? 0) + 1;
      const expected: readonly unknown[] = [scenario.first, SECOND[name]];
      if (state === 'joined' && !expected.includes(finding?.code)) {
        wrong.push(`${name}, ${program}: ${finding?.code ?? 'no finding'} instead of ${scenario.first}`);
      }
    }
  }
  context.diagnostic(
    Object.entries(counts)
      .map(([state, count]) => `${state} ${count}`)
      .join(', ')
  );
  assert.deepEqual(wrong, []);
  assert.ok((counts.joined ?? 0) > 700);
  // Which cause it is can be said wherever the text is known.
  assert.deepEqual([counts.open, counts.left, counts.gone], [undefined, undefined, undefined]);
});
