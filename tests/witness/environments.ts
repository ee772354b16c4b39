/**
 * Python environments of the tests, made under `.cache/witness` on the first run: the project's own Python with
 * urllib3 1.26 and with urllib3 2, and every other Python from 3.8 to 3.14 that the machine has, with the newest urllib3
 * that it can have.
 */
import { execFile, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = join(root, '.cache', 'witness');

/** The project's own Python, with the packages of the set-up. */
export const OWN_PYTHON = join(root, '.venv', 'bin', 'python');

export interface Environment {
  name: string;
  /** Path of its interpreter. */
  python: string;
}

interface Wanted {
  name: string;
  /** Interpreter that it is made with. */
  base: string;
  packages: readonly string[];
}

const run = promisify(execFile);

/** Version and real path of an interpreter; null when it cannot be started (a shim without its version). */
function ask(python: string): { minor: number; path: string } | null {
  const script =
    'import sys; print(sys.version_info[0], sys.version_info[1], getattr(sys, "_base_executable", sys.executable))';
  const done = spawnSync(python, ['-I', '-c', script], { encoding: 'utf8' });
  const match = /^3 (\d+) (\/.+)\n$/.exec(done.stdout ?? '');
  return match === null ? null : { minor: Number(match[1]), path: match[2] ?? '' };
}

/** Every Python from 3.8 to 3.14 on the PATH and of pyenv, one for each minor version. */
function interpreters(): Map<number, string> {
  const versions = join(homedir(), '.pyenv', 'versions');
  const ofPyenv = existsSync(versions) ? readdirSync(versions).map(name => join(versions, name, 'bin', 'python')) : [];
  const onPath = [8, 9, 10, 11, 12, 13, 14].map(minor => `python3.${minor}`);
  const found = new Map<number, string>();
  for (const candidate of [...ofPyenv.filter(path => existsSync(path)), ...onPath]) {
    const answer = ask(candidate);
    if (answer !== null && answer.minor >= 8 && answer.minor <= 14 && !found.has(answer.minor)) {
      found.set(answer.minor, answer.path);
    }
  }
  return found;
}

/** The interpreter that the project's environment was made with. */
export function basePython(): { minor: number; path: string } {
  const own = ask(OWN_PYTHON);
  if (own === null) {
    throw new Error('The project has no Python yet: "npm run setup" makes it.');
  }
  return own;
}

function wanted(): Wanted[] {
  const own = basePython();
  const others = [...interpreters()].filter(([minor]) => minor !== own.minor).sort(([a], [b]) => a - b);
  return [
    { name: 'own-urllib3-1', base: own.path, packages: ['urllib3<2', 'requests', 'python-dxf==7.7.1'] },
    { name: 'own-urllib3-2', base: own.path, packages: ['urllib3>=2', 'requests', 'python-dxf==7.7.1'] },
    ...others.map(([minor, base]) => ({ name: `python3.${minor}`, base, packages: ['urllib3>=2', 'requests'] }))
  ];
}

async function make({ name, base, packages }: Wanted): Promise<Environment> {
  const place = join(folder, name);
  const python = join(place, 'bin', 'python');
  const stamp = join(folder, `${name}.sha256`);
  const hash = createHash('sha256')
    .update([base, ...packages].join('\n'))
    .digest('hex');
  if (existsSync(python) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) {
    return { name, python };
  }
  console.error(`[witness] Python environment ${name}: ${packages.join(', ')} (once)`);
  rmSync(stamp, { force: true });
  rmSync(place, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  try {
    await run(base, ['-m', 'venv', place]);
    await run(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...packages]);
  } catch (error) {
    const { stderr = '' } = error as { stderr?: string };
    throw new Error(
      `The Python environment ${name} could not be made (packages: ${packages.join(', ')}):\n${stderr.slice(-2000)}`,
      { cause: error }
    );
  }
  writeFileSync(stamp, hash);
  return { name, python };
}

/** Every environment, ready. */
export async function environments(): Promise<readonly Environment[]> {
  const made: Environment[] = [];
  // One after the other: pip is busy with both cores by itself.
  for (const item of wanted()) {
    made.push(await make(item));
  }
  return made;
}
