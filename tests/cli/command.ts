import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** The command’s program. */
export const SOURCE = resolve(import.meta.dirname, '../../src/node/cli.ts');

export interface Ran {
  status: number | null;
  signal: NodeJS.Signals | null;
  out: string;
  err: string;
}

/** Runs the command's program from its source, as the launcher does: in a process of its own, with a small environment. */
export function command(
  args: readonly string[],
  { home = '/nonexistent', env = {}, input = '', interrupt }: Partial<Options> = {}
): Promise<Ran> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', SOURCE, ...args], {
      env: { HOME: home, ...env },
      stdio: ['pipe', 'pipe', 'pipe']
    });
    let out = '';
    let err = '';
    child.stdout.on('data', (data: Buffer) => (out += data.toString()));
    child.stderr.on('data', (data: Buffer) => (err += data.toString()));
    child.on('error', fail);
    child.on('close', (status, signal) => done({ status, signal, out, err }));
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
    void interrupt?.then(() => child.kill('SIGINT'));
  });
}

interface Options {
  home: string;
  env: Record<string, string>;
  input: string;
  /** When it resolves, the program gets Ctrl-C. */
  interrupt: Promise<unknown>;
}

/** Runs a test in a home folder with the two files; null = without that file. */
export async function inHome(
  files: { config: object | string | null; ca: string | null },
  test: (home: string) => Promise<void>
): Promise<void> {
  const home = await mkdtemp(join(tmpdir(), 'command-'));
  try {
    const put = async (folder: string, name: string, content: string): Promise<void> => {
      await mkdir(join(home, folder));
      await writeFile(join(home, folder, name), content, { mode: 0o600 });
    };
    if (files.config !== null) {
      const text = typeof files.config === 'string' ? files.config : JSON.stringify(files.config);
      await put('.docker', 'config.json', text);
    }
    if (files.ca !== null) {
      await put('.tls', 'certificate.crt', files.ca);
    }
    await test(home);
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}
