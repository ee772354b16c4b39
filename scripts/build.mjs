// Builds everything that users get and installs it into .venv: types, sidecar, labextension, wheel. The set-up calls it
// when something that it reads has changed; `npm run build` asks for that.
import { spawnSync } from 'node:child_process';
import { globSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');

/** @param {string} what @param {string} command @param {string[]} args */
function run(what, command, args) {
  const began = performance.now();
  const done = spawnSync(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  if (done.error || done.status !== 0) {
    console.error(`The build stopped at "${what}"; the lines above say why.`);
    process.exit(done.status || 3);
  }
  console.error(`[build] ${what} (${((performance.now() - began) / 1000).toFixed(1)} s)`);
}

run('types', 'npx', ['tsc', '-b']);
rmSync(join(root, 'dist'), { recursive: true, force: true });
// The build hook (hatch_build.py) makes sidecar and labextension first, where their sources have changed.
run('source distribution and wheel', 'python', ['-m', 'build', '--no-isolation']);
const [wheel] = globSync('dist/*.whl', { cwd: root });
const install = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-deps', '--no-index'];
run('installation into .venv', 'python', [...install, '--force-reinstall', wheel]);
