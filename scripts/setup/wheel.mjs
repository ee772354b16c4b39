/** What users get: the wheel in dist, installed into .venv as well. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { BIN, ROOT } from './place.mjs';
import { contents } from './python.mjs';

const DIST = join(ROOT, 'dist');

/** What the build reads: files, and folders with all below them. */
const SOURCES = [
  'src',
  'style',
  'schema',
  'jupyter-config',
  'jupyterlab_kaptain_registry',
  'scripts/build.mjs',
  'scripts/bundle.mjs',
  'scripts/bundle-styles.mjs',
  'package.json',
  'package-lock.json',
  'pyproject.toml',
  'hatch_build.py',
  'install.json',
  'README.md',
  'LICENSE',
  'tsconfig.json',
  'tsconfig.base.json'
];

/** What the build writes beside its sources, and what is no part of the package. */
const NOT_READ = new Set(['labextension', 'sidecar', '__pycache__']);

/** @param {string} path below the checkout @returns {string[]} */
function filesBelow(path) {
  if (statSync(join(ROOT, path)).isFile()) {
    return [path];
  }
  return readdirSync(join(ROOT, path), { withFileTypes: true })
    .filter(({ name }) => !NOT_READ.has(name) && !/\.(test|spec)\.tsx?$/.test(name))
    .flatMap(({ name }) => filesBelow(join(path, name)))
    .sort();
}

/** @returns {string} path of the wheel; the part `wheel` leaves exactly one */
export function builtWheel() {
  const names = existsSync(DIST) ? readdirSync(DIST) : [];
  return join(DIST, names.find(name => name.endsWith('.whl')) ?? 'no-wheel-yet.whl');
}

/** @type {import('./make.mjs').Part} */
export const wheel = {
  title: 'panel, helper and command, as a wheel',
  needs: ['npm'],
  inputs: () => {
    const files = SOURCES.flatMap(filesBelow);
    return [...files, ...contents(...files)];
  },
  inCheckout: true,
  made: () => [builtWheel(), join(BIN, 'kaptain-registry')],
  make: ({ run, say }) =>
    run(join(BIN, 'node'), ['scripts/build.mjs'], {
      missing: 'The build stopped; the lines above say why.',
      onLine: line => line.startsWith('[build] ') && say(line.slice('[build] '.length))
    })
};
