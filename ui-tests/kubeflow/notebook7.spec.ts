/** The panel in Notebook 7, which has side areas but no tabs and no status bar. */
import { expect, test } from '@playwright/test';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { mountHealthy } from '../home.ts';
import { Panel } from '../panel.ts';
import { servers } from '../servers.ts';

test('the panel opens in Notebook 7 by its command and writes the cell', async ({ page }) => {
  mountHealthy();
  const { home, url } = servers();
  copyFileSync(join(home, 'demo.ipynb'), join(home, 'notebook7.ipynb'));
  await page.goto(`${url}notebooks/notebook7.ipynb`);
  const cells = page.locator('.jp-Notebook .jp-Cell');
  await expect(cells).toHaveCount(3);

  const panel = new Panel(page);
  await panel.openByCommand();
  await expect(panel.headline('Login and certificate work here')).toBeVisible();
  await panel.button('Insert config cell').click();
  await expect(cells).toHaveCount(4);
});
