/** Sizes, the sidecar's first answer, its memory, import times: the budgets that need no registry. */
import { spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { startSidecar } from './child.mjs';
import { range } from './statistics.mjs';

const root = resolve(import.meta.dirname, '../..');
const RUNS = 15;

function importTime(module) {
  const done = spawnSync('python', ['-X', 'importtime', '-c', `import ${module}`], { cwd: '/', encoding: 'utf8' });
  const line = done.stderr.split('\n').findLast(text => text.trimEnd().endsWith(`| ${module}`)) ?? '';
  return Number(line.split('|')[1] ?? 0) / 1000;
}

/** Prints one line per figure, each with its budget. */
export async function printSizes() {
  const home = mkdtempSync(join(tmpdir(), 'bench-home-'));
  const firstAnswers = [];
  const firstReports = [];
  let resident = 0;
  for (let run = 0; run < RUNS; run += 1) {
    const sidecar = await startSidecar({ HOME: home });
    firstAnswers.push(sidecar.firstAnswerMs);
    await sidecar.run();
    firstReports.push(performance.now() - sidecar.began);
    resident = Math.max(resident, sidecar.memory('VmRSS'));
    await sidecar.end();
  }
  rmSync(home, { recursive: true });

  const pattern = 'jupyterlab_kaptain_registry/labextension/static/**/*.js';
  const files = globSync(pattern, { cwd: root }).map(path => readFileSync(join(root, path)));
  const bytes = files.reduce((sum, file) => sum + file.length, 0);
  const zipped = files.reduce((sum, file) => sum + gzipSync(file).length, 0);
  const wheel = globSync('dist/*.whl', { cwd: root }).map(path => readFileSync(join(root, path)).length)[0] ?? 0;

  console.log(
    [
      `sidecar, first answer: ${range(firstAnswers)} ms over ${RUNS} starts (budget 150)`,
      `sidecar, first report: ${range(firstReports)} ms from the spawn, files only (budget 300)`,
      `sidecar, resident after a run of files: ${resident.toFixed(0)} MB at most (budget 80)`,
      `labextension: ${(bytes / 1000).toFixed(0)} kB, ${(zipped / 1000).toFixed(0)} kB compressed (budget 150 kB transferred)`,
      `wheel: ${(wheel / 1000).toFixed(0)} kB`,
      `import of the Python package: ${importTime('jupyterlab_kaptain_registry').toFixed(1)} ms (budget 50)`
    ].join('\n')
  );
}
