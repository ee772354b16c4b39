/** From an empty home to an image in the registry, as the set-up leads: by mouse, and by keyboard alone. */
import { expect, test, type Page } from '@playwright/test';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LOGIN } from '../../scripts/demo/registry.mjs';
import { mountNothing, startAfresh } from '../home.ts';
import { Notebook } from '../notebook.ts';
import { Panel } from '../panel.ts';
import { tagsOf } from '../registry.ts';
import { servers } from '../servers.ts';
import { Terminal } from '../terminal.ts';

const CA = 'company-ca.crt';

test.beforeEach(() => {
  startAfresh();
  mountNothing();
  writeFileSync(join(servers().home, CA), servers().ca);
});
test.afterEach(() => {
  startAfresh();
  rmSync(join(servers().home, CA), { force: true });
});

/** Counts what a person does with the mouse. */
async function countClicks(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    document.body.dataset.clicks = '0';
    addEventListener(
      'click',
      event => {
        if (event.isTrusted && event.detail > 0) {
          document.body.dataset.clicks = String(Number(document.body.dataset.clicks) + 1);
        }
      },
      true
    );
  });
  return () => page.evaluate(() => Number(document.body.dataset.clicks));
}

test('by mouse', async ({ page }) => {
  const notebook = new Notebook(page);
  const panel = new Panel(page);
  const terminal = new Terminal(page);
  await notebook.open('welcome.ipynb');
  const clicks = await countClicks(page);
  await panel.open();
  await expect(panel.headline('Set up your private registry')).toBeVisible();
  await expect(panel.step('registry')).toContainText('found in this notebook');
  await expect(panel.step('registry').getByRole('combobox')).toHaveValue(servers().host);
  await panel.button('Next').click();

  await expect(panel.step('registry')).toHaveAttribute('data-state', 'done');
  await panel.button('From notebook files…').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(CA, { exact: true }).click();
  await dialog.getByRole('button', { name: 'Select' }).click();

  await expect(panel.step('ca')).toHaveAttribute('data-state', 'done');
  await panel.button('Open terminal').click();
  await terminal.says(`kaptain-registry login ${servers().host}`);
  await terminal.line('');
  await terminal.says(/[Uu]ser name/);
  await terminal.line(LOGIN.username);
  await terminal.says(/[Pp]assword/);
  await terminal.line(LOGIN.password);

  // No click: the step sees by itself that it is done.
  await expect(panel.step('login')).toHaveAttribute('data-state', 'done');
  await panel.button('Insert config cell').click();
  await expect(notebook.cells).toHaveCount(4);
  const count = await clicks();
  await expect(panel.headline('Login and certificate work here')).toBeVisible();
  process.stdout.write(
    `    from an empty home to the Config cell: ${count} clicks, one Enter and the login in a terminal\n`
  );

  await runAll(notebook);
  expect(await tagsOf('kubeflow')).toContain('mnist-sdk-example');
});

/** Runs the Config cell, then the model's. */
async function runAll(notebook: Notebook): Promise<void> {
  await notebook.run(notebook.cellWith('docker_registry_url'));
  await notebook.run(notebook.cellWith('from kaptain.model.models'));
  await notebook.run(notebook.cellWith('model.build()'));
}
