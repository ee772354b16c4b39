/** The two faces of the engine as their users start them, and any other program, timed from spawn to exit. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

const root = resolve(import.meta.dirname, '../..');
export const NODE = join(root, '.venv', 'bin', 'node');
export const COMMAND = join(root, '.venv', 'bin', 'kaptain-registry');

/**
 * A sidecar, started as the server half starts it.
 * @param {Record<string, string>} environment facts of the environment, HOME among them
 */
export async function startSidecar(environment) {
  const script = join(root, 'jupyterlab_kaptain_registry', 'sidecar', 'sidecar.mjs');
  const began = performance.now();
  const limits = [
    '--max-old-space-size=160',
    '--max-semi-space-size=4',
    '--preserve-symlinks',
    '--preserve-symlinks-main'
  ];
  const child = spawn(NODE, ['--permission', '--allow-fs-read=*', ...limits, script], {
    cwd: '/',
    env: {},
    stdio: ['pipe', 'pipe', 'ignore']
  });
  const waiting = new Map();
  createInterface({ input: child.stdout }).on('line', line => {
    const message = JSON.parse(line);
    waiting.get(message.id)?.(message);
    waiting.delete(message.id);
  });
  let id = 0;
  const ask = (method, params) =>
    new Promise(done => {
      id += 1;
      waiting.set(id, done);
      child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', id, method, params })}\n`);
    });
  await ask('initialize', { protocol: 1, environment });
  const firstAnswerMs = performance.now() - began;
  let runs = 0;
  return {
    firstAnswerMs,
    began,
    /** One run as the panel asks for it. @param {string} [registry] */
    run: async registry => {
      runs += 1;
      const answer = await ask('run', { id: `bench-${runs}`, clicked: true, ...(registry ? { registry } : {}) });
      return answer.result.report;
    },
    /** Memory in megabytes. @param {'VmRSS' | 'VmHWM'} field */
    memory: field => {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
      return Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024;
    },
    end: () => {
      child.stdin.end();
      return new Promise(done => child.on('exit', done));
    }
  };
}

/**
 * Runs a program to its end.
 * @param {string} program @param {string[]} args @param {Record<string, string>} env
 * @returns {Promise<{ ms: number, status: number | null, output: string }>}
 */
export function timed(program, args, env) {
  return new Promise((done, fail) => {
    const began = performance.now();
    const child = spawn(program, args, { cwd: '/', env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', data => (output += data));
    child.stderr.on('data', data => (output += data));
    child.on('error', fail);
    child.on('exit', status => done({ ms: performance.now() - began, status, output }));
  });
}
