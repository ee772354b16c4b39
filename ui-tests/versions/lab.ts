/** Fixtures: the JupyterLab of one version, and a page in which nothing of ours goes wrong unseen. */
import { test as plain, expect, type BrowserContext, type ConsoleMessage } from '@playwright/test';
import { startDemo, type Demo } from '../../scripts/demo/demo.mjs';
import { KUBEFLOW } from '../kubeflow.setup.ts';
import { tellServers } from '../servers.ts';
import { environmentOf } from './table.ts';

const NAME = 'jupyterlab-kaptain-registry';

/** Address of our scripts: JupyterLab's own say nothing about us. */
const SCRIPTS = `/extensions/${NAME}/`;

interface WorkerFixtures {
  /** Name of the Python environment. */
  environment: string;
  lab: Demo;
}

/** What our scripts wrote to the console of any page, as warning or error. */
class Complaints {
  readonly texts: string[] = [];

  /** Listens to every page that a browser context opens from now on. */
  of(context: BrowserContext): void {
    context.on('page', page => {
      page.on('console', message => {
        if (['warning', 'error'].includes(message.type()) && isOurs(message)) {
          this.texts.push(message.text());
        }
      });
      page.on('pageerror', error => {
        const text = error.stack ?? error.message;
        if (text.includes(NAME)) {
          this.texts.push(text);
        }
      });
    });
  }
}

interface TestFixtures {
  /** Fails the test that left any. */
  complaints: Complaints;
}

export const test = plain.extend<TestFixtures, WorkerFixtures>({
  environment: ['newest', { scope: 'worker', option: true }],
  lab: [
    async ({ environment }, use) => {
      await using running = new AsyncDisposableStack();
      const jupyter = { token: null, ...KUBEFLOW, environment: environmentOf(environment) };
      const demo = await startDemo({ jupyter }, running);
      tellServers(demo);
      await use(demo);
    },
    { scope: 'worker', auto: true, timeout: 150_000 }
  ],
  complaints: [
    async ({ context }, use) => {
      const complaints = new Complaints();
      complaints.of(context);
      await use(complaints);
      expect(complaints.texts, 'warnings and errors of ours in the console').toEqual([]);
    },
    { auto: true }
  ]
});

function isOurs(message: ConsoleMessage): boolean {
  return message.location().url.includes(SCRIPTS) || message.text().includes(NAME);
}

/** Lines in which the server warns of us or fails in our code. */
export function complaintsOfServer(log: string): string[] {
  const ours = /kaptain[-_]registry/i;
  return log.split('\n').filter(line => ours.test(line) && /^\[[WEC] |Traceback|Error|Warning|File "/.test(line));
}
