/**
 * Whoever follows the panel's own steps ends with a registry that works, for each of the demo's faults that a person can
 * fix; for the others the panel says who can. Every command is copied from the panel into the terminal that it opens, in
 * a shell of choice and in the plain one of a server without the variable SHELL.
 */
import { expect, test } from '@playwright/test';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, namesAnother } from '../../scripts/demo/demo.mjs';
import { filesOf, partsWith } from '../../scripts/demo/faults.mjs';
import { makeHome, mount } from '../../scripts/demo/home.mjs';
import { startJupyter } from '../../scripts/demo/jupyter.mjs';
import { startRegistry } from '../../scripts/demo/registry.mjs';
import { forgetChoices } from '../home.ts';
import { Follower } from '../follower.ts';
import { KUBEFLOW } from '../kubeflow.setup.ts';
import { Notebook } from '../notebook.ts';
import { Panel } from '../panel.ts';
import { tagsOf } from '../registry.ts';
import { useServers } from '../servers.ts';

const SHELLS = { bash: '/bin/bash', 'no SHELL': null } as const;

/** Faults that the person fixes, with the help of what the registry's owner sends or tells. */
const FIXABLE: Readonly<Record<keyof typeof SHELLS, readonly string[]>> = {
  bash: ['wrong-ca', 'no-ca', 'not-a-certificate', 'expired-ca', 'wrong-password', 'broken-docker-config'],
  'no SHELL': [
    'same-name-ca',
    'server-certificate',
    'no-intermediate',
    'login-newline',
    'login-without-port',
    'no-login',
    'no-docker-config'
  ]
};

/** Faults of the registry itself. */
const OWNERS = ['expired-certificate', 'wrong-name', 'common-name-only', 'plain-http', 'registry-down'];

/** What runs in the terminal in the end; the others need no more than a click and what is typed. */
const COMMANDS: Readonly<Record<string, RegExp>> = {
  'wrong-ca': / ca localhost:\d+ --from \S+registry-ca\.crt --to-file \S+certificate\.crt$/,
  'not-a-certificate': /^mv /,
  'broken-docker-config': /^mv /
};

test.describe.configure({ timeout: 120_000 });
test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

interface Running {
  url: string;
  folder: string;
  home: string;
  end: AsyncDisposableStack;
}

/** JupyterLab in a home of its own, with a shell of choice in its terminals. */
async function startLab(shell: string | null): Promise<Running> {
  const end = new AsyncDisposableStack();
  const folder = mkdtempSync(join(tmpdir(), 'follow-'));
  end.defer(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }));
  const { path, environment } = makeHome(folder, 'localhost:1');
  const plain = Object.fromEntries(Object.entries(environment).filter(([name]) => name !== 'SHELL'));
  const jupyter = await startJupyter({
    home: { path, environment: shell === null ? plain : { ...plain, SHELL: shell } },
    port: await freePort(9500),
    token: null,
    ...KUBEFLOW
  });
  end.defer(jupyter.close);
  return { url: jupyter.url, folder, home: path, end };
}

/** Builds a fault: its registry, the two files, and what the owner of the registry sends. */
async function build(
  fault: string,
  { url, folder, home }: Running
): Promise<{ host: string; ca: string; told: string; end: AsyncDisposableStack }> {
  const end = new AsyncDisposableStack();
  const parts = partsWith(fault);
  const port = await freePort(5600);
  if (parts.running) {
    end.defer((await startRegistry({ tls: parts.tls, port })).close);
  }
  const host = `localhost:${port}`;
  const files = filesOf(parts, host);
  end.defer(useServers({ url, home, host, ca: parts.authority.pem, files }));
  forgetChoices();
  // Nothing that another test left behind, and a notebook that names this registry.
  for (const name of ['.docker', '.tls']) {
    rmSync(join(home, name), { recursive: true, force: true });
  }
  makeHome(folder, host, { isChosen: namesAnother(files.dockerConfig, host), sent: parts.sent });
  mount(home, files);
  // As somebody has it who has what the owner sends.
  return { host, ca: parts.sent + parts.authority.pem, told: new X509Certificate(parts.sent).fingerprint256, end };
}

/** Inserts the Config cell, where it is not there yet, and runs everything. */
async function pushFromNotebook(notebook: Notebook, panel: Panel): Promise<void> {
  if ((await notebook.cells.count()) === 3) {
    await panel.button('Insert config cell').click();
    await expect(notebook.cells).toHaveCount(4);
  }
  for (const text of ['docker_registry_url', 'from kaptain.model.models', 'model.build()']) {
    await notebook.run(notebook.cellWith(text));
  }
}

for (const [name, shell] of Object.entries(SHELLS)) {
  test.describe(`in a terminal with ${name}`, () => {
    let lab: Running;
    test.beforeAll(async () => {
      lab = await startLab(shell);
    });
    test.afterAll(async () => {
      await lab.end.disposeAsync();
    });

    for (const fault of FIXABLE[name as keyof typeof SHELLS]) {
      test(`${fault}: following the steps ends in green and a pushed image`, async ({ page }) => {
        const { host, ca, told, end } = await build(fault, lab);
        try {
          const notebook = new Notebook(page);
          const panel = new Panel(page);
          await notebook.open('follow.ipynb', host);
          await panel.open();
          const follower = new Follower(page, panel, told);
          await follower.followToGreen();
          process.stdout.write(`    ${fault}: ${follower.ran.length} commands of the panel were run\n`);
          if (COMMANDS[fault] !== undefined) {
            expect(follower.ran[0]).toMatch(COMMANDS[fault]);
          }
          await pushFromNotebook(notebook, panel);
          expect(await tagsOf('kubeflow', { host, ca })).toContain('mnist-sdk-example');
        } finally {
          await end.disposeAsync();
        }
      });
    }
  });
}

test.describe('what only the owner of the registry can fix', () => {
  let lab: Running;
  test.beforeAll(async () => {
    lab = await startLab(null);
  });
  test.afterAll(async () => {
    await lab.end.disposeAsync();
  });

  for (const fault of OWNERS) {
    test(`${fault}: the panel says so, and has a message for them`, async ({ page }) => {
      const { host, end } = await build(fault, lab);
      try {
        const panel = new Panel(page);
        await new Notebook(page).open('owner.ipynb', host);
        await panel.open();
        await panel.button('Show fix').click();
        const view = panel.root.getByRole('region', { name: 'Fix' });
        await expect(view.getByRole('listitem').filter({ hasText: 'Registry owner' }).first()).toBeVisible();
        await panel.button('Back').click();
        await panel.button('Ask registry owner').click();
        expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(host);
      } finally {
        await end.disposeAsync();
      }
    });
  }
});
