/** Two people in one notebook, with jupyter-collaboration. */
import { expect, type Page, type WebSocketRoute } from '@playwright/test';
import { startAfresh } from '../home.ts';
import { copyDemo, Notebook } from '../notebook.ts';
import { Panel } from '../panel.ts';
import { servers } from '../servers.ts';
import { complaintsOfServer, test } from './lab.ts';

const CELL = 'config.docker_registry_url';

/** The connection of a page with the shared notebook, which the test can hold up. */
class Line {
  async over(page: Page): Promise<void> {
    await page.routeWebSocket(/\/api\/collaboration\/room\//, socket => this.join(socket));
  }

  hold(): void {
    this.waiting = [];
  }

  release(): void {
    const waiting = this.waiting ?? [];
    this.waiting = null;
    waiting.forEach(send => send());
  }

  private join(socket: WebSocketRoute): void {
    const server = socket.connectToServer();
    socket.onMessage(message => this.pass(() => server.send(message)));
    server.onMessage(message => this.pass(() => socket.send(message)));
  }

  private pass(send: () => void): void {
    if (this.waiting === null) {
      send();
    } else {
      this.waiting.push(send);
    }
  }

  private waiting: (() => void)[] | null = null;
}

class Person {
  constructor(readonly page: Page) {
    this.notebook = new Notebook(page);
    this.panel = new Panel(page);
  }

  async begin(name: string): Promise<void> {
    await this.page.goto(`${servers().url}lab/tree/${name}?reset`);
    await expect(this.notebook.cells).toHaveCount(3);
    await this.panel.open();
    await expect(this.panel.headline('Login and certificate work here')).toBeVisible();
  }

  insert(): Promise<void> {
    return this.panel.button('Insert config cell').click();
  }

  readonly notebook: Notebook;
  readonly panel: Panel;
}

test('two people who click at the same moment get one cell', async ({ page, browser, complaints, lab }) => {
  startAfresh();
  copyDemo('together.ipynb');
  const line = new Line();
  const other = await browser.newContext();
  complaints.of(other);
  const one = new Person(page);
  const two = new Person(await other.newPage());
  await line.over(two.page);
  await one.begin('together.ipynb');
  await two.begin('together.ipynb');

  line.hold();
  await Promise.all([one.insert(), two.insert()]);
  for (const { notebook } of [one, two]) {
    await expect(notebook.cellWith(CELL)).toHaveCount(1);
    await expect(notebook.cells).toHaveCount(4);
  }
  line.release();

  // Each adds a cell of its own: who has both has also learned of the other's Config cell.
  for (const { notebook, page: where } of [one, two]) {
    await notebook.select(notebook.cells.first());
    await where.keyboard.press('a');
  }
  for (const { notebook, panel } of [one, two]) {
    await expect(notebook.cells).toHaveCount(6);
    await expect(notebook.cellWith(CELL)).toHaveCount(1);
    await panel.unfold('notebook');
    await expect(panel.section('notebook')).toContainText('up to date');
  }
  await other.close();
  expect(complaintsOfServer(lab.jupyter.log())).toEqual([]);
});
