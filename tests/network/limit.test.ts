import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import type { Report } from '../../src/common/report.ts';
import type { RunOptions } from '../../src/node/collect/types.ts';
import { runEngine } from '../../src/node/engine/engine.ts';
import { checks, collectors } from '../../src/node/engine/parts.ts';
import { defaultOptions, readEnvironment } from '../../src/node/options.ts';
import { systemNetwork } from '../../src/node/registry/network.ts';
import { drip, OK } from './answers.ts';
import { authority } from './certificates.ts';
import { https, reply, tcp, tls } from './servers.ts';

/** The limit of a run holds whatever registries do, for any number of them, and its report is whole all the same. */

const folder = mkdtempSync(join(tmpdir(), 'limit-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const caFile = join(folder, 'ca.crt');
writeFileSync(caFile, authority.pem);

function configFor(hosts: readonly string[]): string {
  const path = join(folder, `${hosts.length}-${hosts[0]?.replace(/\W/g, '') ?? ''}.json`);
  // A file of more than 64 KiB is not read.
  const entry = hosts.length > 300 ? {} : { auth: Buffer.from('user:Zk7canaryQ9').toString('base64') };
  writeFileSync(path, JSON.stringify({ auths: Object.fromEntries(hosts.map(host => [host, entry])) }));
  return path;
}

/** Registries that take a connection and say nothing. */
async function silent(count: number): Promise<string[]> {
  const servers = await Promise.all(Array.from({ length: count }, () => tcp(() => undefined)));
  return servers.map(({ port }) => `127.0.0.1:${port}`);
}

/** One run over all of them, as the command makes it, and how long it took in all. */
async function run(
  hosts: readonly string[],
  budgetMs: number,
  options: Partial<RunOptions> = {}
): Promise<{ report: Report; tookMs: number; planned: number }> {
  let planned = 0;
  const began = performance.now();
  const { report } = await runEngine(
    { collectors, checks },
    {
      id: 'limit',
      registries: null,
      all: true,
      only: null,
      options: {
        ...defaultOptions(readEnvironment({ HOME: folder })),
        dockerConfig: { path: configFor(hosts), origin: 'option' },
        caFile: { path: caFile, origin: 'option' },
        clicked: true,
        ...options
      },
      budgetMs,
      signal: new AbortController().signal,
      emit: event => {
        planned = event.type === 'plan' ? event.checks.length : planned;
      }
    }
  );
  return { report, tookMs: performance.now() - began, planned };
}

/** Within the limit, and each planned check has exactly one outcome. */
function holds({ report, tookMs, planned }: Awaited<ReturnType<typeof run>>, budgetMs: number): void {
  assert.ok(tookMs <= budgetMs, `${tookMs} ms of ${budgetMs}`);
  assert.ok(report.durationMs <= budgetMs);
  const outcomes = report.checks.map(({ id, subject }) => `${id} ${subject}`);
  assert.equal(new Set(outcomes).size, outcomes.length);
  assert.equal(outcomes.length, planned);
  assert.ok(!report.checks.some(({ outcome }) => outcome === 'crashed' || outcome === 'cancelled'));
}

test('300 silent registries, more than there is time for', async t => {
  const hosts = await silent(300);
  const seen = await run(hosts, 8000);
  t.diagnostic(`${Math.round(seen.tookMs)} ms of 8000`);
  holds(seen, 8000);
  const outcomeOf = new Map(seen.report.checks.map(({ id, subject, outcome }) => [`${id} ${subject}`, outcome]));
  const answers = hosts.map(host => outcomeOf.get(`net.answer ${host}`));
  assert.ok(answers.includes('timeout'));
  // Nobody is called silent who was not waited for.
  const silentOnes = seen.report.findings.filter(({ check }) => check === 'net.answer' || check === 'net.port');
  for (const { code, args } of silentOnes.filter(item => item.code !== 'KR-INT-002')) {
    assert.ok(!('seconds' in args) || Number(args['seconds']) >= 1, `${code} after ${String(args['seconds'])} s`);
  }
});

test('60 silent registries all get their answer within the usual time', async () => {
  const hosts = await silent(60);
  const seen = await run(hosts, 20_000);
  holds(seen, 20_000);
  assert.deepEqual(
    seen.report.checks.filter(({ outcome }) => outcome === 'timeout'),
    []
  );
});

test('hundreds of registries that keep the process busy, on a network that never answers', async t => {
  const hosts = Array.from({ length: 400 }, (_, index) => `127.0.0.1:${20_000 + index}`);
  // The network never answers: no connection, no error.
  const network = { ...systemNetwork, dial: () => new Promise<never>(() => undefined) };
  const seen = await run(hosts, 10_000, { network });
  t.diagnostic(`${Math.round(seen.tookMs)} ms of 10000 for ${seen.planned} checks`);
  assert.ok(seen.planned > 5000);
  holds(seen, 10_000);
});

const BUDGET_MS = 2500;

/** What one registry can do to use up every stage's own limit. */
const delays: Readonly<Record<string, () => Promise<{ port: number }>>> = {
  'a greeting byte by byte': () => tcp(socket => drip(socket, '\u0016\u0003\u0003\u0000\u007a', '\u0000')),
  'a header byte by byte': () => tls(socket => void socket.once('data', () => drip(socket, `${OK}x: `, 'a'))),
  'a body byte by byte': () =>
    tls(socket => void socket.once('data', () => drip(socket, `${OK}content-length: 90000\r\n\r\n`, ' '))),
  'redirects that each take a while': () =>
    tls(socket => {
      const on = (): void => {
        setTimeout(() => socket.write('HTTP/1.1 307 On\r\nlocation: /v2/again\r\ncontent-length: 0\r\n\r\n'), 900);
      };
      socket.on('data', on);
    }),
  'a wait that is asked for at every step': () =>
    https((request, response) =>
      request.headers.authorization === undefined
        ? reply(response, 401, { 'www-authenticate': 'Basic realm="x"' })
        : reply(response, 429, { 'retry-after': '1' })
    ),
  'interim answers, one now and then': () =>
    tls(socket => {
      socket.once('data', () => {
        const timer = setInterval(() => socket.write('HTTP/1.1 102 Processing\r\n\r\n'), 400);
        (socket as Socket).once('close', () => clearInterval(timer));
      });
    })
};

describe('one registry that takes its time', { concurrency: 6 }, () => {
  for (const [says, make] of Object.entries(delays)) {
    test(says, async () => {
      const { port } = await make();
      const host = `127.0.0.1:${port}`;
      holds(await run([host], BUDGET_MS, { images: [`${host}/team/img:1`], push: true }), BUDGET_MS);
    });
  }
});

test('the command ends within its limit, its start included', async t => {
  const hosts = await silent(40);
  const began = performance.now();
  const args = ['check', '--docker-config', configFor(hosts), '--timeout', '4', '--no-python', '--format', 'json'];
  const child = spawn('kaptain-registry', args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const parts: Buffer[] = [];
  child.stdout.on('data', (part: Buffer) => parts.push(part));
  const status = await new Promise(resolve => child.on('close', resolve));
  const tookMs = performance.now() - began;
  t.diagnostic(`${Math.round(tookMs)} ms of 4000`);
  assert.equal(status, 1);
  assert.ok(tookMs <= 4000, `${tookMs} ms`);
  const report = JSON.parse(Buffer.concat(parts).toString()) as Report;
  assert.equal(report.registries.length, 40);
});
