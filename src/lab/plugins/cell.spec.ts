import type { JupyterFrontEnd } from '@jupyterlab/application';
import { Notification, type ICommandPalette } from '@jupyterlab/apputils';
import type { INotebookTracker, NotebookModel, NotebookPanel } from '@jupyterlab/notebook';
import { CommandRegistry } from '@lumino/commands';
import { Signal } from '@lumino/signaling';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { renderCell } from '../../common/cell.ts';
import { findConfigCells } from '../cell/find.ts';
import { contextOf, FakeChecks, notebookModel } from '../cell/testing.ts';
import { CommandIDs, type INotebookSection } from '../tokens.ts';
import { cellPlugin } from './cell.ts';

const REGISTRY = 'my.private.registry:5000';
const ID = CommandIDs.insertConfigCell;

afterEach(() => {
  Notification.dismiss();
});

/** What of a notebook panel the plugin uses, around a real model. */
function panelOf(model: NotebookModel, path: string) {
  const owner = {};
  model.setMetadata('kernelspec', { name: 'python3', display_name: 'Python 3' });
  return {
    id: 'notebook-1',
    isDisposed: false,
    disposed: new Signal<object, void>(owner),
    revealed: Promise.resolve(),
    context: {
      path,
      isReady: true,
      ready: Promise.resolve(),
      contentsModel: { writable: true },
      pathChanged: new Signal<object, string>(owner),
      sessionContext: {
        session: null,
        kernelPreference: {},
        specsManager: { specs: { kernelspecs: { python3: { language: 'python' }, ir: { language: 'R' } } } },
        kernelChanged: new Signal<object, void>(owner)
      }
    },
    content: {
      model,
      modelChanged: new Signal<object, void>(owner),
      activeCellIndex: 1,
      deselectAll: vi.fn(),
      scrollToItem: vi.fn(() => Promise.resolve())
    }
  };
}

function start(checks: FakeChecks, panel: unknown = null) {
  const commands = new CommandRegistry();
  const openPanel = vi.fn();
  commands.addCommand(CommandIDs.openPanel, {
    execute: openPanel,
    describedBy: { args: { type: 'object', properties: {} } }
  });
  const shell = { activateById: vi.fn() };
  const tracker = { currentWidget: panel, currentChanged: new Signal<object, unknown>({}) };
  const palette = { addItem: vi.fn() };
  const section = cellPlugin.activate(
    { commands, shell } as unknown as JupyterFrontEnd,
    checks,
    tracker as unknown as INotebookTracker,
    palette as unknown as ICommandPalette,
    null
  ) as INotebookSection;
  const show = (next: unknown): void => {
    tracker.currentWidget = next;
    tracker.currentChanged.emit(next as NotebookPanel);
  };
  return { commands, openPanel, shell, palette, section, show };
}

const messages = (): string[] => Notification.manager.notifications.map(item => `${item.type}: ${item.message}`);

describe('the command', () => {
  it('inserts below the active cell, goes there and says so', async () => {
    const model = notebookModel();
    const panel = panelOf(model, 'work/mnist.ipynb');
    const { commands, shell } = start(new FakeChecks(contextOf(REGISTRY)).ran(), panel);
    await commands.execute(ID);
    expect(findConfigCells(model.sharedModel)).toMatchObject([{ index: 2 }]);
    expect(panel.content.activeCellIndex).toBe(2);
    expect(panel.content.scrollToItem).toHaveBeenCalledWith(2, 'smart');
    expect(shell.activateById).toHaveBeenCalledWith('notebook-1');
    expect(messages()).toEqual(['success: Config cell inserted into mnist.ipynb. Run it to use the registry.']);

    await commands.execute(ID);
    expect(messages()[0]).toBe('info: The Config cell in mnist.ipynb is up to date.');
  });

  it('says so before the notebook has scrolled, and takes a second click', async () => {
    const model = notebookModel();
    const panel = panelOf(model, 'work/long.ipynb');
    // As in a long notebook that was opened just now: the cell is not drawn yet.
    panel.content.scrollToItem.mockReturnValue(new Promise(() => undefined));
    const { commands } = start(new FakeChecks(contextOf(REGISTRY)).ran(), panel);
    await commands.execute(ID);
    expect(messages()).toEqual(['success: Config cell inserted into long.ipynb. Run it to use the registry.']);
    await commands.execute(ID);
    expect(messages()[0]).toBe('info: The Config cell in long.ipynb is up to date.');
  });

  it('is content when another scroll takes the place of its own', async () => {
    const panel = panelOf(notebookModel(), 'work/mnist.ipynb');
    panel.content.scrollToItem.mockRejectedValue('Scrolling to a new item is requested.');
    const { commands } = start(new FakeChecks(contextOf(REGISTRY)).ran(), panel);
    await commands.execute(ID);
    expect(messages()).toEqual(['success: Config cell inserted into mnist.ipynb. Run it to use the registry.']);
  });

  it('runs the checks first, and the message about it goes away', async () => {
    const checks = new FakeChecks(contextOf(REGISTRY));
    const { commands } = start(checks, panelOf(notebookModel(), 'mnist.ipynb'));
    await commands.execute(ID);
    expect(checks.runs).toBe(1);
    expect(messages()).toEqual(['success: Config cell inserted into mnist.ipynb. Run it to use the registry.']);
  });

  it('opens the panel when no registry is chosen', async () => {
    const { commands, openPanel } = start(
      new FakeChecks(contextOf(null)).ran(),
      panelOf(notebookModel(), 'mnist.ipynb')
    );
    await commands.execute(ID);
    expect(openPanel).toHaveBeenCalledOnce();
    expect(messages()).toEqual(['warning: No registry is chosen yet: choose one in the panel.']);
  });

  it('says when nothing is known', async () => {
    const { commands } = start(new FakeChecks(null), panelOf(notebookModel(), 'mnist.ipynb'));
    await commands.execute(ID);
    expect(messages()).toEqual([
      'error: The registry could not be checked, so it is not known what to write. The panel says why.'
    ]);
  });

  it('says why it is disabled, and follows the current notebook', () => {
    const model = notebookModel();
    const { commands, show } = start(new FakeChecks(null));
    const changed = vi.fn();
    commands.commandChanged.connect(changed);
    expect(commands.isEnabled(ID)).toBe(false);
    expect(commands.caption(ID)).toBe('No notebook is open: open a Python notebook first.');

    show(panelOf(model, 'work/mnist.ipynb'));
    expect(commands.isEnabled(ID)).toBe(true);
    expect(commands.caption(ID)).toContain('Kaptain SDK');
    expect(changed).toHaveBeenCalled();

    model.readOnly = true;
    expect(commands.isEnabled(ID)).toBe(false);
    expect(commands.caption(ID)).toBe('mnist.ipynb is read-only: save it under another name and use the copy.');

    const other = notebookModel();
    const panel = panelOf(other, 'work/stats.ipynb');
    other.setMetadata('kernelspec', { name: 'ir', display_name: 'R' });
    show(panel);
    expect(commands.caption(ID)).toBe('stats.ipynb is no Python notebook (R): the Kaptain SDK needs Python.');
  });

  it('refuses in words when it is run all the same', async () => {
    const { commands } = start(new FakeChecks(null));
    await commands.execute(ID);
    expect(messages()).toEqual(['warning: No notebook is open: open a Python notebook first.']);
  });

  it('warns when the file cannot be saved', async () => {
    const panel = panelOf(notebookModel(), 'shared/mnist.ipynb');
    panel.context.contentsModel.writable = false;
    const { commands } = start(new FakeChecks(contextOf(REGISTRY)).ran(), panel);
    await commands.execute(ID);
    expect(messages()).toEqual([
      'warning: Config cell written into mnist.ipynb, but this file cannot be saved here: save it under another name.'
    ]);
  });

  it('keeps its messages short enough to be read whole', async () => {
    const path = `${'long name '.repeat(20)}.ipynb`;
    const panel = panelOf(notebookModel(), path);
    const { commands, show } = start(new FakeChecks(contextOf(REGISTRY)).ran(), panel);
    await commands.execute(ID);
    await commands.execute(ID);
    panel.content.model.readOnly = true;
    await commands.execute(ID);
    panel.content.model.readOnly = false;
    panel.context.contentsModel.writable = false;
    panel.content.model.sharedModel.undo();
    await commands.execute(ID);
    show(null);
    await commands.execute(ID);
    expect(messages()).toHaveLength(5);
    expect(messages().every(text => text.length <= 140 && !text.includes('%'))).toBe(true);
  });

  it('stands in the palette, with and without the Model part, and describes itself', async () => {
    const { commands, palette } = start(new FakeChecks(null));
    expect(palette.addItem.mock.calls.map(([item]) => item.args)).toEqual([undefined, { model: true }]);
    expect(commands.label(ID)).not.toBe(commands.label(ID, { model: true }));
    expect(commands.icon(ID)).toBeDefined();
    expect(await commands.describedBy(ID)).toMatchObject({ args: { properties: { model: { type: 'boolean' } } } });
  });
});

describe('the plugin', () => {
  it('runs without notebooks, palette and translations', () => {
    const commands = new CommandRegistry();
    const app = { commands, shell: { activateById: vi.fn() } } as unknown as JupyterFrontEnd;
    const section = cellPlugin.activate(app, new FakeChecks(null), null, null, null) as INotebookSection;
    expect(section.rows).toHaveLength(1);
    expect(commands.isEnabled(ID)).toBe(false);
  });

  it('lets no secret into the notebook, a message or a row', async () => {
    const canary = 'canary-5d1e-password';
    const context = { ...contextOf(REGISTRY), login: canary, known: [`user:${canary}@${REGISTRY}`] };
    const model = notebookModel();
    const { commands, section } = start(new FakeChecks(context).ran(), panelOf(model, 'mnist.ipynb'));
    await commands.execute(ID);
    const plain = { registry: REGISTRY, caFile: { need: 'default' }, dockerConfig: { need: 'default' } } as const;
    expect(findConfigCells(model.sharedModel)[0]?.source).toBe(renderCell(plain));
    const exits = JSON.stringify([model.toJSON(), messages(), section.rows]);
    expect(exits).toContain(REGISTRY);
    expect(exits).not.toContain(canary);
    expect(exits).not.toContain(btoa(canary));

    const withLogin = new FakeChecks(contextOf(`user:${canary}@${REGISTRY}`)).ran();
    const second = notebookModel();
    const refused = start(withLogin, panelOf(second, 'mnist.ipynb'));
    await refused.commands.execute(ID);
    expect(JSON.stringify([second.toJSON(), messages(), refused.section.rows])).not.toContain(canary);
  });
});
