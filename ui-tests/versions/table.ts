/** The JupyterLab and Notebook versions that the panel is tried in, each in a Python environment of its own. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

export interface Version {
  /** Name of the environment, and of the tests that run in it. */
  name: string;
  /** How the versions of the two packages begin: what is installed must be what the name says. */
  jupyterlab: string;
  notebook: string;
  /** The Python of the server and of its kernel. */
  python: string;
  /** Milliseconds that all plugins together may take to activate. */
  activation: number;
}

/** From the lowest version on. Those of Kubeflow's images are 4.2.5 (Kubeflow 1.9) and 4.3.5 (Kubeflow 1.10). */
export const VERSIONS: readonly Version[] = [
  { name: 'lab-4.0', jupyterlab: '4.0.13', notebook: '7.0.8', python: '3.8.', activation: 10 },
  { name: 'lab-4.2', jupyterlab: '4.2.5', notebook: '7.2.2', python: '3.11.', activation: 10 },
  { name: 'lab-4.3', jupyterlab: '4.3.5', notebook: '7.3.2', python: '3.11.', activation: 10 },
  { name: 'lab-4.5', jupyterlab: '4.5.', notebook: '7.5.', python: '3.', activation: 5 },
  { name: 'newest', jupyterlab: '4.', notebook: '7.', python: '3.', activation: 5 }
];

/** JupyterLab with jupyter-collaboration: several people in one notebook. */
export const COLLABORATION = 'collaboration';

/**
 * Folder of an environment; `newest` is the project's own.
 * @throws {Error} with one sentence when it is not there, or has another panel than the one that was built last
 */
export function environmentOf(name: string): string {
  const folder = name === 'newest' ? join(root, '.venv') : join(root, '.cache', 'environments', name);
  const setUp = name === 'newest' ? 'npm run build' : `npm run setup -- ${name}:wheel`;
  if (!existsSync(join(folder, 'bin', 'jupyter-lab'))) {
    throw new Error(`The Python environment "${name}" is not there: "${setUp}" makes it.`);
  }
  const installed = join(folder, 'share', 'jupyter', 'labextensions', 'jupyterlab-kaptain-registry', 'package.json');
  const built = join(root, 'jupyterlab_kaptain_registry', 'labextension', 'package.json');
  if (!existsSync(installed) || readFileSync(installed, 'utf8') !== readFileSync(built, 'utf8')) {
    throw new Error(
      `The Python environment "${name}" does not have the panel that was built last: "${setUp}" installs it.`
    );
  }
  return folder;
}
