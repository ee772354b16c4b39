import { expect, test } from '@jupyterlab/galata';
import { Notebook, copyDemo } from '../notebook.ts';
test('x', async ({ page, tmpPath }) => {
  copyDemo(`${tmpPath}/demo.ipynb`);
  await page.notebook.openByPath(`${tmpPath}/demo.ipynb`);
  await new Notebook(page).ready();
  await page.theme.setTheme('JupyterLab Dark');
  await page.screenshot({path:'/tmp/g.png'});
  await page.sidebar.setWidth(250, 'left');
  expect(1).toBe(1);
});
