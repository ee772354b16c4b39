/** What the panel shows of each check, and how a run is followed, repeated and ended. */
import { expect, test, type Page } from '@playwright/test';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { mountFault, mountHealthy, startAfresh } from '../home.ts';
import { Notebook } from '../notebook.ts';
import { Panel } from '../panel.ts';

test.beforeEach(startAfresh);
test.afterAll(startAfresh);

/** A machine that takes connections and never says a word. */
async function silentServer(): Promise<{ host: string; close: () => Promise<void> }> {
  const sockets = new Set<Socket>();
  const server = createServer(socket => {
    sockets.add(socket);
    socket.on('error', () => undefined);
  });
  await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready));
  return {
    host: `localhost:${(server.address() as AddressInfo).port}`,
    close: async () => {
      sockets.forEach(socket => socket.destroy());
      await new Promise(end => server.close(end));
    }
  };
}

/** The requests for a run, as the panel sends them. */
function runsOf(page: Page): Record<string, unknown>[] {
  const sent: Record<string, unknown>[] = [];
  page.on('request', request => {
    if (request.method() === 'POST' && new URL(request.url()).pathname.endsWith('/kaptain-registry/run')) {
      sent.push(request.postDataJSON() as Record<string, unknown>);
    }
  });
  return sent;
}

test('a problem: sections, rows, details, consumers, one check again', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  mountFault('same-name-ca');
  const sent = runsOf(page);
  const panel = new Panel(page);
  await new Notebook(page).open('details.ipynb');
  await panel.open();
  await expect(panel.verdict).toContainText('KR-TLS-004');

  // Each section has a shape, a word for the ear and a summary; the one with the problem is open.
  const heading = (name: 'files' | 'registry' | 'notebook') => panel.section(name).locator('h3 button');
  await expect(heading('files')).toHaveAttribute('aria-expanded', 'false');
  await expect(heading('files')).toContainText(/checks? passed/);
  await expect(heading('registry')).toHaveAttribute('aria-expanded', 'true');
  await expect(heading('registry')).toContainText('1 problem');
  await expect(heading('notebook')).toBeVisible();

  // Which login each of the three programs finds, and why.
  await heading('files').click();
  const login = panel.section('files').locator('[data-check="cfg.login"]');
  await login.getByRole('button').first().click();
  await expect(login).toContainText(/This notebook: finds the entry ".+": the entry has exactly this name/);
  await expect(login).toContainText(/Image builder: finds the entry ".+": the entry has exactly this name/);
  await expect(login).toContainText(/Training machines: cannot tell from here; .+ the entry matches this registry/);

  const row = panel.section('registry').locator('[data-check="tls.chain"]');
  await expect(row.locator('.jp-KaptainRegistry-mark').first()).toHaveText(/✕\s*Problem/);
  const colour = (state: string) =>
    panel.section('registry').locator(`.jp-KaptainRegistry-mark[data-state="${state}"]`).first();
  const colourOf = (state: string) => colour(state).evaluate(node => getComputedStyle(node).color);
  expect(await colourOf('problem')).not.toBe(await colourOf('ok'));

  // Who is hit, and what that rests on, without a click.
  await expect(row.getByText(/confirmed by Python 3\.\d+/)).toBeVisible();
  await expect(row.getByText(/[Bb]uilder.*expected/)).toBeVisible();
  await expect(row.getByText(/[Tt]raining.*cannot tell/)).toBeVisible();

  await row.getByRole('button', { expanded: false }).first().click();
  await expect(row.getByRole('heading', { level: 4 })).toHaveText("The registry's CA is not the one in your file");
  await expect(row.locator('dl')).toContainText('CN=Demo Registry CA');
  await expect(row.getByRole('list', { name: 'Steps' })).toContainText('Registry owner');
  // The registry does not send its CA, and the file is the person's own: a file of the owner's is added, no Secret written.
  const steps = row.getByRole('list', { name: 'Steps' });
  await expect(steps.getByRole('button', { name: 'From notebook files…' })).toBeVisible();
  await expect(steps).not.toContainText('kubectl');
  await expect(steps).not.toContainText('If the registry sends its CA');

  // The message for whoever has to act holds no secret.
  await panel.button('Ask registry owner').click();
  const message = await page.evaluate(() => navigator.clipboard.readText());
  expect(message).toContain('KR-TLS-004');
  expect(message).not.toContain('not-a-secret');

  // Only what was asked for runs; it says the same, so nothing else does.
  sent.length = 0;
  await row.getByRole('button', { name: 'Run this check again' }).click();
  await expect(panel.button('Cancel')).toBeHidden();
  await expect.poll(() => sent.length).toBe(1);
  expect(sent[0]?.only).toEqual(['tls.chain']);

  // Mended: one click, and the panel says so.
  mountHealthy();
  await panel.runAgain();
  await expect(panel.headline('Login and certificate work here')).toBeVisible();
});

test('a registry that says nothing: progress per row, and cancel', async ({ page }) => {
  const silent = await silentServer();
  try {
    const panel = new Panel(page);
    await new Notebook(page).open('silent.ipynb');
    await panel.open();
    await expect(panel.headline('Login and certificate work here')).toBeVisible();

    await panel.chooseOther(silent.host);
    await expect(panel.root.getByText(/Checked \d+ of \d+/)).toBeVisible();
    // What has ended has its outcome while the rest still runs.
    await expect(panel.section('files').locator('h3')).toContainText(/[1-9]\d* of \d+/);
    const running = panel.section('registry').locator('li[data-state="running"]');
    await expect(running.first()).toBeVisible();
    await panel.button('Cancel').click();
    await expect(running).toHaveCount(0);
    await expect(panel.root.getByText(/Checked \d+ of \d+/)).toBeHidden();
    await panel.choose(/^localhost:5\d{3}$/);
    await expect(panel.headline('Login and certificate work here')).toBeVisible();
  } finally {
    await silent.close();
  }
});
