// The wall between browser and Node: an import across it must fail the build.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compile } from './contracts/overlay.mjs';

/** @type {['common' | 'node' | 'lab', string, RegExp][]} */
const CROSSINGS = [
  ['lab', "export { VERSION } from '../node/version.ts';\n", /not listed within the file list of project/],
  [
    'lab',
    "import { readFileSync } from 'node:fs';\nexport const read = readFileSync;\n",
    /Cannot find module 'node:fs'|Cannot find name/
  ],
  ['node', "export { IRegistryChecks } from '../lab/tokens.ts';\n", /not listed within the file list of project/],
  ['node', 'export const here = document.title;\n', /Cannot find name 'document'/],
  ['common', "export { VERSION } from '../node/version.ts';\n", /not under 'rootDir'|not listed within the file list/],
  ['common', "export { readFileSync } from 'node:fs';\n", /Cannot find module 'node:fs'/]
];

for (const [project, text, message] of CROSSINGS) {
  test(`${project}: ${text.split('\n')[0]}`, () => {
    assert.match(compile(project, { [`${project}/crossing.ts`]: text }).join('\n'), message);
  });
}

for (const project of /** @type {const} */ (['common', 'node', 'lab'])) {
  test(`${project}: a file that crosses nothing is taken`, () => {
    assert.deepEqual(compile(project, { [`${project}/crossing.ts`]: 'export const here = 1;\n' }), []);
  });
}
