/** The main job without a mouse: open the panel, read the verdict, see the fix, go back, insert the cell, undo it. */
import { expect, test } from '@jupyterlab/galata';
import type { Locator, Page } from '@playwright/test';
import { createServer, type AddressInfo } from 'node:net';
import { mountFault, startAfresh } from '../home.ts';
import { copyDemo, Notebook } from '../notebook.ts';
import { Panel } from '../panel.ts';

test.afterEach(startAfresh);

/** Presses Tab until the button has the focus. */
async function tabTo(page: Page, button: Locator): Promise<void> {
  const hasFocus = (): Promise<boolean> => button.evaluate(node => node === document.activeElement);
  for (let step = 0; step < 40 && !(await hasFocus()); step += 1) {
    await page.keyboard.press('Tab');
  }
  await expect(button).toBeFocused();
}

test('from the palette to the inserted cell', async ({ page, tmpPath }) => {
  mountFault('same-name-ca');
  copyDemo(`${tmpPath}/demo.ipynb`);
  await page.notebook.openByPath(`${tmpPath}/demo.ipynb`);
  const notebook = new Notebook(page);
  await notebook.ready();

  const panel = new Panel(page);
  await panel.openByCommand();
  await expect(panel.verdict).toContainText('KR-TLS-004');
  await tabTo(page, panel.button('Show fix'));
  await page.keyboard.press('Enter');
  await expect(panel.root.getByRole('list', { name: 'Steps' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(panel.button('Show fix')).toBeFocused();

  const files = panel.section('files').getByRole('button', { name: /Files/ });
  await tabTo(page, files);
  await page.keyboard.press('Enter');
  await expect(files).toHaveAttribute('aria-expanded', 'true');

  await tabTo(page, panel.button('Insert config cell'));
  await page.keyboard.press('Enter');
  await expect(notebook.cells).toHaveCount(4);
});

test('the end of a run is heard with its first cause, and a cancelled run leaves the focus in the panel', async ({
  page
}) => {
  mountFault('same-name-ca');
  const panel = new Panel(page);
  await panel.open();
  await expect(panel.spoken).toHaveText("Checks finished: 1 problem. The registry's CA is not the one in your file.");

  // A registry that takes the connection and says nothing.
  const silent = createServer();
  await new Promise<void>(listening => silent.listen(0, '127.0.0.1', listening));
  try {
    await panel.chooseOther(`localhost:${(silent.address() as AddressInfo).port}`);
    await tabTo(page, panel.button('Cancel'));
    await page.keyboard.press('Enter');
    await expect(panel.spoken).toHaveText('Checks cancelled.');
    await expect(panel.frame).toBeFocused();
  } finally {
    silent.close();
  }
});
