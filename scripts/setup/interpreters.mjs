/** Finds the Python interpreters of the machine: on the PATH and in pyenv, wherever HOME is. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { MissingPart } from './missing.mjs';

/** What the witness judges: the Python of Kaptain's oldest kernels up to today's. */
const MINORS = [7, 8, 9, 10, 11, 12, 13, 14];

const QUESTION =
  'import sys, ensurepip, venv; print(sys.version_info[0], sys.version_info[1], getattr(sys, "_base_executable", sys.executable))';

/**
 * @param {string} program
 * @returns {{ minor: number, path: string } | null} null when it cannot be started (pyenv's stand-in for a version that
 *   is not chosen) or cannot make environments
 */
export function askInterpreter(program) {
  const done = spawnSync(program, ['-I', '-c', QUESTION], { encoding: 'utf8', timeout: 20_000 });
  const match = /^3 (\d+) (\/.+)\n$/.exec(done.stdout ?? '');
  return match === null ? null : { minor: Number(match[1]), path: match[2] };
}

/** @type {Map<number, string> | null} */
let known = null;

/** @returns {Map<number, string>} path of one interpreter for each minor version, oldest first */
export function interpreters() {
  if (known === null) {
    known = new Map();
    for (const minor of MINORS) {
      const found = candidates(minor)
        .map(askInterpreter)
        .find(answer => answer?.minor === minor);
      if (found) {
        known.set(minor, found.path);
      }
    }
  }
  return known;
}

/** @param {number} minor */
function candidates(minor) {
  const roots = [process.env.PYENV_ROOT, join(homedir(), '.pyenv')].filter(root => root !== undefined);
  const folders = [...new Set(roots)].map(root => join(root, 'versions')).filter(folder => existsSync(folder));
  const ofPyenv = folders.flatMap(folder =>
    readdirSync(folder)
      .filter(name => name.startsWith(`3.${minor}.`))
      .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
      .map(name => join(folder, name, 'bin', 'python'))
  );
  return [...ofPyenv, `python3.${minor}`];
}

/**
 * @param {string} version such as `3.8`
 * @returns {string} path of its interpreter
 * @throws {MissingPart} where the machine has none
 */
export function interpreter(version) {
  const found = interpreters().get(Number(version.split('.')[1]));
  if (found === undefined) {
    throw new MissingPart(
      `The tests need Python ${version}, which is neither on the PATH nor in pyenv: "pyenv install ${version}" adds it.`
    );
  }
  return found;
}
