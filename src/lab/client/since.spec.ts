import { StateDB } from '@jupyterlab/statedb';
import { describe, expect, it, vi } from 'vitest';
import { Connection } from './connection.ts';
import { RegistryChecks } from './model.ts';
import { PanelSettings } from './settings.ts';
import { sinceKey, SinceMemory } from './since.ts';
import { events, FAULT, HEALTHY, HOST, PROBLEM, type FakeRun } from '../testing/fixture.ts';
import { serving } from '../testing/server.ts';

const KEY = 'jupyterlab-kaptain-registry:since';

/** A run in a page of its own, over the same workspace. */
async function page(state: StateDB, run: FakeRun): Promise<RegistryChecks> {
  const checks = new RegistryChecks({
    connection: new Connection(serving(events(run)).settings),
    settings: new PanelSettings(),
    memory: new SinceMemory(state)
  });
  await checks.run();
  return checks;
}

describe('since when a finding stands', () => {
  it('outlives a reload, and ends when the finding does', async () => {
    const state = new StateDB();
    const key = sinceKey(FAULT);
    await state.save(KEY, { [key]: '2026-11-20T08:00:00Z', 'KR-FIL-001 /x': 'yesterday', other: 7 });
    expect([...(await page(state, PROBLEM)).state.since]).toEqual([[key, '2026-11-20T08:00:00Z']]);

    const first = (await page(state, HEALTHY)).state.report?.startedAt;
    await vi.waitFor(async () => expect(await state.fetch(KEY)).toEqual({}));
    expect((await page(state, PROBLEM)).state.since.get(key)).toBe(first);
  });

  it('keeps nothing about what was neither chosen nor is known', async () => {
    const state = new StateDB();
    new SinceMemory(state).keep(
      new Map([
        [`KR-TLS-004 ${HOST}`, '2026-11-20T08:00:00Z'],
        ['KR-CFG-007 hunter22', '2026-11-20T08:00:00Z']
      ]),
      [HOST]
    );
    await vi.waitFor(async () =>
      expect(await state.fetch(KEY)).toEqual({ [`KR-TLS-004 ${HOST}`]: '2026-11-20T08:00:00Z' })
    );
  });

  it('is this page where no workspace can be read', async () => {
    const state = new StateDB();
    vi.spyOn(state, 'fetch').mockRejectedValue(new Error('gone'));
    const { report, since } = (await page(state, PROBLEM)).state;
    expect(since.get(sinceKey(FAULT))).toBe(report?.startedAt);
  });
});
