import { describe, expect, it } from 'vitest';
import type { Code } from '../../common/catalogue/index.ts';
import type { RunContext } from '../../common/protocol.ts';
import type { Finding } from '../../common/report.ts';
import { context, events, finding, HEALTHY, HOST, type FakeRun } from '../testing/fixture.ts';
import { NOTHING, stateAfter } from '../testing/render.tsx';
import { setupOf } from './needs.ts';

const PLACES = context().places;
const NO_FILES: RunContext['places'] = {
  dockerConfig: { ...PLACES.dockerConfig, found: false },
  caFile: { ...PLACES.caFile, found: false }
};
const NO_CONFIG = finding('KR-FIL-001', 'fil.config');
const NO_CA = finding('KR-FIL-008', 'ca.needed');

function after(findings: readonly Finding[], change: Partial<RunContext>, run: FakeRun = HEALTHY) {
  const checks = run.checks.map((check, index) => (index === 0 ? { ...check, findings: [...findings] } : check));
  return stateAfter(events({ ...run, checks, context: context(change) }));
}

const statesOf = (setup: ReturnType<typeof setupOf>) =>
  setup === null ? null : Object.values(setup.parts).map(part => part.state);

describe('what a set-up lacks', () => {
  it('is everything in an empty home: one step after the other', () => {
    const state = after([NO_CONFIG], { registry: null, known: [], places: NO_FILES });
    expect(statesOf(setupOf(state, null, false))).toEqual(['todo', 'later', 'later']);
    expect(setupOf(state, null, false)?.missing).toBe(3);
  });

  it('is CA and login once a registry is chosen, the login after the CA', () => {
    const state = after([NO_CONFIG, NO_CA], { places: NO_FILES });
    expect(statesOf(setupOf(state, HOST, false))).toEqual(['done', 'todo', 'later']);
  });

  it('is the login when the CA is there, or not needed', () => {
    const there = after([NO_CONFIG], { places: { ...NO_FILES, caFile: PLACES.caFile } });
    expect(statesOf(setupOf(there, HOST, false))).toEqual(['done', 'done', 'todo']);
    const trusted = after([NO_CONFIG], {
      places: NO_FILES,
      cell: {
        ok: true,
        caFile: { need: 'none', path: '' },
        dockerConfig: { need: 'default', path: '' },
        awsCredentials: false
      }
    });
    expect(statesOf(setupOf(trusted, HOST, false))).toEqual(['done', 'done', 'todo']);
    expect(setupOf(trusted, HOST, false)?.publiclyTrusted).toBe(true);
  });

  it.each<[Code, string | undefined]>([
    ['KR-CFG-005', undefined],
    ['KR-CFG-006', 'may-be-needed']
  ])('is the login when the file has none for the registry: %s %s', (code, variant) => {
    const login = finding(code, 'cfg.login', {
      ...(variant === undefined ? {} : { variant }),
      severity: variant === undefined ? 'error' : 'warning'
    });
    expect(statesOf(setupOf(after([login], {}), HOST, false))).toEqual(['done', 'done', 'todo']);
  });

  it('shows a fault in the step that it belongs to', () => {
    const refused = finding('KR-NET-006', 'net.port');
    const unreachable = setupOf(after([NO_CONFIG, refused], { places: NO_FILES }), HOST, false);
    expect(statesOf(unreachable)).toEqual(['problem', 'later', 'later']);
    expect(unreachable?.parts.registry.finding?.code).toBe('KR-NET-006');
    const otherKey = finding('KR-TLS-004', 'tls.chain');
    const wrongCa = setupOf(
      after([NO_CONFIG, otherKey], { places: { ...NO_FILES, caFile: PLACES.caFile } }),
      HOST,
      false
    );
    expect(statesOf(wrongCa)).toEqual(['done', 'problem', 'later']);
  });

  it('is nothing where something else is wrong first, where all is well, and where nothing was checked', () => {
    expect(setupOf(after([finding('KR-CFG-001', 'cfg.format'), NO_CA], {}), HOST, true)).toBeNull();
    expect(
      setupOf(after([finding('KR-FIL-001', 'fil.config', { variant: 'empty-mount' })], {}), HOST, true)
    ).toBeNull();
    expect(setupOf(after([], {}), HOST, false)).toBeNull();
    expect(setupOf(NOTHING, null, true)).toBeNull();
    expect(setupOf(after([NO_CA], {}), 'another.registry', true)).toBeNull();
  });

  it('is no matter of a set-up which of several registries is meant', () => {
    expect(setupOf(after([], { registry: null, known: ['a.b', 'c.d'] }), null, false)).toBeNull();
    expect(statesOf(setupOf(after([], { registry: null, known: ['docker.io'] }), null, false))?.[0]).toBe('todo');
  });

  it('stays until its end when it was begun', () => {
    expect(statesOf(setupOf(after([], {}), HOST, true))).toEqual(['done', 'done', 'done']);
  });
});
