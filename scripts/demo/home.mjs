/** The demo's home folder: the two files where the SDK looks, a notebook with what it needs, and a Python kernel that has the stand-in SDK. */
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const notebooks = join(root, 'tests', 'notebooks');

/** The registry that the committed notebook speaks of, as the guide does. */
const GUIDES_REGISTRY = 'my.private.registry:5000';

/** The CA as the registry's owner sends it, among the notebook's files. */
export const SENT_FILE = 'registry-ca.crt';

/** Variables of the person's environment that the demo passes on. Others could make a healthy set-up look broken. */
const PASSED_ON = ['PATH', 'LANG', 'LC_ALL', 'TZ', 'TERM', 'TMPDIR', 'USER', 'LOGNAME', 'SHELL'];

/**
 * @typedef {object} DemoHome
 * @property {string} path the home folder
 * @property {Record<string, string>} environment of the JupyterLab that runs in it
 */

/**
 * The two files that the SDK reads.
 * @typedef {object} MountedFiles
 * @property {string | null} caFile content of .tls/certificate.crt; null: no file
 * @property {string | null} dockerConfig content of .docker/config.json; null: no file
 */

/**
 * @param {string} folder an empty folder
 * @param {string} host the registry, host[:port]
 * @param {object} [options]
 * @param {boolean} [options.isChosen] whether the registry stands in the panel's settings
 * @param {string | null} [options.sent] what the registry's owner sent; null: nothing
 * @returns {DemoHome}
 */
export function makeHome(folder, host, { isChosen = false, sent = null } = {}) {
  const path = join(folder, 'home');
  mkdirSync(path, { recursive: true });
  for (const file of ['demo.ipynb', 'trainer.py']) {
    cpSync(join(notebooks, file), join(path, file));
  }
  const notebook = join(path, 'demo.ipynb');
  writeFileSync(notebook, readFileSync(notebook, 'utf8').replaceAll(GUIDES_REGISTRY, host));
  if (sent !== null) {
    writeFileSync(join(path, SENT_FILE), sent);
  }

  const jupyter = join(folder, 'jupyter');
  writeJson(join(jupyter, 'share', 'kernels', 'python3', 'kernel.json'), {
    argv: ['python', '-Xfrozen_modules=off', '-m', 'ipykernel_launcher', '-f', '{connection_file}'],
    display_name: 'Python 3 (demo)',
    language: 'python',
    metadata: { debugger: true },
    env: { PYTHONPATH: join(root, 'tests', 'standin-sdk') }
  });
  // JupyterLab asks a new user whether to fetch news: a question in front of what the demo is about.
  const settings = join(jupyter, 'config', 'lab', 'user-settings');
  writeJson(join(settings, '@jupyterlab', 'apputils-extension', 'notification.jupyterlab-settings'), {
    fetchNews: 'false',
    checkForUpdates: false
  });
  if (isChosen) {
    writeJson(join(settings, 'jupyterlab-kaptain-registry', 'settings.jupyterlab-settings'), { registry: host });
  }

  return {
    path,
    environment: {
      ...Object.fromEntries(PASSED_ON.flatMap(name => (process.env[name] ? [[name, process.env[name]]] : []))),
      HOME: path,
      JUPYTER_CONFIG_DIR: join(jupyter, 'config'),
      JUPYTER_DATA_DIR: join(jupyter, 'data'),
      JUPYTER_RUNTIME_DIR: join(jupyter, 'runtime'),
      JUPYTER_PATH: join(jupyter, 'share')
    }
  };
}

/**
 * Writes or removes the two files, each at once, as a kubelet does.
 * @param {string} home
 * @param {MountedFiles} files
 */
export function mount(home, { caFile, dockerConfig }) {
  place(join(home, '.docker', 'config.json'), dockerConfig);
  place(join(home, '.tls', 'certificate.crt'), caFile);
}

/** @param {string} path @param {string | null} content */
function place(path, content) {
  if (content === null) {
    rmSync(path, { force: true });
    return;
  }
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.new`, content, { mode: 0o644 });
  renameSync(`${path}.new`, path);
}

/** @param {string} path @param {unknown} value */
function writeJson(path, value) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`);
}
