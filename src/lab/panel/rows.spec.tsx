import { afterEach, describe, expect, it } from 'vitest';
import { context, events, HEALTHY, HOST, LOGIN } from '../testing/fixture.ts';
import { button, click, FakeChecks, renderBody, stateAfter, textOf, type Rendered } from '../testing/render.tsx';

let rendered: Rendered | null = null;

afterEach(() => {
  rendered?.remove();
  rendered = null;
});

const section = (node: ParentNode, name: string) => node.querySelector(`[data-section="${name}"]`) as HTMLElement;

describe('rows of another registry than the chosen one', () => {
  const OTHER = 'other.registry:5000';
  const checks = [...HEALTHY.checks, { ...LOGIN, subject: HOST }, { ...LOGIN, subject: OTHER }];

  it('carry its name, also while the chosen one is still looked at', async () => {
    const fake = new FakeChecks(stateAfter(events({ ...HEALTHY, checks }).slice(0, 4)));
    fake.chosen = OTHER;
    rendered = await renderBody(fake);
    const { node } = rendered;
    await click(button(section(node, 'files'), 'Files'));
    const files = textOf(section(node, 'files'));
    expect(files).toContain(`Login for it (${HOST})`);
    expect(files).not.toContain(`(${OTHER})`);
    expect(files).not.toMatch(/\(\//);
    await click(button(section(node, 'registry'), 'Registry'));
    expect(textOf(section(node, 'registry'))).toContain(`Name found (${HOST})`);
  });
});

describe('a choice that is missing', () => {
  it.each([
    [['a.b', 'c.d'], 'Your Docker config names several. Choose the one'],
    [['a.b'], 'Choose the one that your images go to in the list above, or type another.'],
    [[], 'Your Docker config names none. Choose "Type another…" in the list above.']
  ])('says what the Docker config names and where to choose: %j', async (known, text) => {
    const run = { checks: HEALTHY.checks, registries: [], context: context({ registry: null, known }) };
    rendered = await renderBody(new FakeChecks(stateAfter(events(run))));
    expect(textOf(rendered.node)).toContain(text);
  });
});
