/** Where things are in a checkout. */
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** The project's own Python environment; its `bin` also holds the Node.js that users get. */
export const VENV = join(ROOT, '.venv');
export const BIN = join(VENV, 'bin');
export const PYTHON = join(BIN, 'python');

/** Everything else that the set-up makes. A test of the set-up has a folder of its own. */
export const CACHE = process.env.SETUP_CACHE ? resolve(process.env.SETUP_CACHE) : join(ROOT, '.cache');

export const ENVIRONMENTS = join(CACHE, 'environments');

/** @param {string} name of a Python environment */
export function environmentFolder(name) {
  return join(ENVIRONMENTS, name);
}
