/** A notebook in JupyterLab, as a person uses it. */
import { expect, type Locator, type Page } from '@playwright/test';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { servers } from './servers.ts';

/**
 * A fresh copy of the demo notebook in the home.
 *
 * @param host - registry that its code names
 */
export function copyDemo(name: string, host = servers().host): void {
  const { home, host: own } = servers();
  writeFileSync(join(home, name), readFileSync(join(home, 'demo.ipynb'), 'utf8').replaceAll(own, host));
}

export class Notebook {
  constructor(private readonly page: Page) {}

  /** Opens a fresh copy of the demo notebook in a fresh workspace and waits for its kernel. */
  async open(name: string, host = servers().host): Promise<void> {
    copyDemo(name, host);
    await this.page.goto(`${servers().url}lab/tree/${name}?reset`);
    await this.ready();
  }

  async ready(): Promise<void> {
    await expect(this.cells).toHaveCount(3);
    await expect(this.page.locator('.jp-Notebook-ExecutionIndicator')).toHaveAttribute('data-status', 'idle');
  }

  get cells(): Locator {
    return this.page.locator('.jp-Notebook .jp-Cell');
  }

  cellWith(text: string): Locator {
    return this.cells.filter({ hasText: text });
  }

  /** Selects a cell without entering its editor. */
  async select(cell: Locator): Promise<void> {
    await cell.locator('.jp-InputPrompt').click();
  }

  /** Runs a cell and waits until it has ended, well or not. */
  async run(cell: Locator): Promise<void> {
    await this.select(cell);
    await this.page.keyboard.press('Control+Enter');
    await expect(cell.locator('.jp-InputPrompt')).toHaveText(/^\[\d+\]:$/, { timeout: 45_000 });
  }

  output(cell: Locator): Locator {
    return cell.locator('.jp-OutputArea');
  }
}
