/** The panel in Notebook 7, which has side areas but no tabs and no status bar. */
import { expect, test } from '@playwright/test';
import { mountHealthy } from '../home.ts';
import { copyDemo } from '../notebook.ts';
import { Panel } from '../panel.ts';
import { servers } from '../servers.ts';

test('the panel opens in Notebook 7 by its command and writes the cell', async ({ page }) => {
  mountHealthy();
  copyDemo('notebook7.ipynb');
  await page.goto(`${servers().url}notebooks/notebook7.ipynb`);
  const cells = page.locator('.jp-Notebook .jp-Cell');
  await expect(cells).toHaveCount(3);
  // A notebook that is still loading takes the focus away from the palette.
  await expect(page.locator('.jp-Notebook-ExecutionIndicator')).toHaveAttribute('data-status', 'idle');

  const panel = new Panel(page);
  await panel.openByCommand();
  await expect(panel.headline('Login and certificate work here')).toBeVisible();
  await panel.button('Insert config cell').click();
  await expect(cells).toHaveCount(4);
});
