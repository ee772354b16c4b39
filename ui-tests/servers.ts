/** What the browser tests run against: one registry, one home, one JupyterLab per Playwright configuration. */
import { startDemo, type Demo } from '../scripts/demo/demo.mjs';
import type { MountedFiles } from '../scripts/demo/home.mjs';
import { filesOf } from '../scripts/demo/faults.mjs';

/** What the tests know of the servers; travels to Playwright's workers in the environment. */
export interface Servers {
  /** Address of JupyterLab with its prefix, ends in a slash. */
  url: string;
  /** Home folder that JupyterLab, its kernels and the panel use. */
  home: string;
  /** The registry, host:port. */
  host: string;
  /** The registry's CA, PEM. */
  ca: string;
  /** The two files as they are when everything works. */
  files: MountedFiles;
}

const VARIABLE = 'KAPTAIN_REGISTRY_UI_SERVERS';

export function servers(): Servers {
  return JSON.parse(process.env[VARIABLE] ?? '{}') as Servers;
}

/** Lets the tests of this process use other servers; the function that it returns puts the first ones back. */
export function useServers(known: Servers): () => void {
  const before = process.env[VARIABLE];
  process.env[VARIABLE] = JSON.stringify(known);
  return () => {
    process.env[VARIABLE] = before;
  };
}

/** Tells the tests, here and in processes that start later, what runs. */
export function tellServers(demo: Demo): void {
  useServers({
    url: demo.jupyter.url,
    home: demo.home.path,
    host: demo.host,
    ca: demo.parts.authority.pem,
    files: filesOf(demo.parts, demo.host)
  });
}

/** Starts the servers; for Playwright's `globalSetup`, which runs the returned function at the end. */
export async function startServers(jupyter: { flags: string[]; prefix?: string }): Promise<() => Promise<void>> {
  const running = new AsyncDisposableStack();
  try {
    const demo = await startDemo({ jupyter: { token: null, ...jupyter } }, running);
    tellServers(demo);
  } catch (error) {
    await running.disposeAsync();
    throw error;
  }
  return () => running.disposeAsync();
}
