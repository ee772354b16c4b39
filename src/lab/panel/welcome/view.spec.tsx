import { CommandRegistry } from '@lumino/commands';
import { Signal } from '@lumino/signaling';
import * as React from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SiteFacts } from '../../../common/protocol.ts';
import type { Finding } from '../../../common/report.ts';
import { NO_ARGUMENTS } from '../../plugins/commands.ts';
import { context, events, finding, HEALTHY, HOST } from '../../testing/fixture.ts';
import {
  button,
  click,
  FakeChecks,
  renderBody,
  stateAfter,
  textOf,
  type,
  type Rendered
} from '../../testing/render.tsx';
import { FakeFailures } from '../../failure/testing.ts';
import '../failure/card.tsx';
import type { ICellFailures } from '../../failure/tokens.ts';
import { CommandIDs, type INotebookRow, type INotebookSection } from '../../tokens.ts';
import { WelcomeProgress } from '../../welcome/progress.ts';
import type { IWelcomeServices } from '../../welcome/services.ts';

const PLACES = context().places;
const NOTHING_THERE = {
  dockerConfig: { ...PLACES.dockerConfig, found: false },
  caFile: { ...PLACES.caFile, found: false }
};
const NO_CONFIG = finding('KR-FIL-001', 'fil.config');
const NO_CA = finding('KR-FIL-008', 'ca.needed', {
  fix: [{ text: 'Send the CA certificate.', by: 'registry-owner' }]
});
const SITE: SiteFacts = {
  registries: [],
  contacts: { clusterAdmin: 'platform team, room 12', registryOwner: 'https://help.example/registry' },
  root: '/home/kubeflow',
  command: 'kaptain-registry',
  may: { chooseRegistry: true, choosePlaces: true }
};

/** For the steps that the command prints. */
const ASK = "--contact-cluster-admin='platform team, room 12' --contact-registry-owner=https://help.example/registry";

function after(findings: readonly Finding[], change: Parameters<typeof context>[0]) {
  const checks = HEALTHY.checks.map((check, index) => (index === 0 ? { ...check, findings: [...findings] } : check));
  return { ...stateAfter(events({ ...HEALTHY, checks, context: context(change) })), site: SITE };
}

const EMPTY = after([NO_CONFIG], { registry: null, known: [], places: NOTHING_THERE });
const CHOSEN = after([NO_CONFIG, NO_CA], { places: NOTHING_THERE });
const WITH_CA = after([NO_CONFIG], { places: { ...NOTHING_THERE, caFile: PLACES.caFile } });
const READY = after([], {});

class FakeTypist {
  readonly wrote = new Signal<this, void>(this);
  readonly typed: string[] = [];
  isAvailable = true;
  type(command: string): Promise<boolean> {
    this.typed.push(command);
    return Promise.resolve(true);
  }
  open(): Promise<boolean> {
    return Promise.resolve(true);
  }
}

let rendered: Rendered | null = null;
const typist = { current: new FakeTypist() };

beforeEach(async () => {
  typist.current = new FakeTypist();
  await import('./view.tsx');
});

afterEach(() => {
  rendered?.remove();
  rendered = null;
});

interface Shown extends Rendered {
  progress: WelcomeProgress;
}

async function show(
  checks: FakeChecks,
  change: Partial<IWelcomeServices> = {},
  options: { notebook?: INotebookSection; commands?: CommandRegistry; failures?: ICellFailures } = {}
): Promise<Shown> {
  const progress = new WelcomeProgress(null);
  const welcome: IWelcomeServices = {
    progress,
    typist: typist.current,
    pickFile: () => Promise.resolve('company/ca.crt'),
    cells: () => [`config.docker_registry_url = "${HOST}"`],
    namespace: 'team-a',
    ...change
  };
  rendered = await renderBody(checks, { ...options, welcome });
  const { node } = rendered;
  await vi.waitUntil(async () => {
    await React.act(() => Promise.resolve());
    return node.querySelector('.jp-KaptainRegistry-welcome') !== null;
  });
  return { ...rendered, progress };
}

const buttons = (node: ParentNode) => [...node.querySelectorAll('button')];
const step = (node: ParentNode, name: string) => node.querySelector(`[data-step="${name}"]`) as HTMLElement;

async function settle(): Promise<void> {
  await React.act(() => vi.advanceTimersByTimeAsync(1_000));
}

describe('a cell that failed', () => {
  it('has its row above the set-up, and its answer in place of it until it is closed', async () => {
    const failures = new FakeFailures();
    const { node } = await show(new FakeChecks(CHOSEN), {}, { failures });
    await click(button(node, 'Why did this cell fail?'));
    expect(textOf(node)).toContain('The image builder was refused.');
    expect(node.querySelector('.jp-KaptainRegistry-welcome')).toBeNull();
    await click(button(node, 'Close'));
    expect(node.querySelector('.jp-KaptainRegistry-welcome')).not.toBeNull();
  });
});

describe('the registry', () => {
  it('is offered from the notebook; nothing is asked before Next', async () => {
    const { node, checks } = await show(new FakeChecks(EMPTY));
    expect(textOf(node)).toContain('Three things are missing.');
    expect(textOf(step(node, 'registry'))).toContain('found in this notebook');
    expect(checks.asked).toEqual([]);
    await click(button(node, 'Next'));
    expect(checks.asked).toEqual([`choose ${HOST}`, 'run {}']);
  });

  it('can be typed, and is refused with an instruction', async () => {
    const { node, checks } = await show(new FakeChecks(EMPTY), { cells: () => [] });
    const input = step(node, 'registry').querySelector('input') as HTMLInputElement;
    await type(input, 'https://my.registry');
    await click(button(node, 'Next'));
    expect(step(node, 'registry').querySelector('[role="alert"]')?.textContent).toContain('Leave out http');
    expect(checks.asked).toEqual([]);
    await type(input, 'my.registry');
    await click(button(node, 'Next'));
    expect(checks.asked).toEqual(['choose my.registry', 'run {}']);
  });

  it('shows no fault of another address than the one that is chosen', async () => {
    const { node } = await show(new FakeChecks(EMPTY));
    const select = step(node, 'registry').querySelector('select') as HTMLSelectElement;
    await type(select, '…');
    await type(step(node, 'registry').querySelector('input') as HTMLInputElement, 'https://x');
    await click(button(node, 'Next'));
    expect(node.querySelector('[role="alert"]')).not.toBeNull();
    await type(select, HOST);
    expect(node.querySelector('[role="alert"]')).toBeNull();
  });

  it('hands the focus on to the title of the next step, but takes it from nobody', async () => {
    const { node, checks } = await show(new FakeChecks(EMPTY));
    const next = button(node, 'Next');
    next.focus();
    await React.act(async () => checks.show(CHOSEN));
    expect(document.activeElement).toBe(step(node, 'ca').querySelector('h3'));

    const elsewhere = document.createElement('textarea');
    document.body.append(elsewhere);
    elsewhere.focus();
    await React.act(async () => checks.show(WITH_CA));
    expect(document.activeElement).toBe(elsewhere);
    elsewhere.remove();
  });

  it('is one of those that the administrator names, where no other may be chosen', async () => {
    const may = { chooseRegistry: false, choosePlaces: false };
    const site = { ...SITE, registries: ['company.registry'], may };
    const { node, checks } = await show(new FakeChecks({ ...EMPTY, site }));
    expect([...step(node, 'registry').querySelectorAll('option')].map(item => item.textContent)).toEqual([
      'company.registry'
    ]);
    expect(textOf(step(node, 'registry'))).toContain('named by your administrator');
    await React.act(async () => checks.show({ ...CHOSEN, site }));
    expect(textOf(step(node, 'ca'))).not.toContain('From notebook files…');
    await React.act(async () => checks.show({ ...EMPTY, site: { ...site, registries: [] } }));
    expect(step(node, 'registry').querySelector('input')).toBeNull();
    expect(textOf(step(node, 'registry'))).toContain('platform team, room 12');
  });
});

describe('the CA', () => {
  it('is a file of the notebook', async () => {
    const { node, checks } = await show(new FakeChecks(CHOSEN));
    await click(button(node, 'From notebook files…'));
    expect(checks.asked).toEqual(['places null /home/kubeflow/company/ca.crt', 'run {"clicked":true}']);
  });

  it('is asked from the registry in a terminal', async () => {
    const { node, said } = await show(new FakeChecks(CHOSEN));
    await click(buttons(node).find(item => item.textContent === 'Fetch from registry') as HTMLButtonElement);
    expect(typist.current.typed).toEqual([`kaptain-registry ca ${HOST} ${ASK}`]);
    expect(said.at(-1)).toContain('Compare the SHA-256');
  });

  it('is not fetched from a registry that does not send it', async () => {
    const notSent = { ...NO_CA, circumstances: ['ca-not-sent' as const] };
    const { node } = await show(new FakeChecks(after([NO_CONFIG, notSent], { places: NOTHING_THERE })));
    expect(textOf(step(node, 'ca'))).not.toContain('Fetch from registry');
    expect(textOf(step(node, 'ca'))).not.toContain('kaptain-registry ca');
    expect(button(step(node, 'ca'), 'From notebook files…')).toBeTruthy();
    expect(button(step(node, 'ca'), 'Ask registry owner')).toBeTruthy();
  });

  it('is asked from its owner, whose contact stands there', async () => {
    const { node, copied } = await show(new FakeChecks(CHOSEN));
    const link = step(node, 'ca').querySelector('a');
    expect([link?.getAttribute('href'), link?.getAttribute('rel')]).toEqual([
      'https://help.example/registry',
      'noopener noreferrer'
    ]);
    await click(button(step(node, 'ca'), 'Ask registry owner'));
    expect(copied[0]).toContain('To the registry owner (https://help.example/registry)');
    expect(copied[0]).toContain('KR-FIL-008');
  });
});

describe('the login', () => {
  it('is typed in a terminal, with the CA that was chosen', async () => {
    const checks = new FakeChecks(WITH_CA);
    checks.places = { dockerConfig: null, caFile: '/work/my ca.crt' };
    const { node } = await show(checks);
    expect(node.querySelector('input[type="password"]')).toBeNull();
    await click(button(node, 'Open terminal'));
    expect(typist.current.typed).toEqual([`kaptain-registry login ${HOST} --ca-file '/work/my ca.crt' ${ASK}`]);
  });

  it('is a command to copy on a server without terminals', async () => {
    typist.current.isAvailable = false;
    const { node, copied } = await show(new FakeChecks(WITH_CA));
    expect(textOf(step(node, 'login'))).not.toContain('Open terminal');
    expect(textOf(step(node, 'login'))).toContain('This server has no terminals');
    await click(button(step(node, 'login'), 'Copy command'));
    expect(copied).toEqual([`kaptain-registry login ${HOST} ${ASK}`]);
  });
});

describe('a step', () => {
  it('checks itself when a terminal wrote', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const { checks } = await show(new FakeChecks(WITH_CA));
      typist.current.wrote.emit();
      typist.current.wrote.emit();
      await settle();
      expect(checks.asked).toEqual(['look']);
    } finally {
      vi.useRealTimers();
    }
  });

  it('that is still open after a look says so', async () => {
    const { node, checks, said } = await show(new FakeChecks(CHOSEN));
    await click(button(node, 'Check again'));
    expect(checks.asked).toEqual(['run {"clicked":true}']);
    expect(textOf(node)).toContain('still open: step 2 of 4');
    expect(said.at(-1)).toContain('step 2 is still open');
  });

  it('shows what is wrong with what is there, and the way to its fix', async () => {
    const refused = finding('KR-NET-006', 'net.port');
    const { node } = await show(new FakeChecks(after([NO_CONFIG, refused], { places: NOTHING_THERE })));
    expect(textOf(step(node, 'registry'))).toContain('A title from the server (KR-NET-006).');
    await click(button(step(node, 'registry'), 'Show fix'));
    expect(node.querySelector('.jp-mod-fix')).not.toBeNull();
  });
});

describe('the end', () => {
  const title = 'Config cell';

  class Notebook implements INotebookSection {
    readonly changed = new Signal<this, void>(this);
    rows: readonly INotebookRow[] = [{ id: 'config-cell', title, summary: 'none', state: 'info' }];
  }

  it('is the inserted cell', async () => {
    const notebook = new Notebook();
    const commands = new CommandRegistry();
    const insert = vi.fn();
    commands.addCommand(CommandIDs.insertConfigCell, { execute: insert, describedBy: NO_ARGUMENTS });
    const { node, checks, progress } = await show(new FakeChecks(WITH_CA), {}, { notebook, commands });
    await click(button(node, 'Copy command'));
    await React.act(async () => checks.show(READY));
    expect(textOf(node)).toContain('Your private registry is set up');
    await click(button(node, 'Insert config cell'));
    expect(insert).toHaveBeenCalledOnce();
    await React.act(async () => {
      notebook.rows = [{ id: 'config-cell', title, summary: 'up to date', state: 'pass' }];
      notebook.changed.emit();
    });
    expect(progress.started).toBe(false);
    expect(textOf(node)).toContain('Login and certificate work here.');
  });

  it('for good is a Secret, a PodDefault and a message with both, without the files', async () => {
    const { node, checks, progress, copied } = await show(new FakeChecks(WITH_CA));
    const [, forGood] = [...node.querySelectorAll<HTMLInputElement>('input[type="radio"]')];
    await click(forGood as HTMLInputElement);
    expect(progress.way).toBe('for-good');
    await React.act(async () => checks.show(READY));
    expect(textOf(step(node, 'for-good'))).toContain('kubectl create secret generic docker-secret -n team-a');
    await click(button(step(node, 'for-good'), 'Ask cluster admin'));
    expect(copied[0]).toContain('To the cluster admin (platform team, room 12)');
    expect(copied[0]).toContain('kind: PodDefault');
    await click(button(node, 'The PodDefault'));
    expect(textOf(step(node, 'for-good'))).toContain('namespace: team-a');
  });

  it('can be left for the rows, and come back to', async () => {
    const { node } = await show(new FakeChecks(CHOSEN));
    await click(button(node, 'Show all checks'));
    expect(node.querySelector('[data-section="files"]')).not.toBeNull();
    await click(button(node, 'Set up step by step'));
    expect(step(node, 'ca')).not.toBeNull();
  });
});
