import { spawn } from 'node:child_process';
import { SOURCE, type Ran } from './command.ts';

/**
 * Runs a shell script in mounts of its own, where it can have a full disk or a read-only home without harm to anybody.
 * `$COMMAND` is the command, `$HOME` the home folder. Needs root, or a kernel that lets users have namespaces.
 */
export function inOwnMounts(script: string, home: string, input = ''): Promise<Ran> {
  const asRoot = process.getuid?.() === 0;
  const args = [asRoot ? '--mount' : '-rm', 'sh', '-euc', script];
  return new Promise((done, fail) => {
    const child = spawn('unshare', args, {
      env: {
        HOME: home,
        PATH: process.env['PATH'],
        COMMAND: `${process.execPath} --disable-warning=ExperimentalWarning ${SOURCE}`
      },
      stdio: ['pipe', 'pipe', 'pipe']
    });
    let out = '';
    let err = '';
    child.stdout.on('data', (data: Buffer) => (out += data.toString()));
    child.stderr.on('data', (data: Buffer) => (err += data.toString()));
    child.on('error', fail);
    child.on('close', (status, signal) => {
      if (/unshare|mount:|Operation not permitted/.test(err)) {
        fail(new Error(`This test needs mounts of its own (root, or user namespaces): ${err}`));
      } else {
        done({ status, signal, out, err });
      }
    });
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}
