import type { Terminal } from '@jupyterlab/services';
import { CommandRegistry } from '@lumino/commands';
import { Signal } from '@lumino/signaling';
import { expect, it, vi } from 'vitest';
import { NO_ARGUMENTS } from '../plugins/commands.ts';
import { Typist } from './terminal.ts';

class FakeSession {
  readonly name = '7';
  isDisposed = false;
  readonly messageReceived = new Signal<this, Terminal.IMessage>(this);
  readonly sent: Terminal.IMessage[] = [];
  send(message: Terminal.IMessage): void {
    this.sent.push(message);
  }
  says(text: string): void {
    this.messageReceived.emit({ type: 'stdout', content: [text] });
  }
}

function withTerminal(widget: unknown): CommandRegistry {
  const commands = new CommandRegistry();
  commands.addCommand('terminal:create-new', { execute: () => widget, describedBy: NO_ARGUMENTS });
  return commands;
}

it('types behind the prompt, without the Enter', async () => {
  const session = new FakeSession();
  const typist = new Typist(withTerminal({ content: { session } }));
  expect(typist.isAvailable).toBe(true);
  const typed = typist.type('kaptain-registry login my.registry\n');
  await vi.waitUntil(() => {
    session.says('$ ');
    return session.sent.length > 0;
  });
  expect(await typed).toBe(true);
  expect(session.sent).toEqual([{ type: 'stdin', content: ['kaptain-registry login my.registry '] }]);
});

it('tells that something may have ended, and nothing of what was written', async () => {
  const session = new FakeSession();
  const typist = new Typist(withTerminal({ content: { session } }));
  let wrote = 0;
  typist.wrote.connect((_, args) => {
    wrote += 1;
    expect(args).toBeUndefined();
  });
  const typed = typist.type('x');
  await vi.waitUntil(() => {
    session.says('$ ');
    return session.sent.length > 0;
  });
  await typed;
  session.says('x');
  expect(wrote).toBe(0);
  session.says('done\r\n');
  expect(wrote).toBe(1);
});

it('says that it could not type where terminals open elsewhere, and that there is none', async () => {
  expect(await new Typist(withTerminal(undefined)).type('x')).toBe(false);
  expect(new Typist(new CommandRegistry()).isAvailable).toBe(false);
});

it('opens one terminal to paste into, and another one only when that is gone', async () => {
  const session = new FakeSession();
  const commands = withTerminal({ content: { session } });
  const shown: unknown[] = [];
  commands.addCommand('terminal:open', { execute: args => void shown.push(args['name']), describedBy: NO_ARGUMENTS });
  const made = vi.spyOn(commands, 'execute');
  const typist = new Typist(commands);
  let wrote = 0;
  typist.wrote.connect(() => (wrote += 1));
  expect([await typist.open(), await typist.open()]).toEqual([true, true]);
  expect(shown).toEqual(['7']);
  session.says('done\r\n');
  expect(wrote).toBe(1);
  expect(session.sent).toEqual([]);
  session.isDisposed = true;
  await typist.open();
  expect(made.mock.calls.map(([name]) => name)).toEqual([
    'terminal:create-new',
    'terminal:open',
    'terminal:create-new'
  ]);
  expect(await new Typist(withTerminal(undefined)).open()).toBe(false);
});
