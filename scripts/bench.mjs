// Prints the figures of the budgets that need no network: sizes, the sidecar's first answer, its memory, import times.
// Figures, not assertions: compare runs of the same machine only.
import { spawn, spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const sidecar = join(root, 'jupyterlab_kaptain_registry', 'sidecar', 'sidecar.mjs');
const RUNS = 15;

const median = values => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const range = values =>
  `${median(values).toFixed(0)} (${Math.min(...values).toFixed(0)} to ${Math.max(...values).toFixed(0)})`;

/** Starts a sidecar as the server half does; gives a function that asks and one that ends it. */
function start(home) {
  const child = spawn(
    join(root, '.venv', 'bin', 'node'),
    ['--permission', '--allow-fs-read=*', '--max-old-space-size=192', sidecar],
    {
      cwd: '/',
      env: {},
      stdio: ['pipe', 'pipe', 'ignore']
    }
  );
  const waiting = new Map();
  createInterface({ input: child.stdout }).on('line', line => {
    const message = JSON.parse(line);
    waiting.get(message.id)?.(message);
  });
  let id = 0;
  const ask = (method, params) =>
    new Promise(done => {
      id += 1;
      waiting.set(id, done);
      child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', id, method, params })}\n`);
    });
  return { child, ask, environment: { HOME: home } };
}

const home = mkdtempSync(join(tmpdir(), 'bench-'));
const firstAnswers = [];
const firstReports = [];
let resident = 0;
for (let run = 0; run < RUNS; run += 1) {
  const began = performance.now();
  const { child, ask, environment } = start(home);
  await ask('initialize', { protocol: 1, environment });
  firstAnswers.push(performance.now() - began);
  await ask('run', { id: `bench-${run}` });
  firstReports.push(performance.now() - began);
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
  resident = Math.max(resident, Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
  child.stdin.end();
  await new Promise(done => child.on('exit', done));
}
rmSync(home, { recursive: true });

const files = globSync('jupyterlab_kaptain_registry/labextension/static/**/*.js', { cwd: root }).map(path =>
  readFileSync(join(root, path))
);
const bytes = files.reduce((sum, file) => sum + file.length, 0);
const zipped = files.reduce((sum, file) => sum + gzipSync(file).length, 0);
const wheel = globSync('dist/*.whl', { cwd: root }).map(path => readFileSync(join(root, path)).length)[0] ?? 0;

function importTime(module) {
  const done = spawnSync('python', ['-X', 'importtime', '-c', `import ${module}`], { cwd: '/', encoding: 'utf8' });
  const line = done.stderr.split('\n').findLast(text => text.trimEnd().endsWith(`| ${module}`)) ?? '';
  return Number(line.split('|')[1] ?? 0) / 1000;
}

console.log(
  `labextension          ${(bytes / 1000).toFixed(0)} kB, ${(zipped / 1000).toFixed(0)} kB compressed (budget 150 kB transferred)`
);
console.log(`wheel                 ${(wheel / 1000).toFixed(0)} kB`);
console.log(`sidecar, first answer ${range(firstAnswers)} ms over ${RUNS} starts (budget 150)`);
console.log(`sidecar, first report ${range(firstReports)} ms from the spawn, files only (budget 300)`);
console.log(`sidecar, resident     ${resident.toFixed(0)} MB at most after a run (budget 80)`);
console.log(`import of the package ${importTime('jupyterlab_kaptain_registry').toFixed(1)} ms (budget 50)`);
