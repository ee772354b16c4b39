/** A panel that nobody sees sends nothing. */
import { expect, test } from '@playwright/test';
import { mountHealthy } from '../home.ts';
import { Notebook } from '../notebook.ts';
import { Panel } from '../panel.ts';

test('a hidden panel sends nothing, before and after its first show', async ({ page }) => {
  mountHealthy();
  const sent: string[] = [];
  page.on('request', request => {
    if (request.url().includes('/kaptain-registry/')) {
      sent.push(request.method());
    }
  });
  await page.clock.install();
  const notebook = new Notebook(page);
  const panel = new Panel(page);
  await notebook.open('quiet.ipynb');
  await page.clock.runFor(60_000);
  expect(sent).toEqual([]);

  await panel.open();
  await expect(panel.headline('Login and certificate work here')).toBeVisible();
  expect(sent).toContain('POST');

  await panel.tab.click();
  await expect(panel.root).toBeHidden();
  sent.length = 0;
  await page.clock.runFor(60_000);
  expect(sent).toEqual([]);
});
