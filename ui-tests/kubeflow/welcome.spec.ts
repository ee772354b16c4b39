/** From an empty home to an image in the registry, as the set-up leads: by mouse, and by keyboard alone. */
import { expect, test, type Page } from '@playwright/test';
import { X509Certificate } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createAuthority, createServer } from '../../scripts/demo/certificates.mjs';
import { freePort } from '../../scripts/demo/demo.mjs';
import { LOGIN, startRegistry } from '../../scripts/demo/registry.mjs';
import { mountNothing, startAfresh } from '../home.ts';
import { Notebook } from '../notebook.ts';
import { Panel } from '../panel.ts';
import { tagsOf } from '../registry.ts';
import { servers } from '../servers.ts';
import { Terminal } from '../terminal.ts';

const CA = 'company-ca.crt';

test.beforeEach(() => {
  startAfresh();
  mountNothing();
  writeFileSync(join(servers().home, CA), servers().ca);
});
test.afterEach(() => {
  startAfresh();
  rmSync(join(servers().home, CA), { force: true });
});

/** Counts what a person does with the mouse. */
async function countClicks(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    document.body.dataset.count = '0';
    const onClick = (event: MouseEvent): void => {
      if (event.isTrusted && event.detail > 0) {
        document.body.dataset.count = String(Number(document.body.dataset.count) + 1);
      }
    };
    addEventListener('click', onClick, true);
  });
  return () => page.evaluate(() => Number(document.body.dataset.count));
}

/** Counts the keys that are no text: Tab, Enter, Escape, arrows, shortcuts. */
async function countKeys(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    document.body.dataset.count = '0';
    const onKey = (event: KeyboardEvent): void => {
      const isText = event.key.length === 1 && !event.ctrlKey;
      if (event.isTrusted && !isText && !['Shift', 'Control', 'Alt'].includes(event.key)) {
        document.body.dataset.count = String(Number(document.body.dataset.count) + 1);
      }
    };
    addEventListener('keydown', onKey, true);
  });
  return () => page.evaluate(() => Number(document.body.dataset.count));
}

test('by mouse', async ({ page }) => {
  const notebook = new Notebook(page);
  const panel = new Panel(page);
  const terminal = new Terminal(page);
  await notebook.open('welcome.ipynb');
  const clicks = await countClicks(page);
  await panel.open();
  await expect(panel.headline('Set up your private registry')).toBeVisible();
  await expect(panel.step('registry')).toContainText('found in this notebook');
  await expect(panel.step('registry').getByRole('combobox')).toHaveValue(servers().host);
  await panel.button('Next').click();

  await expect(panel.step('registry')).toHaveAttribute('data-state', 'done');
  await panel.button('From notebook files…').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(CA, { exact: true }).click();
  await dialog.getByRole('button', { name: 'Select' }).click();

  await expect(panel.step('ca')).toHaveAttribute('data-state', 'done');
  await panel.button('Open terminal').click();
  await login(terminal);

  // No click: the step sees by itself that it is done.
  await expect(panel.step('login')).toHaveAttribute('data-state', 'done');
  await panel.button('Insert config cell').click();
  await expect(notebook.cells).toHaveCount(4);
  const count = await clicks();
  await expect(panel.headline('Login and certificate work here')).toBeVisible();
  process.stdout.write(
    `    from an empty home to the Config cell: ${count} clicks, one Enter and the login in a terminal\n`
  );

  await runAll(notebook);
  expect(await tagsOf('kubeflow')).toContain('mnist-sdk-example');
});

test('by keyboard, with the CA from the registry', async ({ page }) => {
  // A registry that sends its CA along: then it can be had from there, with its SHA-256 to compare.
  const authority = createAuthority({ name: 'Keyboard CA' });
  const server = createServer(authority);
  const registry = await startRegistry({
    tls: { cert: server.pem + authority.pem, key: server.keyPem },
    port: await freePort(5400)
  });
  try {
    const host = `localhost:${registry.port}`;
    const notebook = new Notebook(page);
    const panel = new Panel(page);
    const terminal = new Terminal(page);
    await notebook.open('keyboard.ipynb', host);
    const keys = await countKeys(page);
    await panel.openByCommand();
    await expect(panel.step('registry').getByRole('combobox')).toHaveValue(host);
    await panel.pressButton('Next');

    await expect(panel.step('registry')).toHaveAttribute('data-state', 'done');
    // The button is gone; the keyboard goes on from the next step, and its title is heard.
    await expect(panel.step('ca').getByRole('heading')).toBeFocused();
    await panel.pressButton('Fetch from registry');
    await terminal.says(`kaptain-registry ca ${host}`);
    await page.keyboard.press('Enter');
    const shown = await terminal.says(/\S*kaptain-registry ca \S+ --accept [0-9A-F:]{95}/);
    // What the owner of the registry said by telephone.
    const { fingerprint256 } = new X509Certificate(authority.pem);
    expect(shown.endsWith(`kaptain-registry ca ${host} --accept ${fingerprint256}`)).toBe(true);
    await terminal.says(/[$#] $/);
    // As it is shown, not by the shell's history: a plain `sh` has none.
    await terminal.line(shown);

    await expect(panel.step('ca')).toHaveAttribute('data-state', 'done');
    await leaveTerminal(page);
    await panel.pressButton('Open terminal');
    await login(terminal);

    await expect(panel.step('login')).toHaveAttribute('data-state', 'done');
    await leaveTerminal(page);
    await panel.pressButton('Insert config cell');
    await expect(notebook.cells).toHaveCount(4);
    process.stdout.write(`    by keyboard: ${await keys()} keys beside what is typed\n`);

    await page.keyboard.press('Escape');
    for (const text of ['docker_registry_url', 'from kaptain.model.models', 'model.build()']) {
      await page.keyboard.press('Shift+Enter');
      await expect(notebook.cellWith(text).locator('.jp-InputPrompt')).toHaveText(/^\[\d+\]:$/, { timeout: 45_000 });
    }
    expect(await tagsOf('kubeflow', { host, ca: authority.pem })).toContain('mnist-sdk-example');
  } finally {
    await registry.close();
  }
});

test('left and come back to: it goes on where it was, and asked nobody before the click', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', request => {
    if (request.method() === 'POST' && new URL(request.url()).pathname.endsWith('/kaptain-registry/run')) {
      asked.push((request.postDataJSON() as { registry?: string }).registry ?? 'none');
    }
  });
  const panel = new Panel(page);
  const notebook = new Notebook(page);
  await notebook.open('back.ipynb');
  await panel.open();
  await expect(panel.headline('Set up your private registry')).toBeVisible();
  expect(asked).toEqual(['none']);
  // JupyterLab keeps such things in the workspace, some moments after they changed.
  const kept = page.waitForRequest(
    request => request.url().includes('/api/workspaces/') && (request.postData() ?? '').includes('for-good')
  );
  await panel.root.getByRole('radio', { name: /All new notebooks/ }).check();
  await panel.button('Next').click();
  await expect(panel.step('registry')).toHaveAttribute('data-state', 'done');
  expect(asked).toEqual(['none', servers().host]);

  await (await kept).response();
  await page.goto(`${servers().url}lab/tree/back.ipynb`);
  await notebook.ready();
  await panel.openAgain();
  await expect(panel.step('registry')).toHaveAttribute('data-state', 'done');
  await expect(panel.step('ca')).toHaveAttribute('data-state', 'todo');
  await expect(panel.root.getByRole('radio', { name: /All new notebooks/ })).toBeChecked();

  // Whoever knows better sees the rows.
  await panel.button('Show all checks').click();
  await expect(panel.headline(/There is no Docker config/)).toBeVisible();
  await panel.button('Set up step by step').click();
  await expect(panel.step('ca')).toBeVisible();
});

/** Leaves the terminal, which takes all other keys for itself; Tab then leads on to the panel. */
async function leaveTerminal(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
}

/** Answers the command's questions, in the terminal. */
async function login(terminal: Terminal): Promise<void> {
  await terminal.says('kaptain-registry login');
  await terminal.line('');
  await terminal.says(/[Uu]ser name/);
  await terminal.line(LOGIN.username);
  await terminal.says(/[Pp]assword/);
  await terminal.line(LOGIN.password);
}

/** Runs the Config cell, then the model's. */
async function runAll(notebook: Notebook): Promise<void> {
  await notebook.run(notebook.cellWith('docker_registry_url'));
  await notebook.run(notebook.cellWith('from kaptain.model.models'));
  await notebook.run(notebook.cellWith('model.build()'));
}
