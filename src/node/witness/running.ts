import { spawn } from 'node:child_process';
import { Socket } from 'node:net';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';

/** The fixed script; beside this file in the sources, and beside the program that the build makes of them. */
const SCRIPT = fileURLToPath(new URL('./python/witness.py', import.meta.url));

/** A Python that runs the fixed script, in a process group of its own. */
export interface Running {
  input: Writable;
  output: Readable;
  /** Calls back once, when it has ended or could not be started. */
  onEnd(listener: (fault: 'not-started' | 'ended') => void): void;
  /** Kills it with everything that it started; nothing when it has ended. */
  kill(): void;
}

function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It ended by itself just now.
  }
}

/**
 * Starts one, isolated (`-I`). What it writes to standard error is not read.
 *
 * @param python - path of an interpreter, or a name to be found on the PATH of `environment`
 * @param environment - its whole environment
 * @returns null when this process may not start programs, or the path is none
 */
export function spawnPython(python: string, environment: Readonly<Record<string, string>>): Running | null {
  try {
    const child = spawn(python, ['-I', SCRIPT, 'early'], {
      cwd: '/',
      env: { ...environment },
      detached: true,
      stdio: ['pipe', 'pipe', 'ignore']
    });
    return {
      input: child.stdin,
      output: child.stdout,
      onEnd: listener => {
        child.on('error', () => listener('not-started'));
        child.on('close', () => listener('ended'));
      },
      kill: () => {
        if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) {
          killGroup(child.pid);
        }
      }
    };
  } catch {
    return null;
  }
}

/**
 * Takes over the one that the launcher has started, so that it loads while Node does.
 *
 * @param text - its process and both pipes, `PID,WRITE,READ`
 */
export function adoptPython(text: string): Running | null {
  const [pid, write, read] = /^([1-9]\d{0,9}),(\d{1,4}),(\d{1,4})$/.exec(text)?.slice(1).map(Number) ?? [];
  if (pid === undefined || write === undefined || read === undefined) {
    return null;
  }
  try {
    const input = new Socket({ fd: write, readable: false, writable: true });
    const output = new Socket({ fd: read, readable: true, writable: false });
    output.on('error', () => undefined);
    return {
      input,
      output,
      onEnd: listener => output.on('close', () => listener('ended')),
      // It is a child of this process, which never asks for its end: until then its number is no other's.
      kill: () => killGroup(pid)
    };
  } catch {
    return null;
  }
}
