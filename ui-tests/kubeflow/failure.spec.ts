/** "Why did this cell fail?": from a traceback to the cause that the checks find, in a notebook that runs and in a saved one. */
import { expect, test, type Page } from '@playwright/test';
import { mountFault, mountHealthy } from '../home.ts';
import { Notebook } from '../notebook.ts';
import { Panel } from '../panel.ts';
import { servers } from '../servers.ts';

const WHY = 'Why did this cell fail?';

test.afterEach(mountHealthy);

const card = (page: Page) => new Panel(page).root.getByRole('region', { name: WHY });

test('a build that fails for another CA, by mouse; then again in the saved notebook, by keyboard', async ({ page }) => {
  mountFault('same-name-ca');
  const notebook = new Notebook(page);
  const panel = new Panel(page);
  await notebook.open('why.ipynb');
  await panel.open();
  await expect(panel.verdict).toContainText('KR-TLS-004');
  await notebook.select(notebook.cells.first());
  await panel.button('Insert config cell').click();
  const build = notebook.cellWith('model.build()');
  for (const cell of [notebook.cells.nth(1), notebook.cellWith('Model('), build]) {
    await notebook.run(cell);
  }
  const why = build.getByRole('button', { name: WHY });
  await expect(why).toHaveCount(1);
  await expect(notebook.cells.nth(1).getByRole('button', { name: WHY })).toHaveCount(0);
  await why.click();
  await expect(card(page).getByRole('heading', { level: 2 })).toHaveText(
    /This notebook refused the certificate of the registry, because your CA file holds a CA of the same name with another key/
  );
  await expect(card(page)).not.toContainText('not recorded');
  await card(page).getByRole('button', { name: 'Show fix' }).click();
  await expect(panel.root.getByRole('list', { name: 'Steps' })).toContainText('Ask for the certificate of the CA');
  await panel.button('Back').click();
  await card(page).getByRole('button', { name: 'Close' }).click();
  await expect(panel.frame).toBeFocused();
  await expect(panel.verdict).toContainText('KR-TLS-004');

  await notebook.select(build);
  const changed = page.locator('.lm-TabBar-tab.jp-mod-dirty');
  await expect(changed).toHaveCount(1);
  await page.keyboard.press('Control+s');
  await expect(changed).toHaveCount(0);
  await page.goto(`${servers().url}lab/tree/why.ipynb?reset`);
  const saved = notebook.cellWith('model.build()').getByRole('button', { name: WHY });
  await expect(saved).toHaveCount(1);
  await saved.focus();
  await page.keyboard.press('Enter');
  await expect(card(page).getByRole('heading', { level: 2 })).toHaveText(/because your CA file holds/);
  await expect(card(page)).toContainText('When this cell ran is not recorded');
  await expect(changed).toHaveCount(0);
});

/** A cell with this code, run, at the end of the notebook. */
async function runCode(page: Page, notebook: Notebook, code: string) {
  const count = await notebook.cells.count();
  await notebook.select(notebook.cells.last());
  await page.keyboard.press('b');
  const cell = notebook.cells.nth(count);
  await cell.locator('.cm-content').click();
  await page.keyboard.insertText(code);
  await notebook.run(cell);
  return cell;
}

test('a log in a cell that ended well, an ordinary failure, an ordinary output', async ({ page }) => {
  const notebook = new Notebook(page);
  const panel = new Panel(page);
  const sent: string[] = [];
  page.on('request', request => {
    if (request.url().includes('/kaptain-registry/')) {
      sent.push(`${request.url()} ${request.postData() ?? ''}`);
    }
  });
  await notebook.open('log.ipynb');
  const { host } = servers();

  const ordinary = await runCode(page, notebook, 'print("certificate of the registry: fine")');
  await expect(notebook.output(ordinary)).toContainText('fine');

  const log = await runCode(
    page,
    notebook,
    `print('error checking push permissions -- make sure you entered the correct tag name, and that you are authenticated correctly, and try again: checking push permission for "${host}/team/img:1": UNAUTHORIZED: authentication required')`
  );
  await log.getByRole('button', { name: WHY }).click();
  await expect(card(page)).toContainText('The image builder was not let in by the registry to push');
  await expect(card(page)).toContainText('the login may not push to this repository');
  await card(page).getByRole('button', { name: 'Test push' }).click();
  await expect(card(page)).toContainText('The checks find nothing of the kind now');

  const failed = await runCode(page, notebook, '{}["loss"]');
  await expect(panel.root.getByText(/Cell \[\d+\] failed/)).toBeVisible();
  await failed.getByRole('button', { name: WHY }).click();
  await expect(card(page)).toContainText('does not know this text');
  await expect(card(page).getByRole('button', { name: `Check ${host}` })).toBeVisible();

  await expect(ordinary.getByRole('button', { name: WHY })).toHaveCount(0);
  await notebook.run(ordinary);
  await expect(ordinary.getByRole('button', { name: WHY })).toHaveCount(0);

  // The outputs stayed in the page: what was sent names the registry and the image, nothing else of them.
  expect(sent.some(text => text.includes(`${host}/team/img:1`))).toBe(true);
  expect(sent.join('\n')).not.toMatch(/UNAUTHORIZED|authentication required|KeyError|loss/);
});
