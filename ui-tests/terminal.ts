/** Terminals of JupyterLab draw on a canvas: what they say is read from their connection. */
import { expect, type Page } from '@playwright/test';

/** Colours, titles and moves of the cursor. */
const CONTROL = new RegExp('\\x1b(?:\\[[0-9;?]*[A-Za-z]|\\][^\\x07]*\\x07)', 'g');

export class Terminal {
  constructor(private readonly page: Page) {
    page.on('websocket', socket => {
      if (socket.url().includes('/terminals/websocket/')) {
        socket.on('framereceived', ({ payload }) => this.take(String(payload)));
      }
    });
  }

  /** Waits until a text stands in a terminal, after what was waited for before. */
  async says(text: string | RegExp): Promise<string> {
    await expect.poll(() => this.text.slice(this.read)).toMatch(typeof text === 'string' ? literal(text) : text);
    const found = (typeof text === 'string' ? literal(text) : text).exec(this.text.slice(this.read));
    this.read += (found?.index ?? 0) + (found?.[0].length ?? 0);
    return found?.[0] ?? '';
  }

  /** Waits until the shell waits for a command. */
  async prompts(): Promise<void> {
    await this.says(/[$#] $/);
  }

  /** The whole line that holds a text which was waited for. */
  async lineWith(text: string): Promise<string> {
    await expect.poll(() => this.lineOf(text)).not.toBeNull();
    return this.lineOf(text) ?? '';
  }

  private lineOf(text: string): string | null {
    const at = this.text.lastIndexOf(text);
    const end = this.text.indexOf('\n', at);
    return at < 0 || end < 0 ? null : this.text.slice(this.text.lastIndexOf('\n', at) + 1, end);
  }

  /** Types a line, with its end. */
  async line(text: string): Promise<void> {
    await this.page.keyboard.type(text);
    await this.page.keyboard.press('Enter');
  }

  /** Pastes what is on the clipboard, as a person does, and runs it. */
  async paste(): Promise<void> {
    await this.page.locator('.jp-Terminal .xterm-helper-textarea').last().focus();
    await this.page.keyboard.press('Control+v');
    await this.page.keyboard.press('Enter');
  }

  private take(frame: string): void {
    const [kind, text] = JSON.parse(frame) as [string, unknown];
    if (kind === 'stdout' && typeof text === 'string') {
      this.text += text.replace(CONTROL, '');
    }
  }

  private text = '';
  private read = 0;
}

function literal(text: string): RegExp {
  return new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
}
