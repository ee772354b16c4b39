import assert from 'node:assert/strict';
import { test } from 'node:test';
import { classify } from '../../src/common/log/classify.ts';
import type { Classification, Speaker } from '../../src/common/log/types.ts';
import { recorded, type Recorded } from './fixtures.ts';

const texts = recorded();

const SPEAKERS: readonly [program: string, speaker: Speaker][] = [
  ['crane', 'program'],
  ['curl', 'program'],
  ['python-dxf', 'sdk'],
  ['stand-in', 'sdk'],
  ['coloured', 'sdk'],
  ['containerd', 'nodes']
];

function speakerOf({ program }: Recorded): Speaker | undefined {
  return SPEAKERS.find(([name]) => program.startsWith(name))?.[1];
}

/** Scenarios in whose report nothing stands that the text can mean, although something stands. */
function lies({ scenarios }: Recorded, said: Classification): string[] {
  const named = said.candidates.map(({ code }) => String(code));
  // What only the machines know cannot stand in a report.
  const beyond = said.consumer === 'nodes' && said.candidates.some(({ code }) => code === null);
  return Object.entries(scenarios)
    .filter(([, codes]) => codes.length > 0 && !beyond && !codes.some(code => named.includes(code)))
    .map(([name]) => name);
}

test('what real programs said: the cause that stood in the report is among those that are told, or nothing is told', context => {
  const counts = { one: 0, listed: 0, unknown: 0 };
  const wrong: string[] = [];
  for (const item of texts) {
    const said = classify(item.text);
    counts[said.kind] += 1;
    if (said.kind === 'unknown') {
      continue;
    }
    const where = lies(item, said);
    if (where.length > 0 || said.consumer !== speakerOf(item)) {
      wrong.push(`${item.program}, ${said.consumer} ${said.cause}: ${where.join(' ')}`);
    }
  }
  context.diagnostic(`one ${counts.one}, listed ${counts.listed}, unknown ${counts.unknown}, wrong ${wrong.length}`);
  assert.deepEqual(wrong, []);
  assert.ok(counts.one + counts.listed > 150);
});

test('a notebook that is opened later says the same: its outputs are errors with tracebacks, or streams', () => {
  for (const { text, program } of texts.filter(item => item.program.includes('IPython'))) {
    const lines = text.split(/(?<=\n)/);
    for (const output of [
      { output_type: 'stream', name: 'stdout', text: lines },
      { output_type: 'error', ename: 'E', evalue: 'e', traceback: text.split('\n\n') }
    ]) {
      const notebook = { cells: [{ cell_type: 'code', source: ['model.build()'], outputs: [output] }], nbformat: 4 };
      const said = classify(JSON.stringify(notebook, null, 1));
      const plain = classify(text);
      assert.deepEqual([said.consumer, said.cause, said.hosts], [plain.consumer, plain.cause, plain.hosts], program);
    }
  }
});

test('nothing of a text gets out but registries and images', () => {
  for (const { text } of texts) {
    const { hosts, images, ...rest } = classify(text);
    assert.doesNotMatch(JSON.stringify(rest), /registry\.test|issued-token|\/home\//);
    assert.ok(hosts.every(host => /^[\w.:[\]-]+$/.test(host)) && images.every(image => /^[\w./:@-]+$/.test(image)));
  }
});
