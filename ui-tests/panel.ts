/** The panel, as a person finds it: by role and text. */
import { expect, type Locator, type Page } from '@playwright/test';

export const TITLE = 'Private Registry';

export class Panel {
  constructor(readonly page: Page) {}

  get root(): Locator {
    return this.page.getByRole('region', { name: TITLE, exact: true });
  }

  get tab(): Locator {
    return this.page.getByRole('tab', { name: TITLE });
  }

  /** In JupyterLab, by its tab in the side bar. */
  async open(): Promise<void> {
    await this.tab.click();
    await expect(this.root).toBeVisible();
  }

  /** By the command in the palette: the way that JupyterLab and Notebook share. */
  async openByCommand(): Promise<void> {
    await this.page.keyboard.press('Control+Shift+C');
    const palette = this.page.locator('.lm-CommandPalette');
    await palette.locator('input').fill('private registry');
    await palette.getByRole('menuitem', { name: 'Open Private Registry' }).click();
    await expect(this.root).toBeVisible();
  }

  /** The card at the top: verdict, its cause, one next step. */
  get verdict(): Locator {
    return this.root.getByRole('region', { name: 'Verdict' });
  }

  headline(text: string | RegExp): Locator {
    return this.verdict.getByRole('heading', { name: text });
  }

  button(name: string): Locator {
    return this.root.getByRole('button', { name, exact: true });
  }

  section(name: 'files' | 'registry' | 'notebook'): Locator {
    return this.root.locator(`[data-section="${name}"]`);
  }
}
