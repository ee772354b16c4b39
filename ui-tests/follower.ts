/** A person who does what the panel says, step by step, and nothing else. */
import { expect, type Locator, type Page } from '@playwright/test';
import { LOGIN } from '../scripts/demo/registry.mjs';
import { SENT_FILE } from '../scripts/demo/home.mjs';
import type { Panel } from './panel.ts';
import { Terminal } from './terminal.ts';

/** Prompt of a shell at the end of what it wrote. */
const PROMPT = /[$#] $/;

/** Milliseconds for a click on what may just be going away. */
const PATIENCE_MS = 5_000;

/** Ways from one state of the panel to the next that are taken at most. */
const MOST_TURNS = 6;

export class Follower {
  constructor(
    private readonly page: Page,
    private readonly panel: Panel,
    /** SHA-256 of the CA, as its owner told it. */
    private readonly told: string
  ) {
    this.terminal = new Terminal(page);
  }

  /** Every command that was copied from the panel and run. */
  readonly ran: string[] = [];

  /** Follows the steps until the verdict is green. */
  async followToGreen(): Promise<void> {
    const green = this.panel.headline(/^.*Login and certificate work here/);
    const setup = this.panel.headline('Set up your private registry');
    const done = this.panel.headline('Your private registry is set up');
    const fix = this.panel.button('Show fix');
    for (let turn = 0; turn < MOST_TURNS; turn += 1) {
      await expect(green.or(setup).or(done).or(fix).first()).toBeVisible();
      if (await green.isVisible()) {
        return;
      }
      if (await done.isVisible()) {
        await this.panel.button('Insert config cell').click();
        await expect(green).toBeVisible();
      } else if (await setup.isVisible()) {
        await this.setUp();
      } else {
        await this.takeFix(fix);
      }
    }
    throw new Error(`Not green after ${MOST_TURNS} turns; what was run: ${this.ran.join(' | ')}`);
  }

  /** Takes the steps of the fix that are the person's own, in order, until the panel goes on by itself. */
  private async takeFix(show: Locator): Promise<void> {
    await show.click();
    const view = this.panel.root.getByRole('region', { name: 'Fix' });
    const commands = view.getByRole('listitem').filter({ has: this.page.locator('pre, button') });
    await expect(commands.first()).toBeVisible();
    await view.getByRole('button', { name: 'Open terminal' }).click();
    await this.terminal.prompts();
    const count = await commands.count();
    for (let index = 0; index < count && (await view.isVisible()); index += 1) {
      try {
        await this.takeStep(commands.nth(index));
      } catch (error) {
        // The step before may have been enough: then the panel has gone on.
        if (await view.isVisible()) {
          throw error;
        }
      }
    }
    // No click on "Check again": the panel sees by itself what was done.
    await expect(view).toBeHidden();
  }

  private async takeStep(step: Locator): Promise<void> {
    const choose = step.getByRole('button', { name: 'From notebook files…' });
    await expect(step).toContainText('You');
    if (await choose.isVisible()) {
      await choose.click();
      await this.pickSentFile();
    }
    await this.run(step);
  }

  private async setUp(): Promise<void> {
    const step = this.panel.root.locator('[aria-current="step"]');
    const name = await step.getAttribute('data-step');
    switch (name) {
      case 'registry':
        await this.panel.button('Next').click();
        break;
      case 'ca':
        await step.getByRole('button', { name: 'From notebook files…' }).click();
        await this.pickSentFile();
        break;
      case 'login':
        // This terminal opens with the command typed in.
        await step.getByRole('button', { name: 'Open terminal' }).click();
        await this.terminal.says(/kaptain-registry login .*/);
        this.ran.push((await step.locator('pre').textContent()) ?? '');
        await this.page.keyboard.press('Enter');
        await this.answer();
        break;
      default:
        throw new Error(`A step that nobody can follow: ${name}`);
    }
    await expect(this.panel.root.locator(`[data-step="${name}"][aria-current="step"]`)).toBeHidden();
  }

  private async pickSentFile(): Promise<void> {
    const dialog = this.page.getByRole('dialog');
    await dialog.getByText(SENT_FILE, { exact: true }).click();
    await dialog.getByRole('button', { name: 'Select' }).click();
  }

  /** Copies the command of a step with its button, pastes it into the terminal and answers what it asks. */
  private async run(step: Locator): Promise<void> {
    await step.getByRole('button', { name: 'Copy command' }).click({ timeout: PATIENCE_MS });
    await expect(step.getByText('Copied', { exact: true })).toBeVisible();
    const copied = await this.page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(await step.locator('pre').textContent());
    this.ran.push(copied);
    await this.terminal.paste();
    await this.answer();
  }

  /** Login name and password where they are asked for; the CA where its SHA-256 is the one that was told. */
  private async answer(): Promise<void> {
    const said = await this.terminal.says(new RegExp(`[Uu]ser name|--accept [0-9A-F:]{95}|${PROMPT.source}`));
    expect(said).not.toMatch(/not found/);
    if (/[Uu]ser name/.test(said)) {
      await this.terminal.line(LOGIN.username);
      await this.terminal.says(/[Pp]assword/);
      await this.terminal.line(LOGIN.password);
      await this.terminal.prompts();
    } else if (said.includes('--accept')) {
      const command = await this.terminal.lineWith(said);
      expect(command).toContain(`--accept ${this.told}`);
      await this.terminal.prompts();
      await this.terminal.line(command.trim());
      await this.terminal.prompts();
    }
  }

  private readonly terminal: Terminal;
}
