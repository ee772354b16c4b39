/** The proof of the product: what the panel says is so, and the cell that it writes works. */
import { expect, test } from '@playwright/test';
import { mountHealthy } from '../home.ts';
import { Notebook } from '../notebook.ts';
import { Panel } from '../panel.ts';
import { tagsOf } from '../registry.ts';

test('the inserted cell builds and pushes a model', async ({ page }) => {
  mountHealthy();
  const notebook = new Notebook(page);
  const panel = new Panel(page);
  await notebook.open('healthy.ipynb');
  expect(await tagsOf('kubeflow')).toEqual([]);

  await panel.open();
  await expect(panel.headline('Login and certificate work here')).toBeVisible();

  await notebook.select(notebook.cells.first());
  await panel.button('Insert config cell').click();
  await expect(notebook.cells).toHaveCount(4);
  const inserted = notebook.cells.nth(1);
  await expect(inserted).toContainText('config.docker_registry_url');

  const build = notebook.cellWith('model.build()');
  for (const cell of [inserted, notebook.cellWith('Model('), build]) {
    await notebook.run(cell);
  }
  await expect(notebook.output(build)).toContainText('Image build completed successfully');
  expect(await tagsOf('kubeflow')).toEqual(['mnist-sdk-example']);
});
