// Builds everything that users get and installs it into .venv: types, sidecar, labextension, wheel.
// Skips what is up to date; `--force` builds all.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const stamp = join(root, '.cache', 'build.sha256');

const inputs = globSync(
  [
    'src/**/*',
    'style/**/*',
    'schema/**/*',
    'jupyter-config/**/*',
    'jupyterlab_kaptain_registry/**/*.{py,json}',
    'package.json',
    'package-lock.json',
    'pyproject.toml',
    'install.json',
    'README.md',
    'LICENSE',
    'tsconfig*.json',
    'scripts/b*.mjs'
  ],
  { cwd: root }
)
  .filter(path => !path.includes('/labextension/') && !path.includes('/sidecar/'))
  .filter(path => statSync(join(root, path)).isFile())
  .sort();
const hash = createHash('sha256');
for (const path of inputs) {
  hash.update(`${path}\0`).update(readFileSync(join(root, path)));
}
const wanted = hash.digest('hex');

function run(what, command, args) {
  const began = performance.now();
  const done = spawnSync(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  if (done.error || done.status !== 0) {
    console.error(`\nThe build stopped at "${what}"; the messages above say why.`);
    process.exit(done.status ?? 3);
  }
  console.error(`[build] ${what} (${((performance.now() - began) / 1000).toFixed(1)} s)`);
}

const made = globSync('dist/*.whl', { cwd: root });
if (
  !process.argv.includes('--force') &&
  made.length === 1 &&
  existsSync(stamp) &&
  readFileSync(stamp, 'utf8') === wanted
) {
  console.error('[build] up to date');
} else {
  rmSync(stamp, { force: true });
  run('types', 'npx', ['tsc', '-b']);
  run('sidecar and command', 'node', ['scripts/bundle.mjs']);
  run('styles', 'node', ['scripts/bundle-styles.mjs']);
  run('labextension', 'jupyter-builder', ['build', '.']);
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  run('wheel', 'python', ['-m', 'build', '--no-isolation']);
  const [wheel] = globSync('dist/*.whl', { cwd: root });
  run('installation into .venv', 'python', [
    '-m',
    'pip',
    'install',
    '--quiet',
    '--disable-pip-version-check',
    '--no-deps',
    '--force-reinstall',
    '--no-index',
    wheel
  ]);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}
