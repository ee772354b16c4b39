import { nullTranslator } from '@jupyterlab/translation';
import { describe, expect, it } from 'vitest';
import type { IRunOptions } from '../tokens.ts';
import { context, events, finding, HEALTHY, HOST, registry } from '../testing/fixture.ts';
import { FakeChecks, stateAfter } from '../testing/render.tsx';
import { CellFailures } from './failures.ts';
import { failedCell } from './testing.ts';

const STRANGER = 'stranger.example.test:5000';
const refused = (host: string): string =>
  `error pushing image: failed to push to destination ${host}/team/img:1: Get "https://${host}/v2/": x509: certificate signed by unknown authority`;

const NO_CONTEXT = stateAfter([]);

/** Checks whose run ends with these events. */
class Answering extends FakeChecks {
  constructor(private readonly answer: Parameters<typeof events>[0]) {
    super({ ...NO_CONTEXT, running: false });
  }

  override async run(options?: IRunOptions): Promise<void> {
    await super.run(options);
    this.show(stateAfter(events(this.answer)));
  }
}

const CERTIFICATE = HEALTHY.checks.find(({ id }) => id === 'tls.chain') as (typeof HEALTHY.checks)[number];

const OTHER_CA = {
  checks: [
    ...HEALTHY.checks.filter(({ id }) => id !== 'tls.chain'),
    {
      ...CERTIFICATE,
      outcome: 'fail' as const,
      findings: [finding('KR-TLS-003', 'tls.chain', { severity: 'error', subject: HOST })]
    }
  ],
  registries: [registry({ verdict: 'problem', consumers: { sdk: 'fails', builder: 'fails', nodes: 'unknown' } })]
};

function make(checks: FakeChecks, load?: CellFailures.IOptions['load']) {
  const opened: string[] = [];
  const failures = new CellFailures({
    checks,
    trans: nullTranslator.load(''),
    openPanel: () => void opened.push('panel'),
    onUnavailable: () => void opened.push('unavailable'),
    ...(load === undefined ? {} : { load })
  });
  return { failures, opened };
}

describe('why a cell failed', () => {
  it('joins what the output says with what the checks of its registry find', async () => {
    const checks = new Answering(OTHER_CA);
    const { failures, opened } = make(checks);
    await failures.explain(failedCell(refused(HOST)));
    expect(opened).toEqual(['panel']);
    expect(checks.asked).toEqual(['run {"only":["fil.config","fil.ca"]}', 'run {"clicked":true}']);
    expect(failures.current).toMatchObject({
      state: 'joined',
      headline: expect.stringMatching(
        /^The image builder refused the certificate .*, because your CA file holds another CA\.$/
      ),
      finding: { code: 'KR-TLS-003' },
      checking: false,
      offers: []
    });
  });

  it("offers a registry that is none of the person's own, and contacts it after a click of its own", async () => {
    const checks = new Answering({ ...HEALTHY, context: context({ known: [HOST] }) });
    const { failures } = make(checks);
    await failures.explain(failedCell(refused(STRANGER)));
    expect(checks.asked).toEqual(['run {"only":["fil.config","fil.ca"]}']);
    expect(failures.current?.offers).toEqual([STRANGER]);
    expect(failures.current?.causes.length).toBeGreaterThan(1);
    await failures.check(STRANGER);
    expect(checks.asked.slice(1)).toEqual([`choose ${STRANGER}`, 'run {"clicked":true}']);
  });

  it('tests the pull of an image that could not be pulled', async () => {
    const checks = new Answering(HEALTHY);
    const { failures } = make(checks);
    await failures.explain(failedCell(`Failed to pull image "${HOST}/team/img:1": rpc error: not found`));
    expect(checks.asked.at(-1)).toBe(`run {"clicked":true,"images":["${HOST}/team/img:1"]}`);
  });

  it('says so when it does not know a text, and offers to check the registry', async () => {
    const checks = new Answering(HEALTHY);
    const { failures } = make(checks);
    await failures.explain(failedCell("KeyError: 'loss'"));
    expect(failures.current).toMatchObject({ state: 'unknown', causes: [], offers: [HOST] });
    expect(failures.current?.headline).toContain('does not know this text');
    expect(checks.asked).toEqual(['run {"only":["fil.config","fil.ca"]}']);
  });

  it('knows a failure in a cell that ended well, and an ordinary output from it', async () => {
    const { failures } = make(new Answering(HEALTHY));
    expect(await failures.knows(refused(HOST))).toBe(true);
    expect(await failures.knows('loading the registry of models, certificate of merit printed')).toBe(false);
  });

  it('shows nothing any more when it was closed meanwhile', async () => {
    const { failures } = make(new Answering(OTHER_CA));
    let closed = 0;
    failures.changed.connect(() => {
      if (failures.current !== null) {
        closed += 1;
        failures.close();
      }
    });
    await failures.explain(failedCell(refused(HOST)));
    expect(closed).toBe(1);
    expect(failures.current).toBeNull();
  });

  it('says that an output is older than the set-up', async () => {
    const { failures } = make(new Answering(HEALTHY));
    await failures.explain(failedCell(refused(HOST), { ranAt: -1 }));
    expect(failures.current?.age).toMatchObject({ kind: 'older', changedAt: 0 });
  });

  it('says so when its texts cannot be loaded', async () => {
    const { failures, opened } = make(new Answering(HEALTHY), () => Promise.reject(new Error('404')));
    await failures.explain(failedCell(refused(HOST)));
    expect(opened).toEqual(['panel', 'unavailable']);
    expect(failures.current).toBeNull();
    expect(await failures.knows(refused(HOST))).toBe(false);
  });

  it('keeps nothing of the output', async () => {
    const { failures } = make(new Answering(OTHER_CA));
    await failures.explain(failedCell(`password=canary-Pa55 <img src=x onerror=alert(1)>\n${refused(HOST)}`));
    expect(failures.current?.state).toBe('joined');
    expect(JSON.stringify({ ...failures.current, cell: null })).not.toMatch(/canary|onerror/);
  });
});
