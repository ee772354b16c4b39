import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { LOGIN, startRegistry } from '../../scripts/demo/registry.mjs';
import type { Report } from '../../src/common/report.ts';
import { runEngine } from '../../src/node/engine/engine.ts';
import { checks, collectors } from '../../src/node/engine/parts.ts';
import { defaultOptions, readEnvironment } from '../../src/node/options.ts';
import { issued, pem } from '../gauntlet/pki.ts';

/** The same against the CNCF distribution registry itself: what the gauntlet's server is made after. */

const home = mkdtempSync(join(tmpdir(), 'real-'));
const authorization = `Basic ${Buffer.from(`${LOGIN.username}:${LOGIN.password}`).toString('base64')}`;
let registry: Awaited<ReturnType<typeof startRegistry>>;
let host = '';

before(async () => {
  registry = await startRegistry({ tls: { cert: pem('leaf'), key: issued('leaf').keyPem } });
  host = `registry.test:${registry.port}`;
  mkdirSync(join(home, '.docker'));
  mkdirSync(join(home, '.tls'));
  const config = { auths: { [host]: { auth: authorization.slice('Basic '.length) } } };
  writeFileSync(join(home, '.docker', 'config.json'), JSON.stringify(config), { mode: 0o600 });
  writeFileSync(join(home, '.tls', 'certificate.crt'), pem('root'));
  await storeImage();
});
after(async () => {
  await registry.close();
  rmSync(home, { recursive: true });
});

/** One request to the registry, as its owner. */
function send(method: string, path: string, type: string, body: string): Promise<{ status: number; location: string }> {
  return new Promise((done, fail) => {
    const outgoing = request(
      {
        host: '127.0.0.1',
        port: registry.port,
        servername: 'registry.test',
        ca: pem('root'),
        method,
        path,
        agent: false,
        headers: { authorization, 'content-type': type, 'content-length': String(Buffer.byteLength(body)) }
      },
      answer => {
        answer.resume();
        answer.on('end', () => done({ status: answer.statusCode ?? 0, location: answer.headers.location ?? '' }));
      }
    );
    outgoing.on('error', fail);
    outgoing.end(body);
  });
}

/** Stores the smallest image, `team/img:1.0`: an empty index. */
async function storeImage(): Promise<void> {
  const type = 'application/vnd.oci.image.index.v1+json';
  const manifest = JSON.stringify({ schemaVersion: 2, mediaType: type, manifests: [] });
  const { status } = await send('PUT', '/v2/team/img/manifests/1.0', type, manifest);
  assert.equal(status, 201);
}

async function look(images: readonly string[], push = false): Promise<Report> {
  const { report } = await runEngine(
    { collectors, checks },
    {
      id: 'real',
      registries: [host],
      all: false,
      only: null,
      options: {
        ...defaultOptions(readEnvironment({ HOME: home })),
        resolve: [{ host: 'registry.test', port: registry.port, address: '127.0.0.1' }],
        images: images.map(image => `${host}/${image}`),
        push
      },
      budgetMs: 8000,
      signal: new AbortController().signal,
      emit: () => undefined
    }
  );
  return report;
}

const outcome = (report: Report, id: string): string | undefined => report.checks.find(item => item.id === id)?.outcome;
const standing = (report: Report): string[] =>
  report.findings
    .filter(item => item.severity !== 'info')
    .map(item => `${item.code}${item.variant === undefined ? '' : ` ${item.variant}`}`);

test('an image that is there can be pulled', async () => {
  const report = await look(['team/img:1.0']);
  assert.deepEqual(standing(report), []);
  assert.equal(outcome(report, 'reg.pull'), 'pass');
});

test('a missing tag and a missing repository are told apart', async () => {
  assert.deepEqual(standing(await look(['team/img:2.0'])), ['KR-REG-014']);
  assert.deepEqual(standing(await look(['taem/img:1.0'])), ['KR-REG-014 repository']);
});

test('the right to push: one upload begun and taken back', async () => {
  const report = await look(['team/new-model:1'], true);
  assert.deepEqual(standing(report), []);
  assert.ok(report.findings.some(item => item.code === 'KR-REG-013'));
  // The registry confirmed the end of the upload (204).
  const push = report.checks.find(item => item.id === 'reg.push');
  assert.equal(push?.summary, 'allowed; the trial upload was cancelled');
});
