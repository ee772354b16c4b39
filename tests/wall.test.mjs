// The wall between browser and Node: an import across it must fail the build.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { globSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const made = [];

/** Type-checks one project with a file added to it; gives the compiler's output. */
function buildWith(project, file, text) {
  const path = join(root, 'src', file);
  made.push(path);
  writeFileSync(path, text);
  const built = spawnSync('npx', ['tsc', '-b', `src/${project}`], { cwd: root, encoding: 'utf8' });
  rmSync(path);
  // A compiler that followed the import has written its output beside the source on the other side.
  for (const output of globSync('src/**/{version,tokens}.{js,js.map,d.ts}', { cwd: root })) {
    rmSync(join(root, output));
  }
  return { status: built.status, output: built.stdout };
}

after(() => {
  for (const path of made) {
    rmSync(path, { force: true });
  }
  assert.equal(spawnSync('npx', ['tsc', '-b'], { cwd: root }).status, 0, 'the project itself builds');
});

const crossings = [
  [
    'lab',
    'lab/wall.crossing.ts',
    "export { VERSION } from '../node/version.ts';\n",
    /not listed within the file list of project|rootDir/
  ],
  [
    'lab',
    'lab/wall.crossing.ts',
    "import { readFileSync } from 'node:fs';\nexport const read = readFileSync;\n",
    /Cannot find module 'node:fs'|Cannot find name/
  ],
  [
    'node',
    'node/wall.crossing.ts',
    "export { IRegistryChecks } from '../lab/tokens.ts';\n",
    /not listed within the file list of project/
  ],
  ['node', 'node/wall.crossing.ts', 'export const here = document.title;\n', /Cannot find name 'document'/],
  [
    'common',
    'common/wall.crossing.ts',
    "export { VERSION } from '../node/version.ts';\n",
    /not under 'rootDir'|not listed within the file list/
  ],
  ['common', 'common/wall.crossing.ts', "export { readFileSync } from 'node:fs';\n", /Cannot find module 'node:fs'/]
];

for (const [project, file, text, message] of crossings) {
  test(`${project}: ${text.split('\n')[0]}`, () => {
    const { status, output } = buildWith(project, file, text);
    assert.notEqual(status, 0, 'the build fails');
    assert.match(output, message);
  });
}
