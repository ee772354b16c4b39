/** Puts the demo together: certificates, registry, home, JupyterLab. The browser tests start theirs with the same functions. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { filesOf, partsWith } from './faults.mjs';
import { makeHome, mount } from './home.mjs';
import { startJupyter } from './jupyter.mjs';
import { MissingPart } from './missing.mjs';
import { startRegistry } from './registry.mjs';

/**
 * @typedef {object} DemoOptions
 * @property {string | null} [fault] a key of FAULTS; null: everything works
 * @property {number | null} [port] JupyterLab's; null: the first free one from 8888
 * @property {(line: string) => void} [say] told about each step
 * @property {Omit<Parameters<typeof startJupyter>[0], 'home' | 'port'>} [jupyter]
 */

/**
 * @typedef {object} Demo
 * @property {string} host the registry: host:port
 * @property {import('./faults.mjs').Parts} parts
 * @property {import('./home.mjs').DemoHome} home
 * @property {import('./registry.mjs').RunningRegistry | null} registry
 * @property {import('./jupyter.mjs').RunningJupyter} jupyter
 */

/**
 * Starts everything, and ends what it started when a later part fails.
 * @param {DemoOptions} options
 * @param {AsyncDisposableStack} running what has to be ended, newest first; belongs to the caller
 * @returns {Promise<Demo>}
 */
export async function startDemo({ fault = null, port = null, say = () => undefined, jupyter = {} }, running) {
  say('1 of 3: certificates and registry');
  const parts = partsWith(fault);
  const registry = parts.running
    ? await onFreePort(5000, found => startRegistry({ tls: parts.tls, port: found }))
    : null;
  if (registry) {
    running.defer(registry.close);
  }
  const host = `localhost:${registry?.port ?? (await freePort(5000))}`;

  say('2 of 3: home folder with Docker config, CA file and notebook');
  const folder = mkdtempSync(join(tmpdir(), 'demo-home-'));
  running.defer(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }));
  const files = filesOf(parts, host);
  // A Docker config that can be read and does not name the registry: then the person has said which one it is.
  const home = makeHome(folder, host, { isChosen: namesAnother(files.dockerConfig, host), sent: parts.sent });
  mount(home.path, files);

  say('3 of 3: JupyterLab');
  if (port !== null && !(await isFree(port))) {
    throw new MissingPart(`Port ${port} is taken: give another one with --port.`);
  }
  const start = (/** @type {number} */ found) => startJupyter({ home, port: found, ...jupyter });
  const lab = port === null ? await onFreePort(8888, start) : await start(port);
  running.defer(lab.close);
  return { host, parts, home, registry, jupyter: lab };
}

/**
 * Whether a Docker config is whole and has no login for the registry.
 * @param {string | null} dockerConfig
 * @param {string} host
 */
export function namesAnother(dockerConfig, host) {
  try {
    return dockerConfig !== null && !Object.hasOwn(JSON.parse(dockerConfig).auths, host);
  } catch {
    return false;
  }
}

/**
 * First free port of the loopback address at or above the one given.
 * @param {number} from
 */
export async function freePort(from) {
  for (let port = from; port < from + 200; port += 1) {
    if (await isFree(port)) {
      return port;
    }
  }
  throw new MissingPart(`No free port between ${from} and ${from + 199}.`);
}

/** Ports that are tried before the demo gives up: each was free, and taken by another program a moment later. */
const TRIES = 20;

/**
 * Starts a server on the first free port. Another program may take the port in the meantime: then the next one is tried.
 * @template T
 * @param {number} from
 * @param {(port: number) => Promise<T>} start
 * @returns {Promise<T>}
 * @throws {MissingPart} what `start` throws although the port is still free
 */
export async function onFreePort(from, start) {
  let port = await freePort(from);
  for (let left = TRIES; ; left -= 1) {
    try {
      return await start(port);
    } catch (error) {
      if (!(error instanceof MissingPart) || left === 0 || (await isFree(port))) {
        throw error;
      }
      port = await freePort(port + 1);
    }
  }
}

/** @param {number} port @returns {Promise<boolean>} */
function isFree(port) {
  return new Promise(answer => {
    const probe = createServer();
    probe.once('error', () => answer(false));
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => probe.close(() => answer(true)));
  });
}
