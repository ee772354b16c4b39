/** What a person chooses: registry and places, in the panel and in the settings; it lasts. Status item and commands. */
import { expect, test } from '@playwright/test';
import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { startAfresh } from '../home.ts';
import { Notebook } from '../notebook.ts';
import { Panel } from '../panel.ts';
import { servers } from '../servers.ts';

test.beforeEach(startAfresh);
test.afterAll(startAfresh);

test('the registry: typed, refused when it is none, kept across reloads', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const panel = new Panel(page);
  await new Notebook(page).open('choices.ipynb');
  await panel.open();
  await expect(panel.headline('Login and certificate work here')).toBeVisible();

  await panel.registry.selectOption({ label: 'Type another…' });
  const box = panel.root.getByRole('textbox', { name: 'Another registry' });
  await expect(box).toBeFocused();
  await box.fill('https://registry.example.com/v2');
  await page.keyboard.press('Enter');
  await expect(panel.root.getByRole('alert')).toContainText('Leave out http');
  // Nobody listens on port 1.
  await box.fill('localhost:1');
  // JupyterLab keeps since when a finding stands in the workspace, some moments after it changed.
  const kept = page.waitForRequest(
    request => request.url().includes('/api/workspaces/') && (request.postData() ?? '').includes('KR-NET-006')
  );
  await page.keyboard.press('Enter');
  await expect(panel.verdict).toContainText('localhost:1');
  const since = async (): Promise<string | undefined> => {
    await panel.verdict.getByRole('button', { name: /^Ask / }).first().click();
    return /Seen since (\S+),/.exec(await page.evaluate(() => navigator.clipboard.readText()))?.[1];
  };
  const first = await since();
  expect(first).toBeTruthy();
  await (await kept).response();

  await page.reload();
  await panel.openAgain();
  await expect(panel.registry).toHaveValue('localhost:1');
  await expect(panel.verdict).toContainText('localhost:1');
  expect(await since()).toBe(first);

  await panel.choose(servers().host);
  await expect(panel.headline('Login and certificate work here')).toBeVisible();
});

test('other places for the files, by the panel and by the settings', async ({ page }) => {
  const { home } = servers();
  const moved = join(home, 'moved.crt');
  copyFileSync(join(home, '.tls', 'certificate.crt'), moved);
  rmSync(join(home, '.tls', 'certificate.crt'));
  try {
    const panel = new Panel(page);
    await new Notebook(page).open('places.ipynb');
    await panel.open();
    await expect(panel.verdict).toContainText('KR-FIL-008');
    await panel.button('Show all checks').click();

    await panel.setPlace('CA certificate', moved);
    await expect(panel.headline('Login and certificate work here')).toBeVisible();

    // The same stands in the settings editor, and emptied there it is the default place again.
    await page.getByRole('toolbar', { name: 'Private Registry toolbar' }).getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Settings of the Private Registry' }).click();
    // JupyterLab's settings form gives its boxes no name for the ear: registry, Docker config, CA certificate.
    const settings = page.getByRole('tabpanel', { name: 'Settings' });
    const field = settings.getByRole('textbox').nth(2);
    await expect(field).toHaveValue(moved);
    await field.fill('');
    await field.blur();
    await expect(field).toHaveValue('');
    await expect(panel.button('Cancel')).toBeHidden();
    // JupyterLab saves a setting some moments after the last key.
    await expect(async () => {
      await panel.runAgain();
      await expect(panel.verdict).toContainText('KR-FIL-008', { timeout: 2000 });
    }).toPass();
  } finally {
    rmSync(moved, { force: true });
  }
});

test('status item and commands', async ({ page }) => {
  const panel = new Panel(page);
  await new Notebook(page).open('status.ipynb');
  const item = page.locator('.jp-KaptainRegistry-status');
  await expect(item).toBeHidden();
  await panel.open();
  await expect(item).toContainText('Registry works');
  await panel.tab.click();
  await expect(panel.root).toBeHidden();
  await item.getByRole('button').focus();
  await page.keyboard.press('Enter');
  await expect(panel.root).toBeVisible();
});
