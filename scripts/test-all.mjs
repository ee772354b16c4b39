// `npm test`: everything, one step after the other, with the time each took. A step that fails does not hide the next.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';

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

/** How node:test, Vitest, pytest and Playwright begin the line that names a failed test or its error. */
const NAMES_A_FAILURE = /^(?:✖ (?!failing)|FAIL(?:ED)? |\d+\) |(?:\w*Error|Timed out|Test timeout)\b)/;
const NAMED_AT_MOST = 8;

/** Runs a step, shows what it prints, and keeps the lines that name a failure: a long log is often read from its end. */
async function run(command, args) {
  const child = spawn(command, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...(process.stdout.isTTY && { FORCE_COLOR: '1' }) }
  });
  const named = new Set();
  for (const [stream, shown] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr]
  ]) {
    let rest = '';
    stream.setEncoding('utf8').on('data', text => {
      shown.write(text);
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const plain = stripVTControlCharacters(line).trim();
        if (NAMES_A_FAILURE.test(plain)) {
          named.add(plain.slice(0, 160));
        }
      }
    });
  }
  const [status] = await once(child, 'close').catch(error => [named.add(error.message)]);
  return { ok: status === 0, named: [...named].slice(0, NAMED_AT_MOST) };
}

const only = process.argv.slice(2);
const results = [];
for (const [name, [command, ...args]] of steps) {
  if (only.length > 0 && !only.some(word => name.includes(word))) {
    continue;
  }
  console.log(`\n=== ${name}`);
  const began = performance.now();
  const { ok, named } = await run(command, args);
  results.push({ name, ok, named, seconds: (performance.now() - began) / 1000 });
  if (name === 'build' && !ok) {
    break;
  }
}

console.log('');
for (const { name, ok, named, seconds } of results) {
  console.log(`${ok ? 'passed' : 'FAILED'}  ${seconds.toFixed(1).padStart(6)} s  ${name}`);
  for (const line of ok ? [] : named) {
    console.log(`          ${line}`);
  }
}
const failed = results.filter(item => !item.ok).length;
console.log(`${results.reduce((sum, item) => sum + item.seconds, 0).toFixed(0)} s in all`);
console.log(`${results.length - failed} passed, ${failed} failed`);
process.exit(failed === 0 && results.length > 0 ? 0 : 1);
