/** Starts the CNCF distribution registry on a loopback port, with TLS and a login, for the demo and the tests. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { MissingPart } from './missing.mjs';
import { registryProgram } from './registry-program.mjs';

/**
 * The demo's login. The hash is bcrypt, the only kind that the registry takes, with the lowest cost: it protects nothing
 * and is compared with every request. Another one: `echo PASSWORD | .cache/registry/registry -hash`.
 */
export const LOGIN = {
  username: 'demo',
  password: 'not-a-secret',
  htpasswd: 'demo:$2a$04$DUhMiISHbAquXMPCPHUqaeNlP/SaIMGutDBKbn77A1sa7r8wK0OsS'
};

/**
 * @typedef {object} RegistryOptions
 * @property {{ cert: string, key: string } | null} [tls] PEM; `cert` holds the chain, server certificate first; null: plain HTTP
 * @property {string | null} [htpasswd] lines `user:bcrypt-hash`; null: no login
 * @property {Record<string, unknown> | null} [auth] the configuration's `auth` section instead of htpasswd (token service)
 * @property {string} [address] IP address to listen on
 * @property {number} [port] 0: any free port
 */

/**
 * @typedef {object} RunningRegistry
 * @property {number} port
 * @property {() => string} log what it wrote so far; a line of the form `… "GET /v2/ HTTP/1.1" 401 …` for each request
 * @property {() => Promise<void>} close ends it and removes its files; may be called twice
 */

/**
 * Starts a registry that keeps its images in memory. Configuration: the reference of distribution 3.0
 * (docs/content/about/configuration.md); JSON is YAML.
 * @param {RegistryOptions} [options]
 * @returns {Promise<RunningRegistry>} once it listens
 * @throws {MissingPart} without a registry program, or when the port is taken
 */
export async function startRegistry({
  tls = null,
  htpasswd = LOGIN.htpasswd,
  auth = null,
  address = '127.0.0.1',
  port = 0
} = {}) {
  const program = registryProgram();
  const folder = mkdtempSync(join(tmpdir(), 'demo-registry-'));
  /** @param {string} name @param {string} content */
  const place = (name, content) => {
    const path = join(folder, name);
    writeFileSync(path, content, { mode: 0o600 });
    return path;
  };
  const configuration = {
    version: '0.1',
    log: { level: 'info', formatter: 'json', accesslog: { disabled: false } },
    storage: { inmemory: {} },
    http: {
      addr: `${address.includes(':') ? `[${address}]` : address}:${port}`,
      ...(tls && { tls: { certificate: place('certificate.pem', tls.cert), key: place('key.pem', tls.key) } })
    },
    ...(auth
      ? { auth }
      : htpasswd && { auth: { htpasswd: { realm: 'demo', path: place('htpasswd', `${htpasswd}\n`) } } })
  };
  // A small environment: REGISTRY_* variables would overrule the configuration, OTEL_* would send traces somewhere.
  const child = spawn(program, ['serve', place('config.yml', JSON.stringify(configuration))], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, OTEL_TRACES_EXPORTER: 'none' },
    // A group of its own: Ctrl-C in the terminal reaches the one who started it, who then closes it in order.
    detached: true
  });
  /** @type {string[]} */
  const lines = [];
  const ended = new Promise(end => {
    child.on('error', end);
    child.on('close', end);
  });
  const close = async () => {
    child.kill('SIGKILL');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  const listening = new Promise(found => {
    for (const input of [child.stdout, child.stderr]) {
      createInterface({ input }).on('line', line => {
        lines.push(line);
        const match = /listening on [^",]+:(\d+)/.exec(line);
        if (match) {
          found(Number(match[1]));
        }
      });
    }
  });
  const taken = await Promise.race([listening, ended.then(() => null)]);
  if (taken === null) {
    await close();
    const why = /"msg":"([^"]*)"/.exec(lines.findLast(line => line.includes('"fatal"')) ?? '')?.[1] ?? lines.at(-1);
    throw new MissingPart(`The registry did not start: ${why ?? 'its program could not be run'}.`);
  }
  return { port: taken, log: () => lines.join('\n'), close };
}
