import { execFileSync, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { METHODS, PROTOCOL, type RunParams, type RunResult } from '../../src/common/protocol.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const FOLDER = join(ROOT, 'jupyterlab_kaptain_registry', 'sidecar');

/** The flags with which the server half starts it: they decide on its memory. */
function flags(): string[] {
  const major = process.versions.node.split('.')[0] ?? '';
  const script = `import json; from jupyterlab_kaptain_registry.node import Node, flags; print(json.dumps(flags(Node('', ${major}, 'path'))))`;
  return JSON.parse(execFileSync('python', ['-c', script], { cwd: ROOT, encoding: 'utf8' })) as string[];
}

/** A sidecar in a process of its own. */
export interface RunningSidecar {
  pid: number;
  run(params: Omit<RunParams, 'id'>): Promise<RunResult>;
  /** Highest resident memory so far, in megabytes (proc(5), `VmHWM`). */
  peakMb(): number;
  /** Everything that it wrote to either output. */
  written(): string;
  /** Closes its input and waits for its end. */
  end(): Promise<{ status: number | null; signal: NodeJS.Signals | null }>;
}

/** Starts the built sidecar as the server half does. */
export async function startSidecar(environment: Readonly<Record<string, string>>): Promise<RunningSidecar> {
  const child = spawn(process.execPath, [...flags(), join(FOLDER, 'sidecar.mjs')], {
    cwd: '/',
    env: {},
    stdio: ['pipe', 'pipe', 'pipe']
  });
  const ended = new Promise<{ status: number | null; signal: NodeJS.Signals | null }>(done => {
    child.on('close', (status, signal) => done({ status, signal }));
  });
  const waiting = new Map<number, (message: { result?: unknown; error?: unknown }) => void>();
  const parts: string[] = [];
  child.stderr.on('data', (data: Buffer) => parts.push(data.toString()));
  createInterface({ input: child.stdout }).on('line', line => {
    parts.push(line);
    const message = JSON.parse(line) as { id?: number; result?: unknown; error?: unknown };
    if (message.id !== undefined) {
      waiting.get(message.id)?.(message);
      waiting.delete(message.id);
    }
  });
  let next = 0;
  const ask = async (method: string, params: object): Promise<unknown> => {
    next += 1;
    const id = next;
    const answer = new Promise<{ result?: unknown; error?: unknown }>(done => waiting.set(id, done));
    child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', id, method, params })}\n`);
    const died = ended.then(({ status, signal }) => {
      throw new Error(`the sidecar ended: ${signal ?? status}`);
    });
    const { result, error } = await Promise.race([answer, died]);
    if (error !== undefined) {
      throw new Error(`the sidecar refused: ${JSON.stringify(error)}`);
    }
    return result;
  };
  child.stdin.on('error', () => undefined);
  await ask(METHODS.initialize, { protocol: PROTOCOL, environment });
  const pid = child.pid as number;
  return {
    pid,
    run: params => ask(METHODS.run, { id: `run-${next + 1}`, clicked: true, ...params }) as Promise<RunResult>,
    peakMb: () => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? NaN) / 1024,
    written: () => parts.join('\n'),
    end: () => {
      child.stdin.end();
      return ended;
    }
  };
}
