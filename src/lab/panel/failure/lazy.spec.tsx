import * as React from 'react';
import { expect, it, vi } from 'vitest';
import { failedCell, FakeFailures } from '../../failure/testing.ts';
import { events, HEALTHY } from '../../testing/fixture.ts';
import { FakeChecks, renderBody, stateAfter, textOf } from '../../testing/render.tsx';

vi.mock('./card.tsx', () => {
  throw new Error('the server is gone');
});

it('a part that cannot be fetched takes nothing but itself away, and says how to get it', async () => {
  const failures = new FakeFailures();
  const { node, remove } = await renderBody(new FakeChecks(stateAfter(events(HEALTHY))), { failures });
  await React.act(() => failures.explain(failedCell('Error')));
  await vi.waitUntil(async () => {
    await React.act(() => Promise.resolve());
    return textOf(node).includes('Reload the page.');
  });
  expect(textOf(node)).toContain('The image builder was refused.');
  expect(textOf(node)).toContain('Registry');
  remove();
});
