// `npm test`: everything, one step after the other, with the time each took. A step that fails does not hide the next.
import { spawnSync } from 'node:child_process';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

const steps = [
  ['build', ['node', 'scripts/build.mjs']],
  ['wall between browser and Node', ['node', '--test', 'tests/wall.test.mjs']],
  ['lint of TypeScript', ['npm', 'run', '--silent', 'lint:ts']],
  ['types of the tests', ['npm', 'run', '--silent', 'lint:types']],
  ['pages of the codes', ['node', 'scripts/codes.mjs', '--check']],
  ['format', ['npm', 'run', '--silent', 'lint:format']],
  ['lint of styles', ['npm', 'run', '--silent', 'lint:style']],
  ['lint and types of Python', ['npm', 'run', '--silent', 'lint:python']],
  ['unit tests of common and node', ['npm', 'run', '--silent', 'test:unit']],
  ['unit tests of the panel', ['npm', 'run', '--silent', 'test:lab']],
  ['Python tests', ['npm', 'run', '--silent', 'test:python']],
  ['browser tests as Kubeflow runs it', ['npm', 'run', '--silent', 'test:ui']],
  ['browser tests with Galata', ['npm', 'run', '--silent', 'test:galata']]
];

const only = process.argv.slice(2);
const results = [];
for (const [name, [command, ...args]] of steps) {
  if (only.length > 0 && !only.some(word => name.includes(word))) {
    continue;
  }
  console.log(`\n=== ${name}`);
  const began = performance.now();
  const done = spawnSync(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  const ok = done.status === 0;
  results.push({ name, ok, seconds: (performance.now() - began) / 1000 });
  if (name === 'build' && !ok) {
    break;
  }
}

console.log('');
for (const { name, ok, seconds } of results) {
  console.log(`${ok ? 'passed' : 'FAILED'}  ${seconds.toFixed(1).padStart(6)} s  ${name}`);
}
const failed = results.filter(item => !item.ok).length;
console.log(`${results.reduce((sum, item) => sum + item.seconds, 0).toFixed(0)} s in all`);
console.log(`${results.length - failed} passed, ${failed} failed`);
process.exit(failed === 0 && results.length > 0 ? 0 : 1);
