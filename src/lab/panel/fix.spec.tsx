/** Who follows the steps of a fix: commands that can be run as they are, and a panel that notices what was done. */
import { Signal } from '@lumino/signaling';
import * as React from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FixStep } from '../../common/finding.ts';
import { context, events, finding, HEALTHY, HOST } from '../testing/fixture.ts';
import { button, click, FakeChecks, renderBody, stateAfter, textOf, type Rendered } from '../testing/render.tsx';
import type { IRegistryState } from '../tokens.ts';
import { WelcomeProgress } from '../welcome/progress.ts';
import type { IWelcomeServices } from '../welcome/services.ts';

const SITE = {
  registries: [],
  contacts: { clusterAdmin: null, registryOwner: null },
  root: '/home/kubeflow/',
  command: '/opt/my tools/kaptain-registry',
  may: { chooseRegistry: true, choosePlaces: true }
};

class FakeTypist {
  readonly wrote = new Signal<this, void>(this);
  opened = 0;
  isAvailable = true;
  type(): Promise<boolean> {
    return Promise.resolve(true);
  }
  open(): Promise<boolean> {
    this.opened += 1;
    return Promise.resolve(true);
  }
}

const ADD: FixStep = {
  text: 'Add the CA.',
  by: 'you',
  command: 'kaptain-registry ca HOST --from FILE --to-file /tls/certificate.crt',
  choose: 'ca-file'
};
const LOGIN: FixStep = {
  text: 'Log in.',
  by: 'you',
  command: 'kaptain-registry login HOST --to-file /docker/config.json'
};
const SEND: FixStep = { text: 'Send the CA.', by: 'registry-owner', command: 'openssl x509 -in ca.crt' };

function broken(fix: FixStep[], change: Partial<ReturnType<typeof context>> = {}): IRegistryState {
  const fault = finding('KR-TLS-003', 'tls.chain', { fix });
  const checks = HEALTHY.checks.map(check => (check.id === 'tls.chain' ? { ...check, findings: [fault] } : check));
  return { ...stateAfter(events({ ...HEALTHY, checks, context: context(change) })), site: SITE };
}

let rendered: Rendered | null = null;
let typist = new FakeTypist();
let checks = new FakeChecks();

async function showFix(state: IRegistryState, change: Partial<IWelcomeServices> = {}): Promise<Rendered> {
  checks = new FakeChecks(state);
  const welcome: IWelcomeServices = {
    progress: new WelcomeProgress(null),
    typist,
    pickFile: () => Promise.resolve('from owner/ca.crt'),
    cells: () => [],
    namespace: null,
    ...change
  };
  rendered = await renderBody(checks, { welcome });
  await click(button(rendered.node, 'Show fix'));
  return rendered;
}

async function pass(ms: number): Promise<void> {
  await React.act(() => vi.advanceTimersByTimeAsync(ms));
}

beforeEach(() => {
  typist = new FakeTypist();
});

afterEach(() => {
  rendered?.remove();
  rendered = null;
  vi.useRealTimers();
});

const fixOf = (node: ParentNode): Element | null => node.querySelector('.jp-mod-fix');

describe('a command', () => {
  it('is complete: our program by its path, the registry, the file that was picked', async () => {
    const { node, copied } = await showFix(broken([ADD, LOGIN]));
    expect(textOf(node)).not.toContain('FILE');
    await click(button(node, 'From notebook files…'));
    for (const copy of node.querySelectorAll<HTMLButtonElement>('[aria-label="Copy command"]')) {
      await click(copy);
    }
    expect(copied).toEqual([
      `'/opt/my tools/kaptain-registry' ca ${HOST} --from '/home/kubeflow/from owner/ca.crt' --to-file /tls/certificate.crt`,
      `'/opt/my tools/kaptain-registry' login ${HOST} --to-file /docker/config.json`
    ]);
  });

  it('of a login names the CA file that the checks use', async () => {
    checks = new FakeChecks();
    const { node } = await showFix(broken([LOGIN]));
    expect(textOf(node)).not.toContain('--ca-file');
    rendered?.remove();
    const places = { dockerConfig: null, caFile: '/work/my ca.crt' };
    const with_ = await showFix(broken([LOGIN]));
    await React.act(async () => checks.setPlaces(places));
    await click(button(with_.node, 'Back'));
    await click(button(with_.node, 'Show fix'));
    expect(textOf(with_.node)).toContain("--ca-file '/work/my ca.crt'");
  });

  it('names the only registry of the notebook where the files name none', async () => {
    const cells = () => ['config.docker_registry_url = "in.notebook:5000"'];
    const { node } = await showFix(broken([LOGIN], { registry: null, known: [] }), { cells });
    expect(textOf(node)).toContain('login in.notebook:5000 --to-file');
    expect([...node.querySelectorAll('option')].map(item => item.textContent)).toContain('in.notebook:5000');
  });

  it('of somebody else stays as it is', async () => {
    const { node } = await showFix(broken([SEND]));
    expect(textOf(node)).toContain('openssl x509 -in ca.crt');
    expect(textOf(node)).not.toContain('Open terminal');
    expect(textOf(node)).toContain('When it is done: Check again.');
  });

  it('keeps the word FILE, with what to do, where files cannot be picked', async () => {
    const { node } = await showFix(broken([ADD]), { pickFile: null });
    expect(textOf(node)).toContain('--from FILE');
    expect(textOf(node)).toContain('Put the path of the file in place of FILE.');
  });

  it('has a terminal to paste it into', async () => {
    const { node, said } = await showFix(broken([LOGIN]));
    await click(button(node, 'Open terminal'));
    expect(typist.opened).toBe(1);
    expect(said.at(-1)).toContain('Paste each command');
  });
});

describe('the fix', () => {
  it('is left by itself when its problem is gone, and stays while it stands', async () => {
    const { node } = await showFix(broken([LOGIN]));
    await React.act(async () => checks.show(broken([LOGIN, SEND])));
    expect(textOf(fixOf(node) as Element)).toContain('Send the CA.');
    await React.act(async () => checks.show({ ...stateAfter(events(HEALTHY)), site: SITE }));
    expect(fixOf(node)).toBeNull();
    expect(textOf(node)).toContain('Login and certificate work here.');
  });

  it('keeps the focus in the panel when it is left by itself', async () => {
    const { node } = await showFix(broken([LOGIN]));
    const panel = document.createElement('div');
    panel.className = 'jp-KaptainRegistry-panel';
    panel.tabIndex = -1;
    node.before(panel);
    panel.append(node);
    button(node, 'Copy command').focus();
    await React.act(async () => checks.show({ ...stateAfter(events(HEALTHY)), site: SITE }));
    expect(document.activeElement).toBe(panel);
    panel.before(node);
    panel.remove();
  });

  it('can be checked again by a click', async () => {
    const { node } = await showFix(broken([SEND]));
    await click(button(node, 'Check again'));
    expect(checks.asked).toEqual(['run {"clicked":true}']);
  });
});

describe('the panel looks at the files', () => {
  const looks = (): number => checks.asked.filter(item => item === 'look').length;

  it('every few seconds while steps are followed, more seldom after minutes, and never when nobody sees it', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
    const { node, setVisible } = await showFix(broken([LOGIN]));
    await pass(10_000);
    expect(looks()).toBe(5);
    await pass(10 * 60_000);
    const after = looks();
    await pass(60_000);
    expect(looks() - after).toBe(4);
    await setVisible(false);
    const hidden = looks();
    await pass(10 * 60_000);
    expect(looks()).toBe(hidden);
    await setVisible(true);
    await pass(1_000);
    expect(looks()).toBe(hidden + 1);
    await click(button(node, 'Back'));
    await pass(10 * 60_000);
    expect(looks()).toBe(hidden + 1);
  });

  it('when a terminal wrote or the person comes back, while something is left to fix', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
    const { node } = await showFix(broken([LOGIN]));
    await click(button(node, 'Back'));
    typist.wrote.emit();
    await pass(1_000);
    expect(looks()).toBe(1);
    window.dispatchEvent(new Event('focus'));
    await pass(1_000);
    expect(looks()).toBe(2);
    await React.act(async () => checks.show(stateAfter(events(HEALTHY))));
    typist.wrote.emit();
    window.dispatchEvent(new Event('focus'));
    await pass(60_000);
    expect(looks()).toBe(2);
  });

  it('not in a page that is in the background', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
    await showFix(broken([LOGIN]));
    const state = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    await pass(60_000);
    expect(looks()).toBe(0);
    state.mockRestore();
  });
});
