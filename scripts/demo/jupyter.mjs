/** Starts JupyterLab, that of this project's environment or of another one, in a demo home. */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { MissingPart } from './missing.mjs';

/** Longest wait for JupyterLab's first sign of life, in milliseconds: a cold start on a slow disk takes 20 s. */
const START_LIMIT = 120_000;
/** Longest wait for JupyterLab to stop its kernels and itself, in milliseconds. */
const STOP_LIMIT = 8_000;

/**
 * @typedef {object} RunningJupyter
 * @property {string} url address of the server with its prefix, ends in a slash
 * @property {string | null} token
 * @property {() => string} log
 * @property {() => Promise<void>} close ends the server and its kernels; may be called twice
 */

/**
 * @param {object} options
 * @param {import('./home.mjs').DemoHome} options.home
 * @param {number} options.port
 * @param {string | null} [options.token] random unless given; null: the flags say
 * @param {string} [options.prefix] of the address: `/notebook/ns/name`
 * @param {string[]} [options.flags] further ones
 * @param {string | null} [options.environment] folder of the Python environment to take; null: the one on the PATH
 * @returns {Promise<RunningJupyter>} once it listens
 * @throws {MissingPart} when it does not start
 */
export async function startJupyter({
  home,
  port,
  token = randomBytes(24).toString('hex'),
  prefix = '',
  flags = [],
  environment = null
}) {
  const programs = environment === null ? [] : [join(environment, 'bin')];
  // The server, its kernels and its terminals all find the programs of that environment first.
  const path = [...programs, home.environment.PATH ?? ''].join(delimiter);
  const base = [
    '--no-browser',
    `--ServerApp.root_dir=${home.path}`,
    `--ServerApp.port=${port}`,
    '--ServerApp.port_retries=0',
    ...(token === null ? [] : [`--IdentityProvider.token=${token}`]),
    `--ServerApp.base_url=${prefix}/`,
    // Root is the usual user of a container.
    ...(process.getuid?.() === 0 ? ['--allow-root'] : [])
  ];
  const child = spawn(join(...programs, 'jupyter-lab'), [...base, ...flags], {
    cwd: home.path,
    env: { ...home.environment, PATH: path },
    // No terminal to ask "Shut down this server?", and a group of its own: see registry.mjs.
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true
  });
  /** @type {string[]} */
  const lines = [];
  const ended = new Promise(end => {
    child.on('error', end);
    child.on('close', end);
  });
  const close = async () => {
    child.kill('SIGTERM');
    const impatience = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT);
    await ended;
    clearTimeout(impatience);
  };
  const listening = new Promise(found => {
    for (const input of [child.stdout, child.stderr]) {
      createInterface({ input }).on('line', line => {
        lines.push(line);
        if (line.includes(' is running at:')) {
          found(true);
        }
      });
    }
  });
  let impatience;
  const outcome = await Promise.race([
    listening,
    ended.then(() => 'ended'),
    new Promise(end => {
      impatience = setTimeout(end, START_LIMIT, 'silent');
    })
  ]);
  clearTimeout(impatience);
  if (outcome !== true) {
    await close();
    const why = lines.findLast(line => /ERROR|CRITICAL|Error:/.test(line)) ?? lines.at(-1);
    throw new MissingPart(`JupyterLab did not start: ${why?.trim() ?? 'jupyter-lab is not in this environment'}`);
  }
  return { url: `http://localhost:${port}${prefix}/`, token, log: () => lines.join('\n'), close };
}
