import { afterEach, describe, expect, it, vi } from 'vitest';
import { PROTOCOL } from '../../common/protocol.ts';
import { Connection } from './connection.ts';
import { RegistryChecks } from './model.ts';
import { PanelSettings } from './settings.ts';
import { context, events, HEALTHY, HOST, PROBLEM, RUN_ID, type FakeRun } from '../testing/fixture.ts';
import { FakeServer, serving, StreamedAnswer } from '../testing/server.ts';

function checksOf(server: FakeServer, kernel: string | null = null, settings = new PanelSettings()): RegistryChecks {
  return new RegistryChecks({ connection: new Connection(server.settings), settings, kernel: () => kernel });
}

/** A server whose answers the test writes; `answers` holds them in order. */
function streaming(): { server: FakeServer; answers: StreamedAnswer[] } {
  const answers: StreamedAnswer[] = [];
  const server = new FakeServer(signal => {
    const answer = new StreamedAnswer(signal);
    answers.push(answer);
    return answer.response;
  });
  return { server, answers };
}

async function until(condition: () => boolean): Promise<void> {
  await vi.waitFor(() => expect(condition()).toBe(true));
}

const runs = (server: FakeServer) => server.requests.filter(request => request.route === 'run');

afterEach(() => {
  document.cookie = '_xsrf=; expires=Thu, 01 Jan 1970 00:00:00 GMT';
});

describe('what is asked', () => {
  it('asks for the status first when there is no XSRF cookie, and only then', async () => {
    const server = serving(events(HEALTHY));
    const checks = checksOf(server);
    await checks.run();
    expect(server.requests.map(request => `${request.method} ${request.route}`)).toEqual(['GET status', 'POST run']);
    document.cookie = '_xsrf=2|abc';
    await checks.run();
    expect(server.requests.map(request => request.route)).toEqual(['status', 'run', 'run']);
  });

  it('sends the protocol alone by default: no click, no kernel, no place', async () => {
    const server = serving(events(HEALTHY));
    await checksOf(server).run();
    expect(runs(server)[0]?.body).toEqual({ protocol: PROTOCOL });
  });

  it('sends the kernel, the choices and the click of a person', async () => {
    const server = serving(events(HEALTHY));
    const checks = checksOf(server, 'python3');
    checks.choose('other.registry');
    checks.setPlaces({ dockerConfig: '/a/config.json', caFile: '/b/ca.crt' });
    await checks.run({ clicked: true });
    expect(runs(server)[0]?.body).toEqual({
      protocol: PROTOCOL,
      registry: 'other.registry',
      dockerConfig: '/a/config.json',
      caFile: '/b/ca.crt',
      kernel: 'python3',
      clicked: true
    });
  });

  it('sends nothing for a registry that is none, and shows no password of it', async () => {
    const server = serving(events(HEALTHY));
    const checks = checksOf(server);
    checks.choose('user:hunter22@my.registry');
    await checks.run();
    expect(server.requests).toEqual([]);
    expect(checks.state.failure?.code).toBe('KR-NET-002');
    expect(JSON.stringify(checks.state)).not.toContain('hunter22');
  });
});

describe('what comes back', () => {
  it('turns a row from running to its outcome when its line is complete, however it is cut', async () => {
    const { server, answers } = streaming();
    const checks = checksOf(server);
    const done = checks.run();
    await until(() => answers.length === 1);
    const bytes = new TextEncoder().encode(
      events({ ...HEALTHY, checks: HEALTHY.checks.map(check => ({ ...check, title: `${check.title} ✓ ü` })) })
        .map(event => `${JSON.stringify(event)}\n`)
        .join('')
    );
    const seen = new Set<string>();
    checks.stateChanged.connect(() => {
      seen.add(checks.state.rows.map(row => (row.running ? '.' : 'x')).join(''));
    });
    for (let at = 0; at < bytes.length; at += 7) {
      answers[0]?.write(bytes.slice(at, at + 7));
    }
    answers[0]?.end();
    await done;
    expect([...seen].filter(pattern => pattern !== '')).toEqual([
      '......',
      'x.....',
      'xx....',
      'xxx...',
      'xxxx..',
      'xxxxx.',
      'xxxxxx'
    ]);
    expect(checks.state.rows[0]?.planned.title).toBe('Docker config ✓ ü');
    expect(checks.state).toMatchObject({ running: false, ended: 'complete', failure: null });
    expect(checks.state.report?.verdict).toBe('ok');
  });

  it('keeps the last result, marked old, while a new run goes and when it is cancelled', async () => {
    const { server, answers } = streaming();
    const checks = checksOf(server);
    const first = checks.run();
    await until(() => answers.length === 1);
    answers[0]?.send(...events(PROBLEM));
    answers[0]?.end();
    await first;
    const second = checks.run();
    await until(() => answers.length === 2);
    answers[1]?.send(...events(PROBLEM).slice(0, 3));
    await until(() => checks.state.rows.filter(row => row.running).length === PROBLEM.checks.length - 1);
    expect(checks.state.rows.map(row => row.old)).toEqual([false, true, true, true, true, true, true]);
    expect(checks.state.report?.verdict).toBe('problem');
    checks.cancel();
    await second;
    expect(checks.state).toMatchObject({ running: false, ended: 'cancelled' });
    expect(checks.state.rows.every(row => !row.running && row.check !== null)).toBe(true);
  });

  it('cancels by naming the run, and ends the request', async () => {
    const { server, answers } = streaming();
    const checks = checksOf(server);
    const done = checks.run();
    await until(() => answers.length === 1);
    answers[0]?.send(...events(HEALTHY).slice(0, 2));
    await until(() => checks.state.rows.length > 0);
    checks.cancel();
    await done;
    expect(server.requests.at(-1)).toMatchObject({ method: 'POST', route: 'cancel', body: { id: RUN_ID } });
    expect(runs(server).map(request => request.type)).toEqual(['application/json']);
    expect(server.requests.at(-1)?.type).toBe('application/json');
    expect(answers[0]?.signal.aborted).toBe(true);
  });

  it('cancels the run that is under way when another one is asked for', async () => {
    const { server, answers } = streaming();
    const checks = checksOf(server);
    const first = checks.run();
    await until(() => answers.length === 1);
    const second = checks.run();
    await until(() => answers.length === 2);
    expect(answers[0]?.signal.aborted).toBe(true);
    answers[1]?.send(...events(HEALTHY));
    answers[1]?.end();
    await Promise.all([first, second]);
    expect(checks.state.ended).toBe('complete');
  });
});

describe('one check alone', () => {
  const only = (run: FakeRun): FakeRun => ({ ...run, checks: run.checks.filter(check => check.id === 'tls.chain') });

  it('leaves the rest as it is when it says the same again', async () => {
    const answersOf = [events(PROBLEM), events(only(PROBLEM))];
    const server = new FakeServer(signal => {
      const answer = new StreamedAnswer(signal);
      answer.send(...(answersOf.shift() ?? []));
      answer.end();
      return answer.response;
    });
    const checks = checksOf(server);
    await checks.run();
    const before = checks.state.report;
    await checks.run({ only: ['tls.chain'], clicked: true });
    expect(runs(server).map(request => request.body?.only)).toEqual([undefined, ['tls.chain']]);
    expect(checks.state.report).toBe(before);
    expect(checks.state.rows).toHaveLength(PROBLEM.checks.length);
    expect(checks.state.rows.some(row => row.old)).toBe(false);
  });

  it('runs all, without a click, when it says something else', async () => {
    const answersOf = [events(PROBLEM), events(only(HEALTHY)), events(HEALTHY)];
    const server = new FakeServer(signal => {
      const answer = new StreamedAnswer(signal);
      answer.send(...(answersOf.shift() ?? []));
      answer.end();
      return answer.response;
    });
    const checks = checksOf(server);
    await checks.run();
    await checks.run({ only: ['tls.chain'], clicked: true });
    expect(runs(server).map(request => [request.body?.only, request.body?.clicked])).toEqual([
      [undefined, undefined],
      [['tls.chain'], true],
      [undefined, undefined]
    ]);
    expect(checks.state.report?.verdict).toBe('ok');
  });
});

describe('what goes wrong', () => {
  const answering = (body: string, init: ResponseInit) => new FakeServer(() => new Response(body, init));
  const failing = async (server: FakeServer) => {
    const checks = checksOf(server);
    await checks.run();
    expect(checks.state).toMatchObject({ running: false, ended: 'failed' });
    const { failure } = checks.state;
    return [failure?.code, failure?.variant, failure?.evidence[0]?.value];
  };

  it.each([
    ['404 without our code', answering('<html>', { status: 404 }), ['KR-INT-005', 'server-half-missing', undefined]],
    [
      '403 without our code',
      answering('{"message":"x"}', { status: 403 }),
      ['KR-INT-005', 'connection-lost', undefined]
    ],
    [
      '403 with a reason',
      answering('{"code":"forbidden","message":"Not allowed here."}', { status: 403 }),
      ['KR-INT-005', 'connection-lost', 'Not allowed here.']
    ],
    [
      '409',
      answering('{"code":"protocol-mismatch","message":""}', { status: 409 }),
      ['KR-INT-006', undefined, undefined]
    ],
    ['502 no-node', answering('{"code":"no-node","message":"m"}', { status: 502 }), ['KR-INT-005', 'no-node', 'm']],
    ['500 of something else', answering('oops', { status: 500 }), ['KR-INT-009', undefined, undefined]],
    [
      'login page of a gateway',
      answering('<html>', { headers: { 'content-type': 'text/html; charset=utf-8' } }),
      ['KR-INT-005', 'connection-lost', undefined]
    ],
    ['garbage', answering('garbage\n', {}), ['KR-INT-009', undefined, undefined]],
    ['JSON that is no event', answering('{"type":"outcome"}\n', {}), ['KR-INT-009', undefined, undefined]],
    ['an end without a report', answering('', {}), ['KR-INT-005', undefined, undefined]],
    [
      'another protocol',
      answering(`${JSON.stringify({ type: 'run', id: RUN_ID, protocol: PROTOCOL + 1 })}\n`, {}),
      ['KR-INT-006', undefined, undefined]
    ],
    [
      'an error event',
      answering(
        `${JSON.stringify({ type: 'error', id: RUN_ID, error: { code: 'sidecar-broken', message: '' } })}\n`,
        {}
      ),
      ['KR-INT-005', 'helper-broken', undefined]
    ]
  ])('%s', async (_name, server, expected) => {
    expect(await failing(server)).toEqual(expected);
  });

  it('no connection', async () => {
    const server = new FakeServer(() => Promise.reject(new TypeError('Failed to fetch')));
    expect(await failing(server)).toEqual(['KR-INT-005', 'connection-lost', undefined]);
  });

  it('a connection that breaks in the middle', async () => {
    const { server, answers } = streaming();
    const checks = checksOf(server);
    const done = checks.run();
    await until(() => answers.length === 1);
    answers[0]?.send(...events(HEALTHY).slice(0, 3));
    await until(() => checks.state.rows.length > 0);
    answers[0]?.fail();
    await done;
    expect(checks.state.failure).toMatchObject({ code: 'KR-INT-005', variant: 'connection-lost' });
    expect(checks.state.rows.some(row => row.running)).toBe(false);
  });

  it('a flood ends with a finding', async () => {
    const line = 'x'.repeat(1024 * 1024);
    const server = new FakeServer(() => {
      const body = new ReadableStream<Uint8Array>({
        pull: controller => controller.enqueue(new TextEncoder().encode(line))
      });
      return new Response(body);
    });
    expect((await failing(server))[0]).toBe('KR-INT-009');
  });

  it('a server that never answers is given up', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
    try {
      const { server } = streaming();
      const checks = checksOf(server);
      const done = checks.run();
      await vi.advanceTimersByTimeAsync(60_000);
      await done;
      expect(checks.state).toMatchObject({ running: false, ended: 'failed', failure: { code: 'KR-INT-005' } });
    } finally {
      vi.useRealTimers();
    }
  });

  it('forgets the failure with the next run', async () => {
    let asked = 0;
    const checks = checksOf(
      new FakeServer(signal => {
        const answer = new StreamedAnswer(signal);
        answer.send(...events(HEALTHY));
        answer.end();
        return (asked += 1) === 1 ? new Response('', { status: 404 }) : answer.response;
      })
    );
    await checks.run();
    expect(checks.state.failure).not.toBeNull();
    await checks.run();
    expect(checks.state).toMatchObject({ failure: null, ended: 'complete', context: context({ registry: HOST }) });
  });
});

describe('a look at the files', () => {
  const at = (changedAt: number): FakeRun => {
    const { places } = context();
    return { ...PROBLEM, context: context({ places: { ...places, caFile: { ...places.caFile, changedAt } } }) };
  };

  /** A server that answers each run with the next of these; the last one stays. */
  function answering(...answers: FakeRun[]): FakeServer {
    return new FakeServer(signal => {
      const answer = new StreamedAnswer(signal);
      answer.send(...events((answers.length > 1 ? answers.shift() : answers[0]) as FakeRun));
      answer.end();
      return answer.response;
    });
  }

  it('asks for the two files alone, and nothing else happens while they are the same', async () => {
    const server = answering(PROBLEM);
    const checks = checksOf(server);
    await checks.run();
    const { state } = checks;
    const heard = vi.fn();
    checks.stateChanged.connect(heard);
    await checks.look();
    expect(runs(server)[1]?.body).toEqual({ protocol: PROTOCOL, only: ['fil.config', 'fil.ca'] });
    expect(runs(server)).toHaveLength(2);
    expect(heard).not.toHaveBeenCalled();
    expect(checks.state).toBe(state);
  });

  it('runs everything when a file has changed, and not as a click: a refused login is not sent again for it', async () => {
    const server = answering(at(1), at(2), at(2));
    const checks = checksOf(server);
    await checks.run();
    await checks.look();
    expect(runs(server).map(({ body }) => body?.['only'] ?? 'all')).toEqual(['all', ['fil.config', 'fil.ca'], 'all']);
    expect(runs(server)[2]?.body).toEqual({ protocol: PROTOCOL });
    await checks.look();
    expect(runs(server)).toHaveLength(4);
  });

  it('runs everything when a check of a file says something else, though its time is the same', async () => {
    const server = answering(PROBLEM, {
      ...PROBLEM,
      checks: PROBLEM.checks.map(check => (check.id === 'fil.ca' ? { ...check, outcome: 'fail' } : check))
    });
    const checks = checksOf(server);
    await checks.run();
    await checks.look();
    expect(runs(server)).toHaveLength(3);
  });

  it('is not taken before the first run, nor while one is under way', async () => {
    const { server, answers } = streaming();
    const checks = checksOf(server);
    await checks.look();
    expect(server.requests).toEqual([]);
    const run = checks.run();
    await until(() => answers.length === 1);
    await checks.look();
    expect(runs(server)).toHaveLength(1);
    answers[0]?.send(...events(HEALTHY));
    answers[0]?.end();
    await run;
  });

  it('that fails says nothing', async () => {
    let works = true;
    const server = new FakeServer(signal => {
      if (!works) {
        throw new TypeError('network error');
      }
      const answer = new StreamedAnswer(signal);
      answer.send(...events(PROBLEM));
      answer.end();
      return answer.response;
    });
    const checks = checksOf(server);
    await checks.run();
    const { state } = checks;
    works = false;
    await checks.look();
    expect(checks.state).toBe(state);
  });
});
