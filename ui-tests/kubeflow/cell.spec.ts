/** The Config cell in a notebook: written, kept up to date, never without a question where a person wrote. */
import { expect, test, type Locator, type Page } from '@playwright/test';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startAfresh } from '../home.ts';
import { Notebook } from '../notebook.ts';
import { Panel } from '../panel.ts';
import { servers } from '../servers.ts';

const CELL = 'config.docker_registry_url';

test.beforeEach(startAfresh);
test.afterAll(startAfresh);

function toolbarButton(page: Page): Locator {
  return page.locator('.jp-NotebookPanel-toolbar [data-command="kaptain-registry:insert-config-cell"]').first();
}

/** Replaces the whole text of a cell, as a person does. */
async function write(page: Page, cell: Locator, text: string): Promise<void> {
  await cell.locator('.cm-content').click();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(text);
  await page.keyboard.press('Escape');
}

test('inserted below the active cell, one undo step, updated and not doubled', async ({ page }) => {
  const notebook = new Notebook(page);
  const panel = new Panel(page);
  await notebook.open('cell.ipynb');
  await panel.open();
  await expect(panel.headline('Login and certificate work here')).toBeVisible();

  await notebook.select(notebook.cells.nth(1));
  await panel.button('Insert config cell').click();
  await expect(notebook.cells).toHaveCount(4);
  await expect(notebook.cells.nth(2)).toContainText(CELL);
  await expect(notebook.cells.nth(2)).toContainText(servers().host);
  await expect(notebook.cells.nth(2)).not.toContainText('not-a-secret');

  await notebook.select(notebook.cells.nth(2));
  await page.keyboard.press('z');
  await expect(notebook.cells).toHaveCount(3);
  await page.keyboard.press('Shift+Z');
  await expect(notebook.cells).toHaveCount(4);

  await panel.button('Insert config cell').click();
  await expect(page.getByText(/is up to date/).first()).toBeVisible();
  await expect(notebook.cells).toHaveCount(4);
});

test('asks before it replaces a change; leaving it is the default', async ({ page }) => {
  const notebook = new Notebook(page);
  const panel = new Panel(page);
  await notebook.open('asks.ipynb');
  await panel.open();
  await expect(panel.headline('Login and certificate work here')).toBeVisible();
  await notebook.select(notebook.cells.first());
  await panel.button('Insert config cell').click();
  await expect(notebook.cells).toHaveCount(4);
  const cell = notebook.cells.nth(1);
  await write(page, cell, 'config = "mine"');

  const dialog = page.getByRole('dialog');
  await panel.button('Insert config cell').click();
  await expect(dialog).toContainText('changed by hand');
  await expect(dialog).toContainText('config = "mine"');
  await expect(dialog).toContainText(CELL);
  // JupyterLab gives a dialog the focus a moment after it stands there.
  await expect(dialog.getByRole('button', { name: 'Leave it' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(cell).toContainText('config = "mine"');

  await panel.button('Insert config cell').click();
  await dialog.getByRole('button', { name: 'Replace' }).click();
  await expect(cell).toContainText(CELL);
  await expect(notebook.cells).toHaveCount(4);
});

test('asks before it changes the registry of a shared notebook', async ({ page }) => {
  const notebook = new Notebook(page);
  const panel = new Panel(page);
  await notebook.open('shared.ipynb');
  await panel.open();
  await expect(panel.headline('Login and certificate work here')).toBeVisible();
  await notebook.select(notebook.cells.first());
  await panel.button('Insert config cell').click();
  const cell = notebook.cells.nth(1);
  await expect(cell).toContainText(servers().host);

  await panel.chooseOther('localhost:1');
  await expect(panel.verdict).toContainText('localhost:1');
  await expect(panel.section('notebook')).toContainText(/warning|notice|problem/);
  await panel.button('Insert config cell').click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('differs in: registry');
  await expect(dialog.getByRole('button', { name: 'Leave it' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(cell).toContainText(servers().host);
  await panel.choose(servers().host);
  await expect(panel.headline('Login and certificate work here')).toBeVisible();
});

test('says why it cannot: no notebook, another language', async ({ page }) => {
  const panel = new Panel(page);
  await page.goto(`${servers().url}lab?reset`);
  await panel.open();
  await expect(panel.headline('Login and certificate work here')).toBeVisible();
  const insert = panel.button('Insert config cell');
  await expect(insert).toHaveAttribute('aria-disabled', 'true');
  await expect(insert).toHaveAttribute('title', /No notebook is open/);

  const { home } = servers();
  const demo = JSON.parse(readFileSync(join(home, 'demo.ipynb'), 'utf8')) as { metadata: Record<string, unknown> };
  demo.metadata = {
    kernelspec: { name: 'ir', display_name: 'R', language: 'R' },
    language_info: { name: 'R' }
  };
  writeFileSync(join(home, 'other.ipynb'), JSON.stringify(demo));
  await page.goto(`${servers().url}lab/tree/other.ipynb?reset`);
  // JupyterLab asks for a kernel, because it has none of that language.
  await page.getByRole('dialog').getByRole('button', { name: 'No Kernel' }).click();
  await expect(panel.tab).toBeVisible();
  if (!(await panel.root.isVisible())) {
    await panel.open();
  }
  await expect(insert).toHaveAttribute('title', /is no Python notebook \(R\)/);
  await expect(toolbarButton(page)).toBeVisible();
});

test('says that a file which cannot be saved has to get another name', async ({ page }) => {
  // A file without the right to write, as the server tells of it: the tests may run as root, for whom there is none.
  await page.route(/\/api\/contents\/locked\.ipynb\?/, async route => {
    const response = await route.fetch();
    const model = (await response.json()) as Record<string, unknown>;
    await route.fulfill({ response, json: { ...model, writable: false } });
  });
  const notebook = new Notebook(page);
  const panel = new Panel(page);
  await notebook.open('locked.ipynb');
  await panel.open();
  await expect(panel.headline('Login and certificate work here')).toBeVisible();
  await panel.button('Insert config cell').click();
  await expect(page.getByText(/cannot be saved here: save it under another name/).first()).toBeVisible();
});
