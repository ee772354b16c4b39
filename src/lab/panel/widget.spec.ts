import type { JupyterFrontEnd } from '@jupyterlab/application';
import { nullTranslator, type ITranslator } from '@jupyterlab/translation';
import { CommandRegistry } from '@lumino/commands';
import { Widget } from '@lumino/widgets';
import { act } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { PanelSettings } from '../client/settings.ts';
import * as entries from '../entries.ts';
import { FakeChecks } from '../testing/render.tsx';
import { RegistryPanel } from './widget.tsx';

const opened: RegistryPanel[] = [];

afterEach(() => {
  act(() => opened.splice(0).forEach(panel => panel.dispose()));
});

function panelOf(checks: FakeChecks, translator: ITranslator = nullTranslator): RegistryPanel {
  const panel = new RegistryPanel({
    checks,
    settings: new PanelSettings(),
    commands: new CommandRegistry() as JupyterFrontEnd['commands'],
    translator,
    notebook: null,
    welcome: null
  });
  opened.push(panel);
  return panel;
}

/** A translator as JupyterLab makes it for a language; up to 4.3 it has none for its default language. */
function translatorFor(languageCode?: string): ITranslator {
  return { languageCode, load: domain => nullTranslator.load(domain) } as ITranslator;
}

async function show(panel: RegistryPanel): Promise<void> {
  await act(async () => {
    Widget.attach(panel, document.body);
    await Promise.resolve();
  });
}

describe('the panel', () => {
  it('is a frame until it is shown, then has its toolbar, its body and its live region', async () => {
    const checks = new FakeChecks();
    const panel = panelOf(checks);
    panel.hide();
    await show(panel);
    expect(panel.node.querySelectorAll('button, h2, [role="status"]')).toHaveLength(0);
    expect(checks.asked).toEqual([]);

    await act(async () => {
      panel.show();
      await Promise.resolve();
    });
    expect(panel.node.querySelector('.jp-KaptainRegistry-panelTitle')?.textContent).toBe('Private Registry');
    expect(panel.node.querySelector('.jp-Toolbar')).not.toBeNull();
    expect(panel.node.querySelector('.jp-KaptainRegistry')).not.toBeNull();
    expect(panel.node.querySelectorAll('[role="status"][aria-live="polite"]')).toHaveLength(1);
    expect(checks.asked).toEqual(['run {}']);

    act(() => {
      panel.hide();
      panel.show();
    });
    expect(panel.node.querySelectorAll('.jp-KaptainRegistry-panelTitle')).toHaveLength(1);
  });

  it.each([undefined, 'en', 'en_US'])('shows English texts as they come (language code %s)', async code => {
    const load = vi.spyOn(entries, 'loadEntries');
    const failed = vi.spyOn(console, 'error');
    await show(panelOf(new FakeChecks(), translatorFor(code)));
    // Lumino writes what a widget throws when it is attached.
    expect(failed.mock.calls.filter(([what]) => what instanceof Error)).toEqual([]);
    expect(load).not.toHaveBeenCalled();
  });

  it('fetches the texts of the findings for another language', async () => {
    const load = vi.spyOn(entries, 'loadEntries');
    await show(panelOf(new FakeChecks(), translatorFor('de_DE')));
    expect(load).toHaveBeenCalledOnce();
  });
});
