// `node scripts/run.mjs COMMAND …`: makes the parts that a command of commands.mjs needs, then becomes it.
// `node scripts/run.mjs setup [PART …]`: makes parts alone; without a name all of them.
// Runs on any Node.js >= 18 without dependencies; what it starts runs on the Node.js that users get from the wheel.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { COMMANDS } from './setup/commands.mjs';
import { endPrograms, makeParts, ownEnvironment } from './setup/make.mjs';
import { MissingPart } from './setup/missing.mjs';
import { partsFor } from './setup/parts.mjs';
import { ROOT } from './setup/place.mjs';

/** Status of a command that something is missing for. */
const MISSING = 3;
const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/** @param {string[]} wanted */
async function setUp(wanted) {
  /** @param {NodeJS.Signals} signal */
  const end = signal => {
    endPrograms(signal);
    console.error('\n[set-up] interrupted; what is half made is made again next time');
    process.exit(128 + constants.signals[signal]);
  };
  SIGNALS.forEach(signal => process.once(signal, end));
  const began = performance.now();
  const parts = partsFor(wanted);
  const made = await makeParts(parts, wanted.length > 0 ? wanted : Object.keys(parts));
  if (made.length > 0) {
    console.error(`[set-up] ready after ${((performance.now() - began) / 1000).toFixed(0)} s, two parts at a time:`);
    const slow = made.filter(({ seconds }) => seconds >= 0.05);
    slow.forEach(({ title, seconds }) => console.error(`[set-up] ${seconds.toFixed(1).padStart(6)} s  ${title}`));
  }
  SIGNALS.forEach(signal => process.off(signal, end));
}

/** @param {string[]} words program and arguments @returns {Promise<number>} its exit status */
function become([program, ...args]) {
  const child = spawn(program, args, { cwd: ROOT, stdio: 'inherit', env: ownEnvironment() });
  for (const signal of SIGNALS) {
    // A terminal sends Ctrl-C to all of its group: twice would mean "at once, and leave everything behind".
    const isSentToAll = signal === 'SIGINT' && process.stdin.isTTY;
    process.on(signal, () => isSentToAll || child.kill(signal));
  }
  return new Promise(end => {
    child.on('error', () => {
      console.error(`"${program}" could not be started.`);
      end(MISSING);
    });
    child.on('exit', (status, signal) => end(status ?? 128 + (signal ? constants.signals[signal] : 1)));
  });
}

const [name, ...args] = process.argv.slice(2);
try {
  if (process.platform !== 'linux') {
    throw new MissingPart('This project is developed on Linux (x86-64 or arm64): use a Linux machine or container.');
  }
  if (name === 'setup') {
    await setUp(args);
  } else if (name !== undefined && Object.hasOwn(COMMANDS, name)) {
    const { parts, run } = COMMANDS[name];
    await setUp(parts(args));
    process.exitCode = await become([...run, ...args]);
  } else {
    throw new MissingPart(`Name a command: setup, ${Object.keys(COMMANDS).join(', ')}.`);
  }
} catch (error) {
  if (!(error instanceof MissingPart)) {
    throw error;
  }
  console.error(`\n${error.message}`);
  process.exitCode = MISSING;
}
