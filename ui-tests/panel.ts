/** The panel, as a person finds it: by role and text. */
import { expect, type Locator, type Page } from '@playwright/test';

export const TITLE = 'Private Registry';

export class Panel {
  constructor(readonly page: Page) {}

  get root(): Locator {
    return this.page.getByRole('region', { name: TITLE, exact: true });
  }

  /** Title, toolbar and all: has the focus when what had it is gone. */
  get frame(): Locator {
    return this.page.locator('.jp-KaptainRegistry-panel');
  }

  /** What is said to whoever hears the page. */
  get spoken(): Locator {
    return this.frame.locator('> [role="status"]');
  }

  get tab(): Locator {
    return this.page.getByRole('tab', { name: TITLE });
  }

  /** In JupyterLab, by its tab in the side bar. */
  async open(): Promise<void> {
    await this.tab.click();
    await expect(this.root).toBeVisible();
  }

  /** In JupyterLab after a reload: it may be open already, or be about to open. */
  async openAgain(): Promise<void> {
    await expect(async () => {
      if (!(await this.root.isVisible())) {
        await this.tab.click();
      }
      await expect(this.root).toBeVisible({ timeout: 2_000 });
    }).toPass();
  }

  /** By its command in the palette, with the keyboard alone: the way that JupyterLab and Notebook share. */
  async openByCommand(): Promise<void> {
    const palette = this.page.locator('.lm-CommandPalette');
    const input = palette.locator('input');
    const item = palette.locator('[data-command="kaptain-registry:open-panel"]');
    // JupyterLab activates a document once more after it was opened, which closes the palette: then it is asked for again.
    // Only the palette's own box is written to: in the notebook the letters would be commands.
    await expect(async () => {
      if (!(await input.isVisible())) {
        await this.page.keyboard.press('Control+Shift+C');
      }
      await input.fill('Private Registry', { timeout: 2_000 });
      await expect(item).toBeVisible({ timeout: 2_000 });
    }).toPass();
    for (let step = 0; step < 10 && !(await isActive(item)); step += 1) {
      await this.page.keyboard.press('ArrowDown');
    }
    await this.page.keyboard.press('Enter');
    await expect(this.root).toBeVisible();
  }

  /** Runs all checks again, by the button in the panel's toolbar. */
  async runAgain(): Promise<void> {
    await this.page
      .getByRole('toolbar', { name: `${TITLE} toolbar` })
      .getByRole('button', { name: /Run checks again/ })
      .click();
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

  /** Goes to a button with Tab alone and presses it. */
  async pressButton(name: string): Promise<void> {
    const button = this.button(name);
    await expect(button).toBeVisible();
    const hasFocus = (): Promise<boolean> => button.evaluate(node => node === document.activeElement);
    for (let step = 0; step < 60 && !(await hasFocus()); step += 1) {
      await this.page.keyboard.press('Tab');
    }
    await expect(button).toBeFocused();
    await this.page.keyboard.press('Enter');
  }

  /** Which registry the panel speaks of. */
  get registry(): Locator {
    return this.root.getByRole('combobox', { name: 'Registry', exact: true });
  }

  async choose(label: string | RegExp): Promise<void> {
    const labels = await this.registry.locator('option').allTextContents();
    const found = labels.find(text => (typeof label === 'string' ? text === label : label.test(text)));
    await this.registry.selectOption({ label: found ?? String(label) });
  }

  /** Types a registry that stands in no file, and checks it. */
  async chooseOther(host: string): Promise<void> {
    await this.registry.selectOption({ label: 'Type another…' });
    await this.root.getByRole('textbox', { name: 'Another registry' }).fill(host);
    await this.button('Check this registry').click();
  }

  /** Looks for a file somewhere else, by the form at the end of the section "Files". */
  async setPlace(label: 'Docker config' | 'CA certificate', path: string): Promise<void> {
    const files = this.section('files');
    for (const name of [/Files/, /Places of the files/]) {
      const button = files.getByRole('button', { name });
      if ((await button.getAttribute('aria-expanded')) === 'false') {
        await button.click();
      }
    }
    await files.getByRole('textbox', { name: label, exact: true }).fill(path);
    await this.button('Use and check').click();
  }

  /** A step of the set-up. */
  step(name: 'registry' | 'ca' | 'login' | 'for-good' | 'cell'): Locator {
    return this.root.locator(`[data-step="${name}"]`);
  }

  section(name: 'files' | 'registry' | 'notebook'): Locator {
    return this.root.locator(`[data-section="${name}"]`);
  }

  /** Opens a section, unless it is open. */
  async unfold(name: 'files' | 'registry' | 'notebook'): Promise<void> {
    const button = this.section(name).getByRole('button').first();
    if ((await button.getAttribute('aria-expanded')) === 'false') {
      await button.click();
    }
    await expect(button).toHaveAttribute('aria-expanded', 'true');
  }
}

async function isActive(item: Locator): Promise<boolean> {
  return (await item.getAttribute('class'))?.includes('lm-mod-active') ?? false;
}
