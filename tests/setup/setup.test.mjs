/** The set-up beside itself and after a sudden end: each part is made once, whole, and by one process. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { COMMANDS } from '../../scripts/setup/commands.mjs';
import { partsFor } from '../../scripts/setup/parts.mjs';

const root = resolve(import.meta.dirname, '../..');

/** A Python environment with a handful of packages, and a program that is built from Go source. */
const ENVIRONMENT = 'witness-urllib3-2';
const TITLE = partsFor([])[ENVIRONMENT].title;

/** @param {import('node:test').TestContext} t @returns {string} a cache folder with nothing in it */
function emptyCache(t) {
  const folder = mkdtempSync(join(tmpdir(), 'set-up-'));
  t.after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }));
  return folder;
}

/**
 * Starts the set-up in a process group of its own.
 * @param {string} cache
 * @param {...string} parts
 */
function start(cache, ...parts) {
  const child = spawn(process.execPath, ['scripts/run.mjs', 'setup', ...parts], {
    cwd: root,
    // Where the machine has a registry program, the test still builds one.
    env: { ...process.env, SETUP_CACHE: cache },
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true
  });
  let text = '';
  /** @type {(() => void)[]} */
  const readers = [];
  child.stderr.setEncoding('utf8').on('data', chunk => {
    text += chunk;
    readers.forEach(read => read());
  });
  const ended = new Promise(end => child.on('close', end));
  return {
    pid: child.pid ?? 0,
    text: () => text,
    ended,
    /** @param {string} line waits until it is printed */
    says: line =>
      new Promise((found, fail) => {
        const read = () => text.includes(line) && found(undefined);
        readers.push(read);
        read();
        ended.then(() => fail(new Error(`It never said "${line}": ${text}`)));
      })
  };
}

/** Waits until a process has started the program that installs packages. @param {number} pid */
async function untilPipRuns(pid) {
  const isPip = child => readFileSync(`/proc/${child}/cmdline`, 'utf8').includes('\0install\0');
  const children = () => readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
  while (!children().some(isPip)) {
    await nextTurn();
  }
}

/** @param {string} text @param {string} words */
function count(text, words) {
  return text.split(words).length - 1;
}

/** @param {string} cache */
function assertEnvironmentWorks(cache) {
  const python = join(cache, 'environments', ENVIRONMENT, 'bin', 'python');
  const done = spawnSync(python, ['-c', 'import dxf, requests, urllib3; print(urllib3.__version__)'], {
    encoding: 'utf8'
  });
  assert.match(done.stdout, /^2\./, done.stderr);
}

test('two at once: each part is made by one of them, and both go on when it is there', async t => {
  const cache = emptyCache(t);
  const both = [start(cache, ENVIRONMENT, 'crane'), start(cache, ENVIRONMENT, 'crane')];
  assert.deepEqual(await Promise.all(both.map(({ ended }) => ended)), [0, 0], both.map(({ text }) => text()).join());
  const text = both.map(one => one.text()).join('');
  assert.equal(count(text, `${TITLE}: done in`), 1, text);
  assert.equal(count(text, 'crane, the peer that is written in Go: done in'), 1, text);
  assertEnvironmentWorks(cache);
  assert.equal(spawnSync(join(cache, 'peers', 'crane'), ['version']).status, 0);

  const again = start(cache, ENVIRONMENT, 'crane');
  assert.equal(await again.ended, 0);
  assert.equal(again.text(), '', 'nothing is made twice');
});

test('killed half-way with all that it started: the next run makes the part anew', async t => {
  const cache = emptyCache(t);
  const first = start(cache, ENVIRONMENT);
  await first.says(`${TITLE}: its packages`);
  process.kill(-first.pid, 'SIGKILL');
  await first.ended;
  const second = start(cache, ENVIRONMENT);
  assert.equal(await second.ended, 0, second.text());
  assert.equal(count(second.text(), `${TITLE}: done in`), 1, second.text());
  assertEnvironmentWorks(cache);
});

test('killed while a program that it started goes on: the next run waits for that one', async t => {
  const cache = emptyCache(t);
  const first = start(cache, ENVIRONMENT);
  await first.says(`${TITLE}: its packages`);
  await untilPipRuns(first.pid);
  process.kill(first.pid, 'SIGKILL');
  const second = start(cache, ENVIRONMENT);
  assert.equal(await second.ended, 0, second.text());
  assert.match(second.text(), /another process makes it; waiting/);
  assertEnvironmentWorks(cache);
});

test('Ctrl-C ends it at once, with one sentence', async t => {
  const cache = emptyCache(t);
  const first = start(cache, ENVIRONMENT);
  await first.says(`${TITLE}: its packages`);
  process.kill(-first.pid, 'SIGINT');
  assert.equal(await first.ended, 130);
  assert.match(first.text(), /interrupted; what is half made is made again next time\n$/);
});

test('every command of package.json is known to the set-up, and names parts that there are', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const names = Object.keys(scripts).filter(name => name !== 'setup');
  assert.deepEqual(names.sort(), Object.keys(COMMANDS).sort());
  const known = partsFor([]);
  for (const name of names) {
    assert.equal(scripts[name], `node scripts/run.mjs ${name}`);
    assert.deepEqual(
      COMMANDS[name].parts([]).filter(part => !Object.hasOwn(known, part)),
      []
    );
  }
});

test('a demo needs no environment of the tests, a lint no wheel', () => {
  assert.deepEqual(COMMANDS.start.parts([]), ['wheel', 'registry']);
  assert.deepEqual(COMMANDS['lint:ts'].parts([]), ['npm']);
});
