/**
 * The panel's looks: light, dark, high contrast, forced colours, 250 px wide; healthy, failing, its fix. The pictures land in
 * test-results/pictures for a person to look at; UPDATE_PICTURES=1 takes those of the README anew. What a machine can see
 * is judged: nothing sticks out at 250 px.
 */
import { expect, test } from '@jupyterlab/galata';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { forgetChoices, mountFault, mountHealthy, mountNothing } from '../home.ts';
import { copyDemo, Notebook } from '../notebook.ts';
import { Panel } from '../panel.ts';

const root = resolve(import.meta.dirname, '../..');

const THEMES = {
  light: 'JupyterLab Light',
  dark: 'JupyterLab Dark',
  'high-contrast': 'JupyterLab Dark High Contrast'
};

const HEALTHY = 'Login and certificate work here';

test.afterEach(mountHealthy);

/** Takes a picture of the panel, or of the whole window for the README. */
async function picture(panel: Panel, name: string, what: 'panel' | 'readme' = 'panel'): Promise<void> {
  const isNew = what === 'readme' && process.env.UPDATE_PICTURES === '1';
  const folder = join(root, isNew ? 'docs/images' : 'ui-tests/test-results/pictures');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${name}.png`);
  await (what === 'panel' ? panel.root : panel.page).screenshot({ path, animations: 'disabled' });
}

/** Every part that is wider than the panel, and every row whose words do not fit into it. */
function stickingOut(panel: Panel): Promise<string[]> {
  return panel.root.evaluate(node => {
    const edge = node.getBoundingClientRect().right;
    const isRow = (part: Element): boolean => part.classList.contains('jp-KaptainRegistry-disclosure');
    return [...node.querySelectorAll('*')]
      .filter(
        part =>
          (part.getBoundingClientRect().width > 0 && part.getBoundingClientRect().right > edge + 1) ||
          (isRow(part) && part.scrollWidth > part.clientWidth + 1)
      )
      .map(part => `${part.tagName.toLowerCase()}.${part.getAttribute('class') ?? ''}`);
  });
}

test('pictures of every state', async ({ page, tmpPath }) => {
  mountHealthy();
  copyDemo(`${tmpPath}/demo.ipynb`);
  await page.notebook.openByPath(`${tmpPath}/demo.ipynb`);
  await new Notebook(page).ready();
  await page.sidebar.close('left');
  const panel = new Panel(page);
  await panel.open();
  await page.sidebar.setWidth(320, 'right');
  await expect(panel.headline(HEALTHY)).toBeVisible();
  for (const [look, theme] of Object.entries(THEMES)) {
    await page.theme.setTheme(theme);
    await picture(panel, `healthy-${look}`);
  }
  await page.theme.setTheme(THEMES.light);
  await picture(panel, 'panel-healthy', 'readme');
  await page.sidebar.setWidth(250, 'right');
  await picture(panel, 'healthy-250px');
  expect(await stickingOut(panel)).toEqual([]);

  mountFault('same-name-ca');
  await page.sidebar.setWidth(320, 'right');
  await panel.runAgain();
  await expect(panel.verdict).toContainText('KR-TLS-004');
  for (const [look, theme] of Object.entries(THEMES)) {
    await page.theme.setTheme(theme);
    await picture(panel, `failing-${look}`);
  }
  await page.theme.setTheme(THEMES.light);
  await picture(panel, 'panel', 'readme');
  await page.emulateMedia({ forcedColors: 'active' });
  await picture(panel, 'failing-forced-colours');
  await page.emulateMedia({ forcedColors: 'none' });
  await page.sidebar.setWidth(250, 'right');
  await picture(panel, 'failing-250px');
  expect(await stickingOut(panel)).toEqual([]);

  await panel.button('Show fix').click();
  await expect(panel.button('Back')).toBeVisible();
  await picture(panel, 'fix-250px');
  expect(await stickingOut(panel)).toEqual([]);
  await page.sidebar.setWidth(320, 'right');
  for (const [look, theme] of Object.entries(THEMES)) {
    await page.theme.setTheme(theme);
    await picture(panel, `fix-${look}`);
  }
});

test('pictures of the first run', async ({ page, tmpPath }) => {
  forgetChoices();
  mountNothing();
  copyDemo(`${tmpPath}/demo.ipynb`);
  await page.notebook.openByPath(`${tmpPath}/demo.ipynb`);
  await new Notebook(page).ready();
  await page.sidebar.close('left');
  const panel = new Panel(page);
  await panel.open();
  await expect(panel.headline('Set up your private registry')).toBeVisible();
  const shots = async (name: string): Promise<void> => {
    await page.setViewportSize({ width: 1280, height: 1100 });
    await page.sidebar.setWidth(320, 'right');
    for (const [look, theme] of Object.entries(THEMES)) {
      await page.theme.setTheme(theme);
      await picture(panel, `${name}-${look}`);
    }
    await page.theme.setTheme(THEMES.light);
    await page.sidebar.setWidth(250, 'right');
    await picture(panel, `${name}-250px`);
    expect(await stickingOut(panel)).toEqual([]);
  };
  await shots('welcome-registry');

  await page.setViewportSize({ width: 1280, height: 800 });
  await page.sidebar.setWidth(320, 'right');
  await picture(panel, 'panel-welcome', 'readme');
  await panel.button('Next').click();
  await expect(panel.step('ca')).toHaveAttribute('data-state', 'todo');
  await shots('welcome-ca');

  mountHealthy();
  await panel.button('Check again').click();
  await expect(panel.headline('Your private registry is set up')).toBeVisible();
  await panel.root.getByRole('radio', { name: /All new notebooks/ }).check();
  await shots('welcome-for-good');
});
