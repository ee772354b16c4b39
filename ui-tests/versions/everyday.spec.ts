/** What people do with the panel every day, in each version of JupyterLab and Notebook. */
import { expect, type Page } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { mountFault, startAfresh } from '../home.ts';
import { copyDemo, Notebook } from '../notebook.ts';
import { Panel } from '../panel.ts';
import { tagsOf } from '../registry.ts';
import { servers } from '../servers.ts';
import { activation } from './activation.ts';
import { complaintsOfServer, test } from './lab.ts';
import { environmentOf, VERSIONS, type Version } from './table.ts';

/** Loads of which the median is taken. */
const LOADS = 10;

const WORKS = 'Login and certificate work here';

function say(line: string): void {
  process.stdout.write(`    ${line}\n`);
}

function versionOf(environment: string): Version {
  const version = VERSIONS.find(({ name }) => name === environment);
  if (version === undefined) {
    throw new Error(`No version is called "${environment}".`);
  }
  return version;
}

/** Versions that are installed in an environment. */
function installed(environment: string): { python: string; jupyterlab: string; notebook: string } {
  const question =
    'import importlib.metadata as m, json, platform; print(json.dumps({"python": platform.python_version(), ' +
    '**{name: m.version(name) for name in ("jupyterlab", "notebook")}}))';
  const answer = execFileSync(join(environmentOf(environment), 'bin', 'python'), ['-c', question], {
    encoding: 'utf8'
  });
  return JSON.parse(answer) as { python: string; jupyterlab: string; notebook: string };
}

/** Opens a notebook on Notebook's own page. */
async function openPage(page: Page, name: string): Promise<Notebook> {
  copyDemo(name);
  await page.goto(`${servers().url}notebooks/${name}`);
  const notebook = new Notebook(page);
  // A notebook that is still loading takes the focus away from the palette.
  await notebook.ready();
  return notebook;
}

/** Whether the arrow of the list of registries is drawn inside of the list. */
async function arrowIsInPlace(panel: Panel): Promise<void> {
  const list = await panel.registry.boundingBox();
  const arrow = await panel.registry.locator('xpath=following-sibling::span//*[name()="svg"]').boundingBox();
  expect(list).not.toBeNull();
  expect(arrow).not.toBeNull();
  if (list !== null && arrow !== null) {
    const middle = arrow.y + arrow.height / 2 - list.y;
    expect(middle / list.height, 'height of the arrow').toBeGreaterThan(0.3);
    expect(middle / list.height, 'height of the arrow').toBeLessThan(0.7);
    expect(arrow.x + arrow.width).toBeLessThan(list.x + list.width);
  }
}

test.beforeEach(startAfresh);

test('activation', async ({ page, environment }) => {
  const version = versionOf(environment);
  const found = installed(environment);
  expect(found.jupyterlab.startsWith(version.jupyterlab), `JupyterLab ${found.jupyterlab}`).toBe(true);
  expect(found.notebook.startsWith(version.notebook), `Notebook ${found.notebook}`).toBe(true);
  expect(found.python.startsWith(version.python), `Python ${found.python}`).toBe(true);

  const { all, each } = await activation(page, `${servers().url}lab?reset`, LOADS);
  say(`JupyterLab ${found.jupyterlab}, Notebook ${found.notebook}, Python ${found.python}`);
  say(
    `activation: ${all.toFixed(1)} ms (median of ${LOADS}, budget ${version.activation}); ` +
      each.map(([id, milliseconds]) => `${id} ${milliseconds.toFixed(1)}`).join(', ')
  );
  expect(each.map(([id]) => id).sort()).toEqual([
    'cell',
    'client',
    'commands',
    'failure',
    'panel',
    'settings',
    'status'
  ]);
});

test('the panel finds a fault, shows the fix, then writes a cell that works', async ({ page }) => {
  mountFault('same-name-ca');
  const notebook = new Notebook(page);
  const panel = new Panel(page);
  await notebook.open('everyday.ipynb');
  await panel.open();
  await expect(panel.verdict).toContainText('KR-TLS-004');
  await arrowIsInPlace(panel);
  await panel.button('Show fix').click();
  const steps = panel.root.getByRole('list', { name: 'Steps' });
  await expect(steps.getByRole('button', { name: 'From notebook files…' })).toBeVisible();
  await panel.button('Back').click();

  startAfresh();
  await panel.runAgain();
  await expect(panel.headline(WORKS)).toBeVisible();
  await notebook.select(notebook.cells.first());
  await panel.button('Insert config cell').click();
  await expect(page.getByText(/Config cell inserted/).first()).toBeVisible();
  await expect(notebook.cells).toHaveCount(4);
  const build = notebook.cellWith('model.build()');
  for (const cell of [notebook.cells.nth(1), notebook.cellWith('Model('), build]) {
    await notebook.run(cell);
  }
  await expect(notebook.output(build)).toContainText('Image build completed successfully');
  expect(await tagsOf('kubeflow')).toEqual(['mnist-sdk-example']);
});

test('the panel opens on the page of Notebook by its command and writes the cell', async ({ page }) => {
  const notebook = await openPage(page, 'page.ipynb');
  const panel = new Panel(page);
  await panel.openByCommand();
  await expect(panel.headline(WORKS)).toBeVisible();
  await panel.button('Insert config cell').click();
  await expect(notebook.cells).toHaveCount(4);
});

// Last: it judges what the server wrote in all tests before.
test('the server has nothing to complain of', ({ lab }) => {
  expect(complaintsOfServer(lab.jupyter.log())).toEqual([]);
});
