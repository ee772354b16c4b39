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
 * @property {AbortSignal} [signal] ends a step that takes long
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
export async function startDemo({ fault = null, port = null, say = () => undefined, signal, jupyter = {} }, running) {
  say('1 of 3: certificates and registry');
  const parts = partsWith(fault);
  const registryPort = await freePort(5000);
  const registry = parts.running ? await startRegistry({ tls: parts.tls, port: registryPort, say, signal }) : null;
  if (registry) {
    running.defer(registry.close);
  }
  const host = `localhost:${registryPort}`;

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
  const lab = await startJupyter({ home, port: port ?? (await freePort(8888)), ...jupyter });
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

/** @param {number} port @returns {Promise<boolean>} */
function isFree(port) {
  return new Promise(answer => {
    const probe = createServer();
    probe.once('error', () => answer(false));
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => probe.close(() => answer(true)));
  });
}
