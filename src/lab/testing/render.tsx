/** Test-only: the panel's parts on a page, with a model that says what the test wants. */

import { nullTranslator, type TranslationBundle } from '@jupyterlab/translation';
import { ReactWidget } from '@jupyterlab/ui-components';
import { CommandRegistry } from '@lumino/commands';
import { Signal } from '@lumino/signaling';
import { Widget } from '@lumino/widgets';
import * as React from 'react';
import type { RunEvent } from '../../common/protocol.ts';
import { outcomeRows, planRows, reportRows } from '../client/rows.ts';
import { PanelBody } from '../panel/body.tsx';
import { Services, type PanelServices } from '../panel/shared/services.ts';
import type { ICellFailures } from '../failure/tokens.ts';
import type { IWelcomeServices } from '../welcome/services.ts';
import type { INotebookSection, IPlaces, IRegistryChecks, IRegistryState } from '../tokens.ts';

export const NOTHING: IRegistryState = {
  running: false,
  startedAt: null,
  rows: [],
  report: null,
  context: null,
  site: null,
  failure: null,
  finishedAt: null,
  since: new Map(),
  ended: null
};

/** State after these events; a run without its report still goes. */
export function stateAfter(events: readonly RunEvent[], before: IRegistryState = NOTHING): IRegistryState {
  return events.reduce<IRegistryState>(
    (state, event) => {
      switch (event.type) {
        case 'plan':
          return { ...state, rows: planRows(state.rows, event.checks, false) };
        case 'outcome':
          return { ...state, rows: outcomeRows(state.rows, event) };
        case 'report':
          return {
            ...state,
            running: false,
            startedAt: null,
            rows: reportRows(state.rows, event),
            report: event.report,
            context: event.context,
            finishedAt: Date.now(),
            ended: 'complete'
          };
        default:
          return state;
      }
    },
    { ...before, running: true, startedAt: Date.now(), ended: null }
  );
}

/** A model whose state the test sets; remembers what it was asked for. */
export class FakeChecks implements IRegistryChecks {
  constructor(public state: IRegistryState = NOTHING) {}

  readonly stateChanged = new Signal<this, void>(this);
  readonly asked: string[] = [];
  chosen: string | null = null;
  places: IPlaces = { dockerConfig: null, caFile: null };

  show(state: IRegistryState): void {
    this.state = state;
    this.stateChanged.emit();
  }

  run(options?: { only?: string[]; clicked?: boolean }): Promise<void> {
    this.asked.push(`run ${JSON.stringify(options ?? {})}`);
    return Promise.resolve();
  }

  look(): Promise<void> {
    this.asked.push('look');
    return Promise.resolve();
  }

  cancel(): void {
    this.asked.push('cancel');
  }

  choose(registry: string | null): void {
    this.asked.push(`choose ${registry}`);
    this.chosen = registry;
    this.stateChanged.emit();
  }

  setPlaces(places: IPlaces): void {
    this.asked.push(`places ${places.dockerConfig} ${places.caFile}`);
    this.places = places;
    this.stateChanged.emit();
  }
}

export interface Rendered {
  node: HTMLElement;
  checks: FakeChecks;
  commands: CommandRegistry;
  /** What was put on the clipboard. */
  copied: string[];
  /** What was said in the live region. */
  said: string[];
  /** Whether somebody sees the panel. */
  setVisible(visible: boolean): Promise<void>;
  remove(): void;
}

/** Draws the panel's body in the page. */
export async function renderBody(
  checks: FakeChecks,
  options: {
    trans?: TranslationBundle;
    notebook?: INotebookSection;
    failures?: ICellFailures;
    commands?: CommandRegistry;
    welcome?: IWelcomeServices;
  } = {}
): Promise<Rendered> {
  // What the body loads when it is needed is there, as on a page that has shown it before.
  await Promise.all([import('../panel/header/fix.tsx'), import('../panel/shared/steps.tsx')]);
  const copied: string[] = [];
  const said: string[] = [];
  const commands = options.commands ?? new CommandRegistry();
  const services: PanelServices = {
    checks,
    commands,
    trans: options.trans ?? nullTranslator.load(''),
    notebook: options.notebook ?? null,
    failures: options.failures ?? null,
    welcome: options.welcome ?? null,
    copy: text => Promise.resolve(void copied.push(text)),
    announce: text => void said.push(text)
  };
  let visible = true;
  const widget = new (class extends ReactWidget {
    protected override render(): JSX.Element {
      return (
        <Services.Provider value={services}>
          <PanelBody visible={visible} />
        </Services.Provider>
      );
    }
  })();
  await React.act(async () => {
    Widget.attach(widget, document.body);
    await widget.renderPromise;
  });
  return {
    node: widget.node,
    checks,
    commands,
    copied,
    said,
    setVisible: async value => {
      visible = value;
      await React.act(async () => {
        widget.update();
        await widget.renderPromise;
      });
    },
    remove: () => {
      React.act(() => widget.dispose());
    }
  };
}

/** The button of that name: its label, or the text it starts with. */
export function button(node: ParentNode, name: string): HTMLButtonElement {
  const found = [...node.querySelectorAll('button')].find(
    item => item.getAttribute('aria-label') === name || (item.textContent ?? '').includes(name)
  );
  if (found === undefined) {
    throw new Error(`no button "${name}"`);
  }
  return found;
}

export async function click(element: HTMLElement): Promise<void> {
  await React.act(async () => {
    element.focus();
    element.click();
    await Promise.resolve();
  });
}

export async function press(element: HTMLElement, key: string): Promise<void> {
  await React.act(async () => {
    element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    await Promise.resolve();
  });
}

/** Types into a field as a person does: React listens to the native setter. */
export async function type(field: HTMLInputElement | HTMLSelectElement, text: string): Promise<void> {
  await React.act(async () => {
    const prototype = field instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLSelectElement.prototype;
    Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, text);
    field.dispatchEvent(new Event(field instanceof HTMLInputElement ? 'input' : 'change', { bubbles: true }));
    await Promise.resolve();
  });
}

/** What can be read in a part of the page, without what is for the ear only. */
export function textOf(node: Element): string {
  const copy = node.cloneNode(true) as Element;
  copy.querySelectorAll('.jp-KaptainRegistry-spoken').forEach(item => item.remove());
  return (copy.textContent ?? '').replace(/\s+/g, ' ').trim();
}
