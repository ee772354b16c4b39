import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test, type TestContext } from 'node:test';
import type { RunResult } from '../../src/common/protocol.ts';
import { DEFAULT_BUDGET_MS } from '../../src/node/engine/engine.ts';
import { answers, oddAnswers, WAITING } from '../network/answers.ts';
import { authority } from '../network/certificates.ts';
import { certificates, greetings } from '../network/greetings.ts';
import { basicRegistry, https, reply, tcp, tls, type Running } from '../network/servers.ts';
import { curves } from './curves.ts';
import { largeFiles } from './largeFiles.ts';
import { startSidecar, type RunningSidecar } from './sidecar.ts';

/** The limit that design and issue set, in megabytes. */
const MOST_MB = 256;

const PASSWORD = 'Zk7canaryQ9';
const USER = 'robot$kaptain';
const AUTH = Buffer.from(`${USER}:${PASSWORD}`).toString('base64');

let home = '';
let sidecar: RunningSidecar;
before(async () => {
  home = await mkdtemp(join(tmpdir(), 'hostile-'));
  sidecar = await startSidecar({ HOME: home });
});
after(async () => {
  await sidecar.end();
  await rm(home, { recursive: true, force: true });
});

let files = 0;

/** A file below the home folder. */
async function put(content: string | Buffer): Promise<string> {
  files += 1;
  const path = join(home, `file-${files}`);
  await writeFile(path, content, { mode: 0o600 });
  return path;
}

interface Given {
  ca?: string | Buffer;
  config?: string;
  environment?: Record<string, string>;
}

/** One run as a click in the panel asks for it: registry, image and upload. */
async function look({ port }: Pick<Running, 'port'>, given: Given = {}): Promise<RunResult> {
  const registry = `127.0.0.1:${port}`;
  return sidecar.run({
    registry,
    dockerConfig: await put(given.config ?? JSON.stringify({ auths: { [registry]: { auth: AUTH } } })),
    caFile: await put(given.ca ?? authority.pem),
    images: [`${registry}/team/img:1`],
    push: true,
    ...(given.environment === undefined ? {} : { environment: given.environment })
  });
}

/** Every check came to an outcome of its own, within the limit of the run: nothing held the process up. */
function ends({ report }: RunResult): void {
  const outcomes = report.checks.map(({ id, outcome }) => `${id} ${outcome}`);
  assert.deepEqual(
    outcomes.filter(text => /(?:crashed|timeout|cancelled)$/.test(text)),
    []
  );
  assert.ok(outcomes.length > 10, String(outcomes.length));
  assert.ok(report.durationMs <= DEFAULT_BUDGET_MS, `${report.durationMs} ms`);
  // What cannot be seen is written out, which JSON shows with two backslashes.
  assert.doesNotMatch(JSON.stringify(report.findings), /[\p{Cc}\p{Cf}]|(?<!\\)\\u00[01][0-9a-f]/u);
}

/** The peak of the memory so far, printed and held against the limit. */
function weigh(t: TestContext): void {
  const peak = sidecar.peakMb();
  t.diagnostic(`peak of the sidecar's resident memory: ${peak.toFixed(0)} MB`);
  assert.ok(peak <= MOST_MB, `${peak} MB`);
}

test('a healthy registry, before everything', async t => {
  const { report } = await look(await basicRegistry(PASSWORD));
  assert.equal(report.registries[0]?.consumers.sdk, 'ok');
  weigh(t);
});

describe('large files', () => {
  for (const [says, { ca, config }] of Object.entries(largeFiles)) {
    test(says, async t => {
      const registry = await basicRegistry(PASSWORD);
      ends(
        await look(registry, {
          ...(ca === undefined ? {} : { ca: ca() }),
          ...(config === undefined ? {} : { config: config() })
        })
      );
      weigh(t);
    });
  }
});

// From here on another process: what the files took would hide what servers take.
test('the end of the first process', async () => {
  assert.deepEqual(await sidecar.end(), { status: 0, signal: null });
  sidecar = await startSidecar({ HOME: home });
});

describe('keys on curves that end Node', () => {
  for (const [says, { chain, key, ca, terms }] of Object.entries(curves)) {
    test(says, async () => {
      const registry = await tls(socket => socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\n\r\n')), {
        cert: chain,
        key,
        ...terms
      });
      const result = await look(registry, { ca });
      ends(result);
      assert.match(JSON.stringify(result.report.findings), /secp256k1|brainpool/);
      assert.ok(!sidecar.written().includes(PASSWORD));
    });
  }
});

describe('certificates', () => {
  for (const [says, make] of Object.entries(certificates)) {
    test(says, async t => {
      const result = await look(await make());
      ends(result);
      assert.notEqual(result.report.registries[0]?.verdict, 'ok');
      weigh(t);
    });
  }
});

describe('greetings', { concurrency: 8 }, () => {
  for (const [says, make] of Object.entries(greetings)) {
    test(says, async () => {
      const result = await look(await make());
      ends(result);
      assert.notEqual(result.report.registries[0]?.verdict, 'ok');
    });
  }
});

type Answer = (response: ServerResponse) => void;

const loggedIn = (path: string, own: Answer): Promise<Running> =>
  https((request, response) => {
    if (request.headers.authorization === undefined) {
      reply(response, 401, { 'www-authenticate': 'Basic realm="x"' });
    } else if (request.url?.includes(path) === true) {
      own(response);
    } else {
      reply(response, 200);
    }
  });

/** Where in a run a server stops to behave. */
const phases: Readonly<Record<string, (answer: (socket: Socket) => void) => Promise<Running>>> = {
  'first answer': answer => tls(socket => socket.once('data', () => answer(socket))),
  'where a redirect leads': answer =>
    https((request, response) =>
      request.url === '/elsewhere' ? answer(response.req.socket) : reply(response, 307, { location: '/elsewhere' })
    ),
  'answer to the login': answer => loggedIn('/v2/', response => answer(response.req.socket)),
  'answer to the manifest': answer => loggedIn('/manifests/', response => answer(response.req.socket)),
  'answer to the upload': answer => loggedIn('/uploads/', response => answer(response.req.socket)),
  'answer of the login service': async answer => {
    const service = await https((_, response) => answer(response.req.socket));
    const challenge = `Bearer realm="https://127.0.0.1:${service.port}/token",service="x"`;
    return https((_, response) => reply(response, 401, { 'www-authenticate': challenge }));
  }
};

/** Every answer in every phase, as far as it keeps us waiting, or as far as it does not. */
function askAll(waiting: boolean): void {
  const chosen = (all: typeof answers): [string, (socket: Socket) => void][] =>
    Object.entries(all).filter(([says]) => WAITING.test(says) === waiting);
  for (const [phase, make] of Object.entries(phases)) {
    for (const [says, answer] of chosen({ ...answers, ...oddAnswers })) {
      test(`${phase}: ${says}`, async () => {
        ends(await look(await make(answer)));
      });
    }
  }
  for (const [says, answer] of chosen(answers)) {
    test(`answer of a proxy: ${says}`, async () => {
      const way = await tcp(socket => socket.once('data', () => answer(socket)));
      const result = await look({ port: 5000 }, { environment: { HTTPS_PROXY: `http://127.0.0.1:${way.port}` } });
      ends(result);
      assert.notEqual(result.report.registries[0]?.verdict, 'ok');
    });
  }
}

describe('answers', { concurrency: 4 }, () => askAll(false));

test('the memory after all answers', weigh);

// They only wait: all at once.
describe('answers that do not come', { concurrency: 40 }, () => askAll(true));

test('afterwards it is the same process, small, silent about secrets, and right', async t => {
  const { report } = await look(await basicRegistry(PASSWORD));
  assert.equal(report.registries[0]?.consumers.sdk, 'ok');
  const written = sidecar.written();
  const bytes = Buffer.from(PASSWORD);
  for (const form of [PASSWORD, AUTH, bytes.toString('base64').replace(/=+$/, ''), bytes.toString('hex')]) {
    assert.ok(!written.includes(form));
  }
  weigh(t);
  assert.deepEqual(await sidecar.end(), { status: 0, signal: null });
});
