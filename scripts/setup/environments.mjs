/**
 * Python environments as users have them, for the tests. A row is an environment; `wheel` puts the package that was
 * built on top, by pip, as a user does. Versions are those of a file: an environment of today is the same next year.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { askInterpreter, interpreter, interpreters } from './interpreters.mjs';
import { folderFor } from './make.mjs';
import { environmentFolder, ENVIRONMENTS, PYTHON } from './place.mjs';
import { contents, PIP } from './python.mjs';
import { builtWheel } from './wheel.mjs';

/** Versions of the project's own environment. */
const REQUIREMENTS = 'requirements.txt';

const DISTRIBUTION = 'jupyterlab-kaptain-registry';

/**
 * @typedef {object} Row
 * @property {string} title
 * @property {'own' | string} python version of the interpreter, or that of the project's own environment
 * @property {string[]} packages as pip takes them
 * @property {string} [pins] file below the checkout with the versions of everything that they bring along
 * @property {boolean} [wheel]
 */

/** What the kernel of a demo notebook needs beside its stand-in of the SDK. */
const SDK_NEEDS = 'python-dxf==7.7.1';

/** JupyterLab on each version that is promised; the newest is the one of requirements.txt. */
const LABS = {
  'lab-4.0': { python: '3.8', packages: ['jupyterlab==4.0.13', 'notebook==7.0.8', SDK_NEEDS] },
  'lab-4.2': { python: 'own', packages: ['jupyterlab==4.2.5', 'notebook==7.2.2', SDK_NEEDS] },
  'lab-4.3': { python: 'own', packages: ['jupyterlab==4.3.5', 'notebook==7.3.2', SDK_NEEDS] },
  'lab-4.5': { python: 'own', packages: ['jupyterlab==4.5.11', 'notebook==7.5.8', SDK_NEEDS] }
};

/** JupyterLab 3.0 with packages of its time: it does not start with later ones. */
const LAB_3 = [
  'jupyterlab==3.0.16',
  'jupyter_server==1.8.0',
  'jupyterlab_server==2.6.0',
  'nbclassic==0.3.1',
  'notebook<6.5',
  'jupyter_client<7',
  'nbconvert<6.1',
  'traitlets<5.2',
  'tornado<6.2',
  'pyzmq<23',
  'anyio<3.3',
  'jsonschema<4',
  'mistune<1',
  'jinja2<3.1',
  'markupsafe<2.1'
];

/** @type {Record<string, Row> | null} */
let known = null;

/** @returns {Record<string, Row>} every environment by its name; asks the machine which interpreters it has */
export function rows() {
  known ??= {
    lab: {
      title: 'JupyterLab of today',
      python: 'own',
      packages: ['jupyterlab', 'notebook'],
      pins: REQUIREMENTS,
      wheel: true
    },
    ...Object.fromEntries(
      Object.entries(LABS).map(([name, { python, packages }]) => [
        name,
        { title: packages.join(', '), python, packages, pins: `tests/environments/${name}.txt`, wheel: true }
      ])
    ),
    collaboration: {
      title: 'JupyterLab of today with jupyter-collaboration',
      python: 'own',
      packages: ['jupyterlab==4.6.6', 'jupyter-collaboration==5.0.4', SDK_NEEDS],
      pins: 'tests/environments/collaboration.txt',
      wheel: true
    },
    python38: { title: 'Python 3.8 without JupyterLab', python: '3.8', packages: [], wheel: true },
    kernel38: { title: 'kernel with Python 3.8', python: '3.8', packages: ['ipykernel==6.29.5'] },
    kernel37: { title: 'kernel with Python 3.7', python: '3.7', packages: ['requests==2.22.0', 'urllib3==1.25.11'] },
    lab3: {
      title: "JupyterLab 3.0, as in Kaptain's documents",
      python: '3.8',
      packages: LAB_3,
      pins: 'tests/environments/lab3.txt',
      wheel: true
    },
    lab36: {
      title: 'the last JupyterLab 3',
      python: '3.8',
      packages: ['jupyterlab==3.6.8', 'jupyter_server==2.14.2'],
      pins: 'tests/environments/lab36.txt',
      wheel: true
    },
    ...witnesses()
  };
  return known;
}

/** The SDK's verdict is confirmed with every Python that the machine has, and with both generations of urllib3. */
function witnesses() {
  /** @type {Record<string, Row>} */
  const found = {};
  for (const generation of ['urllib3<2', 'urllib3>=2']) {
    const name = `witness-urllib3-${generation.includes('<') ? 1 : 2}`;
    const packages = [generation, 'requests', SDK_NEEDS];
    found[name] = { title: `SDK's packages with ${generation}`, python: 'own', packages };
  }
  for (const minor of interpreters().keys()) {
    const title = `SDK's packages on Python 3.${minor}`;
    found[`witness-3.${minor}`] = { title, python: `3.${minor}`, packages: ['urllib3>=2', 'requests'] };
  }
  return found;
}

/** @returns {string[]} the parts behind the environments of the witness */
export function witnessParts() {
  return Object.keys(rows()).filter(name => name.startsWith('witness-'));
}

/** @returns {string[]} the parts behind every JupyterLab that is promised */
export function labParts() {
  return Object.keys(LABS).map(name => `${name}:wheel`);
}

/** @returns {Record<string, import('./make.mjs').Part>} */
export function environmentParts() {
  return Object.fromEntries(
    Object.entries(rows()).flatMap(([name, row]) => [
      [name, packagesOf(name, row)],
      ...(row.wheel ? [[`${name}:wheel`, wheelIn(name, row)]] : [])
    ])
  );
}

/** @param {Row} row @returns {string} interpreter */
export function baseOf({ python }) {
  if (python !== 'own') {
    return interpreter(python);
  }
  const own = askInterpreter(PYTHON);
  if (own === null) {
    throw new Error('The environment .venv has no Python that starts.');
  }
  return own.path;
}

/** @param {Row} row @returns {string[]} options of pip that keep the versions of what the packages bring along */
function limits({ pins }) {
  if (!pins) {
    return [];
  }
  // pip takes no hashes in constraints.
  const versions = contents(pins)[0]
    .toString()
    .split('\n')
    .filter(line => /^[A-Za-z0-9]/.test(line))
    .map(line => line.replace(/[\\ ]+$/, ''));
  const path = join(ENVIRONMENTS, pins.replaceAll('/', '+'));
  folderFor(path);
  writeFileSync(path, `${versions.join('\n')}\n`);
  return ['--constraint', path];
}

/** @param {string} name @param {Row} row @returns {import('./make.mjs').Part} */
function packagesOf(name, row) {
  const folder = environmentFolder(name);
  const python = join(folder, 'bin', 'python');
  return {
    title: `Python environment ${name} (${row.title})`,
    needs: row.python === 'own' ? ['python'] : [],
    inputs: () => [baseOf(row), ...row.packages, ...(row.pins ? contents(row.pins) : [])],
    made: () => [python],
    async make({ run, say }) {
      rmSync(folder, { recursive: true, force: true });
      folderFor(folder);
      await run(baseOf(row), ['-m', 'venv', folder], {
        missing: `The Python environment ${name} could not be made (%s).`
      });
      if (row.packages.length > 0) {
        say('its packages');
        await run(python, [...PIP, 'install', ...limits(row), ...row.packages], {
          missing: `The packages of the Python environment ${name} could not be installed; the lines above say why.`,
          env: { VIRTUAL_ENV: folder }
        });
      }
    }
  };
}

/** @param {string} name @param {Row} row @returns {import('./make.mjs').Part} */
function wheelIn(name, row) {
  const folder = environmentFolder(name);
  const python = join(folder, 'bin', 'python');
  return {
    title: `the panel in the environment ${name}`,
    needs: [name, 'wheel'],
    inputs: () => [readFileSync(builtWheel()), ...packagesOf(name, row).inputs()],
    made: () => [join(folder, 'bin', 'kaptain-registry')],
    async make({ run }) {
      const missing = `The wheel could not be installed into the Python environment ${name}; the lines above say why.`;
      const env = { VIRTUAL_ENV: folder };
      await run(python, [...PIP, 'uninstall', '--yes', DISTRIBUTION], { missing, env });
      await run(python, [...PIP, 'install', ...limits(row), builtWheel()], { missing, env });
      await run(python, [...PIP, 'check'], { missing, env });
    }
  };
}
