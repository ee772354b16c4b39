// `npm test`: everything, one step after the other, with the time each took. A step that fails does not hide the next.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { COMMANDS } from './setup/commands.mjs';

const root = resolve(import.meta.dirname, '..');

/** Name of a step, the command of commands.mjs that it is, and further arguments. */
const steps = [
  ['contracts that the compiler keeps', 'contracts'],
  ['lint of TypeScript', 'lint:ts'],
  ['types of the tests', 'lint:types'],
  ['pages of the codes', 'codes', '--check'],
  ['format', 'lint:format'],
  ['lint of styles', 'lint:style'],
  ['lint and types of Python', 'lint:python'],
  ['unit tests of common and node', 'test:unit'],
  ['unit tests of the panel', 'test:lab'],
  ['Python tests', 'test:python'],
  ['browser tests as Kubeflow runs it', 'test:ui'],
  ['browser tests with Galata', 'test:galata'],
  ['browser tests in every JupyterLab', 'test:versions']
];

/** How node:test, Vitest, pytest and Playwright begin the line that names a failed test or its error. */
const NAMES_A_FAILURE = /^(?:✖ (?!failing)|FAIL(?:ED)? |\d+\) |(?:\w*Error|Timed out|Test timeout)\b)/;
const NAMED_AT_MOST = 8;

/** Runs a step, shows what it prints, and keeps the lines that name a failure: a long log is often read from its end. */
async function run(command) {
  const child = spawn(process.execPath, ['scripts/run.mjs', ...command], {
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
const chosen = steps.filter(([name]) => only.length === 0 || only.some(word => name.includes(word)));
if (chosen.length === 0) {
  console.error(`No step has such a name. The steps are: ${steps.map(([name]) => name).join(', ')}.`);
  process.exit(2);
}
const results = [];

/** @param {string} name @param {string[]} command @returns {Promise<boolean>} */
async function take(name, command) {
  console.log(`\n=== ${name}`);
  const began = performance.now();
  const { ok, named } = await run(command);
  results.push({ name, ok, named, seconds: (performance.now() - began) / 1000 });
  return ok;
}

// Everything that the steps need is made before the first of them: no test makes a part, and none waits for one.
const parts = new Set(chosen.flatMap(([, command, ...args]) => COMMANDS[command].parts(args)));
if (await take('set-up', ['setup', ...parts])) {
  for (const [name, ...command] of chosen) {
    await take(name, command);
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
process.exit(failed === 0 ? 0 : 1);
