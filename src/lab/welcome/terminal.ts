import type { JupyterFrontEnd } from '@jupyterlab/application';
import type { Terminal } from '@jupyterlab/services';
import { Signal, type ISignal } from '@lumino/signaling';

const NEW_TERMINAL = 'terminal:create-new';
const SHOW_TERMINAL = 'terminal:open';

/** Milliseconds after which a command is typed into a shell that shows no prompt. */
const PROMPT_MS = 1_500;

/** Types commands into new terminals, for a person to run. Never the Enter: what runs is the person's decision. */
export interface ITypist {
  /** Whether this server has terminals. */
  readonly isAvailable: boolean;
  /** A terminal that we opened has written lines: something in it may have ended. What they say is not read. */
  readonly wrote: ISignal<unknown, void>;
  /**
   * Opens a terminal and types a command into it.
   *
   * @param command - one line, without its end
   * @returns whether it was typed; not where terminals open in another window
   */
  type(command: string): Promise<boolean>;
  /**
   * Opens a terminal to paste commands into; the one that was opened so before, while it is there.
   *
   * @returns whether what is written in it is noticed; not where terminals open in another window
   */
  open(): Promise<boolean>;
}

/** Types into the terminals of this JupyterLab. */
export class Typist implements ITypist {
  constructor(private readonly commands: JupyterFrontEnd['commands']) {}

  get isAvailable(): boolean {
    return this.commands.hasCommand(NEW_TERMINAL);
  }

  get wrote(): ISignal<this, void> {
    return this.wroteSignal;
  }

  async type(command: string): Promise<boolean> {
    const session = sessionOf(await this.commands.execute(NEW_TERMINAL));
    if (session === null) {
      return false;
    }
    await firstOutput(session);
    session.messageReceived.connect(this.onMessage, this);
    session.send({ type: 'stdin', content: [command.replace(/[\r\n]+/g, ' ')] });
    return true;
  }

  async open(): Promise<boolean> {
    const { last } = this;
    if (last !== null && !last.isDisposed && this.commands.hasCommand(SHOW_TERMINAL)) {
      await this.commands.execute(SHOW_TERMINAL, { name: last.name });
      return true;
    }
    const session = sessionOf(await this.commands.execute(NEW_TERMINAL));
    if (session === null) {
      return false;
    }
    this.last = session;
    session.messageReceived.connect(this.onMessage, this);
    return true;
  }

  private onMessage(_: Terminal.ITerminalConnection, message: Terminal.IMessage): void {
    if (message.type === 'stdout' && message.content?.some(text => typeof text === 'string' && text.includes('\n'))) {
      this.wroteSignal.emit();
    }
  }

  /** The terminal that was opened without a command. */
  private last: Terminal.ITerminalConnection | null = null;
  private readonly wroteSignal = new Signal<this, void>(this);
}

/** The connection of a terminal's widget, as `terminal:create-new` gives it back. */
function sessionOf(widget: unknown): Terminal.ITerminalConnection | null {
  const content = typeof widget === 'object' && widget !== null && 'content' in widget ? widget.content : null;
  const session = typeof content === 'object' && content !== null && 'session' in content ? content.session : null;
  return typeof session === 'object' && session !== null && 'send' in session && 'messageReceived' in session
    ? (session as Terminal.ITerminalConnection)
    : null;
}

/** Waits for the shell's first sign of life, so that what is typed stands behind its prompt. */
function firstOutput(session: Terminal.ITerminalConnection): Promise<void> {
  return new Promise(resolve => {
    const done = (): void => {
      clearTimeout(timer);
      session.messageReceived.disconnect(onMessage);
      resolve();
    };
    const onMessage = (_: Terminal.ITerminalConnection, message: Terminal.IMessage): void => {
      if (message.type === 'stdout') {
        done();
      }
    };
    const timer = setTimeout(done, PROMPT_MS);
    session.messageReceived.connect(onMessage);
  });
}
