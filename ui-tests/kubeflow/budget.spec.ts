/** Figures against their budgets. Time is printed, not judged: machines differ. Sizes are judged. */
import { expect, test, type Response } from '@playwright/test';
import { mountHealthy } from '../home.ts';
import { Notebook } from '../notebook.ts';
import { Panel } from '../panel.ts';

/** Bytes that a page fetches for the extension, as they are sent: Jupyter's server does not compress them. */
const LABEXTENSION_LIMIT = 150_000;

// Stands first in the alphabet on purpose: the sidecar's start is part of the first show.
test('size of the labextension; time to the first local results', async ({ page }) => {
  mountHealthy();
  const fetched: Response[] = [];
  page.on('response', response => {
    if (response.url().includes('/extensions/jupyterlab-kaptain-registry/')) {
      fetched.push(response);
    }
  });
  await new Notebook(page).open('budget.ipynb');
  const panel = new Panel(page);
  await expect(panel.tab).toBeVisible();

  const shown = page.evaluate(
    () =>
      new Promise<{ local: number; all: number }>(answer => {
        let clicked = 0;
        let local = 0;
        addEventListener('click', () => (clicked = performance.now()), { capture: true, once: true });
        new MutationObserver(() => {
          const files = document.querySelector('[data-section="files"] [data-state]')?.getAttribute('data-state');
          if (local === 0 && files && files !== 'running' && files !== 'waiting') {
            local = performance.now() - clicked;
          }
          const verdict = document.querySelector('.jp-KaptainRegistry-card')?.getAttribute('data-state');
          if (verdict && !['running', 'waiting'].includes(verdict)) {
            answer({ local, all: performance.now() - clicked });
          }
        }).observe(document.body, { subtree: true, childList: true, attributes: true });
      })
  );
  await panel.open();
  const { local, all } = await shown;
  // Counted at the end: a body that is still on its way would be missing.
  const bodies = await Promise.all(fetched.map(response => response.body()));
  const bytes = bodies.reduce((sum, body) => sum + body.length, 0);
  process.stdout.write(
    `    first show: local results after ${local.toFixed(0)} ms (budget 300), verdict after ${all.toFixed(0)} ms\n` +
      `    labextension: ${(bytes / 1000).toFixed(0)} kB (budget 150)\n`
  );
  expect(bytes).toBeGreaterThan(0);
  expect(bytes).toBeLessThan(LABEXTENSION_LIMIT);
});
