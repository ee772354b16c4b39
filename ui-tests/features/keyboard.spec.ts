/** The main job without a mouse: open the panel, read the verdict, see the fix, go back, insert the cell, undo it. */
import { expect, test } from '@jupyterlab/galata';
import type { Locator, Page } from '@playwright/test';
import { mountFault, mountHealthy } from '../home.ts';
import { copyDemo, Notebook } from '../notebook.ts';
import { Panel } from '../panel.ts';

test.afterEach(mountHealthy);

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
