/** With a wrong CA the panel names the cause before the build fails for it. */
import { expect, test } from '@playwright/test';
import { mountFault, mountHealthy } from '../home.ts';
import { Notebook } from '../notebook.ts';
import { Panel } from '../panel.ts';

test.afterEach(mountHealthy);

test('the panel names the cause, then the build fails for it', async ({ page }) => {
  mountFault('same-name-ca');
  const notebook = new Notebook(page);
  const panel = new Panel(page);
  await notebook.open('wrong-ca.ipynb');

  await panel.open();
  await expect(panel.verdict).toContainText('KR-TLS-004');
  await panel.button('Show fix').click();
  await expect(panel.root.getByRole('list', { name: 'Steps' })).toContainText('Ask for the certificate of the CA');
  await panel.button('Back').click();

  await notebook.select(notebook.cells.first());
  await panel.button('Insert config cell').click();
  await expect(notebook.cells).toHaveCount(4);
  const build = notebook.cellWith('model.build()');
  for (const cell of [notebook.cells.nth(1), notebook.cellWith('Model('), build]) {
    await notebook.run(cell);
  }
  await expect(notebook.output(build)).toContainText('CERTIFICATE_VERIFY_FAILED');
});
