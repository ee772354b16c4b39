/** Makes parts: only those that are missing or out of date, each by one process, at most two at a time. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { takeLock } from './lock.mjs';
import { MissingPart } from './missing.mjs';
import { BIN, CACHE, ROOT, VENV } from './place.mjs';

/** Two cores, or one and a download. */
const AT_ONCE = 2;
/** How often a part that takes long says so, in milliseconds. */
const SIGN_OF_LIFE = 20_000;
/** Lines of a failed program's output that are shown. */
const LAST_LINES = 25;

/**
 * @typedef {object} Part
 * @property {string} title what it is, for the person
 * @property {string[]} [needs] names of parts that come first
 * @property {() => Iterable<string | Buffer>} inputs what it is made from: when one changes, it is made again
 * @property {boolean} [inCheckout] whether it stands in the checkout itself, not in the cache folder
 * @property {() => string[]} made files that are there once it is made
 * @property {(tools: Tools) => Promise<void>} make throws MissingPart with one sentence
 */

/**
 * @typedef {object} Tools
 * @property {(line: string) => void} say
 * @property {(program: string, args: string[], options: RunOptions) => Promise<void>} run a program to its end
 */

/**
 * @typedef {object} RunOptions
 * @property {string} missing one sentence for the person when it fails; `%s` stands for its last line
 * @property {Record<string, string>} [env] further variables
 * @property {string} [cwd]
 * @property {(line: string) => void} [onLine] sees each line of its output
 */

/** @typedef {{ name: string, title: string, seconds: number }} Made */

/** Environment of the programs of a checkout: the project's own Python and Node.js come first. */
export function ownEnvironment() {
  const path = [BIN, join(ROOT, 'node_modules', '.bin'), process.env.PATH ?? ''].join(delimiter);
  return { ...process.env, PATH: path, VIRTUAL_ENV: VENV };
}

/**
 * @param {Record<string, Part>} parts all that there are
 * @param {string[]} wanted names
 * @returns {Promise<Made[]>} those that were missing, in the order in which they were finished
 * @throws {MissingPart} for the first that cannot be made
 */
export async function makeParts(parts, wanted) {
  const order = inOrder(parts, wanted);
  /** @type {Made[]} */
  const made = [];
  /** @type {Map<string, Promise<void>>} */
  const ends = new Map();
  const free = places(AT_ONCE);
  let stopped = false;
  for (const [index, name] of order.entries()) {
    const part = parts[name];
    const before = (part.needs ?? []).map(need => ends.get(need));
    ends.set(
      name,
      Promise.all(before).then(async () => {
        if (isCurrent(name, part)) {
          return;
        }
        const leave = await free();
        try {
          const seconds = stopped ? null : await makeOne(name, part, `${index + 1} of ${order.length}`);
          if (seconds !== null) {
            made.push({ name, title: part.title, seconds });
          }
        } catch (error) {
          stopped = true;
          throw error;
        } finally {
          leave();
        }
      })
    );
  }
  const results = await Promise.allSettled(ends.values());
  const failed = results.find(result => result.status === 'rejected');
  if (failed) {
    throw failed.reason;
  }
  return made;
}

/** @param {Record<string, Part>} parts @param {string[]} wanted */
function inOrder(parts, wanted) {
  /** @type {Set<string>} */
  const order = new Set();
  /** @param {string} name */
  const visit = name => {
    if (!Object.hasOwn(parts, name)) {
      throw new MissingPart(`There is no part "${name}". The parts are: ${Object.keys(parts).join(', ')}.`);
    }
    (parts[name].needs ?? []).forEach(visit);
    order.add(name);
  };
  wanted.forEach(visit);
  return [...order];
}

/** @param {number} count @returns {() => Promise<() => void>} waits for a place, returns how to leave it */
function places(count) {
  let free = count;
  /** @type {(() => void)[]} */
  const queue = [];
  return async () => {
    if (free === 0) {
      await new Promise(enter => queue.push(() => enter(undefined)));
    } else {
      free -= 1;
    }
    return () => {
      const next = queue.shift();
      if (next) {
        next();
      } else {
        free += 1;
      }
    };
  };
}

/** @param {string} name @param {Part} part @param {'sha256' | 'lock'} kind */
function noteOf(name, { inCheckout = false }, kind) {
  return join(inCheckout ? join(ROOT, '.cache') : CACHE, 'parts', `${name.replaceAll(':', '+')}.${kind}`);
}

/** @param {Part} part */
function digestOf(part) {
  const hash = createHash('sha256');
  for (const input of part.inputs()) {
    hash.update(input).update('\0');
  }
  return hash.digest('hex');
}

/**
 * Whether a part is there and made from what stands in the checkout now.
 * @param {string} name
 * @param {Part} part
 */
export function isCurrent(name, part) {
  const stamp = noteOf(name, part, 'sha256');
  return (
    part.made().every(path => existsSync(path)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === digestOf(part)
  );
}

/**
 * @param {string} name
 * @param {Part} part
 * @param {string} place "3 of 9"
 * @returns {Promise<number | null>} seconds; null when another process has made it meanwhile
 */
async function makeOne(name, part, place) {
  /** @param {string} line */
  const say = line => console.error(`[set-up] ${line}`);
  const lock = await takeLock(noteOf(name, part, 'lock'), () =>
    say(`${part.title}: another process makes it; waiting`)
  );
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1000;
  const alive = setInterval(() => say(`${part.title}: ${seconds().toFixed(0)} s so far`), SIGN_OF_LIFE);
  try {
    if (isCurrent(name, part)) {
      return null;
    }
    say(`${place}: ${part.title}`);
    const stamp = noteOf(name, part, 'sha256');
    rmSync(stamp, { force: true });
    await part.make({
      say: line => say(`${part.title}: ${line}`),
      run: (program, args, options) => run(program, args, options, lock.fd)
    });
    const absent = part.made().find(path => !existsSync(path));
    if (absent) {
      throw new MissingPart(`${part.title} could not be made: ${absent} is missing afterwards.`);
    }
    // Whole or not at all: a stamp that was cut short would be taken for another one.
    writeFileSync(`${stamp}.new`, digestOf(part));
    renameSync(`${stamp}.new`, stamp);
    say(`${part.title}: done in ${seconds().toFixed(1)} s`);
    return seconds();
  } finally {
    clearInterval(alive);
    lock.release();
  }
}

/** Programs that run now: a signal ends them with us. */
const running = new Set();
/** @param {NodeJS.Signals} signal */
export function endPrograms(signal) {
  running.forEach(child => child.kill(signal));
}

/** @param {string} program @param {string[]} args @param {RunOptions} options @param {number} lock */
async function run(program, args, { missing, env = {}, cwd = ROOT, onLine = () => undefined }, lock) {
  const child = spawn(program, args, {
    cwd,
    env: { ...ownEnvironment(), ...env },
    stdio: ['ignore', 'pipe', 'pipe', lock]
  });
  running.add(child);
  /** @type {string[]} */
  const last = [];
  for (const input of [child.stdout, child.stderr]) {
    createInterface({ input: /** @type {import('node:stream').Readable} */ (input) }).on('line', line => {
      onLine(line);
      last.push(line);
      last.splice(0, last.length - LAST_LINES);
    });
  }
  const status = await new Promise(end => child.once('error', () => end(null)).once('close', end));
  running.delete(child);
  if (status !== 0) {
    last.forEach(line => console.error(`  ${line}`));
    throw new MissingPart(missing.replace('%s', last.at(-1)?.trim() ?? `"${program}" could not be started`));
  }
}

/** Makes the folder of a file. @param {string} path */
export function folderFor(path) {
  mkdirSync(dirname(path), { recursive: true });
}
