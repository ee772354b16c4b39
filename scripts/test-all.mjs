// `npm test`: everything, with the time each step took. A step that fails does not hide the next.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setPriority } from 'node:os';
import { resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { COMMANDS } from './setup/commands.mjs';

const root = resolve(import.meta.dirname, '..');

/**
 * Name of a step, the command of commands.mjs that it is, and further arguments. The quick ones run beside the long ones:
 * the first of those only wait for servers most of the time.
 */
const quick = [
  ['contracts that the compiler keeps', 'contracts'],
  ['lint of TypeScript', 'lint:ts'],
  ['types of the tests', 'lint:types'],
  ['pages of the codes', 'codes', '--check'],
  ['format', 'lint:format'],
  ['lint of styles', 'lint:style'],
  ['lint and types of Python', 'lint:python']
];
const long = [
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
/** Niceness of what runs beside a step whose tests measure time. */
const BESIDE = 10;

/**
 * Runs a step, shows what it prints, and keeps the lines that name a failure: a long log is often read from its end.
 * @param {string[]} command
 * @param {(text: string) => void} show
 * @param {number} niceness of the step's programs, as for the program nice
 */
async function run(command, show, niceness) {
  const child = spawn(process.execPath, ['scripts/run.mjs', ...command], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...(process.stdout.isTTY && { FORCE_COLOR: '1' }) }
  });
  if (child.pid !== undefined) {
    setPriority(child.pid, niceness);
  }
  const named = new Set();
  for (const stream of [child.stdout, child.stderr]) {
    let rest = '';
    stream.setEncoding('utf8').on('data', text => {
      show(text);
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
const isChosen = ([name]) => only.length === 0 || only.some(word => name.includes(word));
const chosen = [...quick, ...long].filter(isChosen);
if (chosen.length === 0) {
  console.error(`No step has such a name. The steps are: ${[...quick, ...long].map(([name]) => name).join(', ')}.`);
  process.exit(2);
}
const began = performance.now();
const secondsSince = time => (performance.now() - time) / 1000;
const results = [];

/**
 * Takes a step in the foreground: what it prints is seen at once.
 * @param {string} name @param {string[]} command @returns {Promise<boolean>}
 */
async function take(name, command) {
  console.log(`\n=== ${name}`);
  const start = performance.now();
  const { ok, named } = await run(command, text => process.stdout.write(text), 0);
  results.push({ name, ok, named, seconds: secondsSince(start) });
  return ok;
}

/** Takes a step beside another: what it prints is seen when it has ended. @param {string} name @param {string[]} command */
async function takeBeside(name, command) {
  const start = performance.now();
  let printed = '';
  const { ok, named } = await run(command, text => (printed += text), BESIDE);
  console.log(`\n=== ${name}\n${printed}`);
  results.push({ name, ok, named, seconds: secondsSince(start) });
}

/** @param {(name: string, command: string[]) => Promise<unknown>} how @param {string[][]} list */
async function inTurn(how, list) {
  for (const [name, ...command] of list.filter(isChosen)) {
    await how(name, command);
  }
}

// Everything that the steps need is made before the first of them: no test makes a part, and none waits for one.
const parts = new Set(chosen.flatMap(([, command, ...args]) => COMMANDS[command].parts(args)));
if (await take('set-up', ['setup', ...parts])) {
  await Promise.all([inTurn(takeBeside, quick), inTurn(take, long)]);
}

console.log('');
for (const { name, ok, named, seconds } of results) {
  console.log(`${ok ? 'passed' : 'FAILED'}  ${seconds.toFixed(1).padStart(6)} s  ${name}`);
  for (const line of ok ? [] : named) {
    console.log(`          ${line}`);
  }
}
const failed = results.filter(item => !item.ok).length;
console.log(`${secondsSince(began).toFixed(0)} s in all`);
console.log(`${results.length - failed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
