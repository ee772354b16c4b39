/** Our rules beside what real Pythons do with real TLS servers: the same verdict, and a cause that our rules name too. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { after, test } from 'node:test';
import { createServer } from 'node:tls';
import { fileURLToPath } from 'node:url';
import { readGreeted, readReply, readVersions } from '../../src/node/witness/answer.ts';
import { witnessEnvironment } from '../../src/node/witness/environment.ts';
import type { RefusalKind, TrustFacts } from '../../src/node/x509/facts.ts';
import type { Greeted, WitnessOutcome } from '../../src/node/witness/facts.ts';
import { WitnessProcess } from '../../src/node/witness/process.ts';
import { spawnPython } from '../../src/node/witness/running.ts';
import { noCaContent, readCaContent } from '../../src/node/x509/caContent.ts';
import { readCertificate } from '../../src/node/x509/certificate.ts';
import { pythonProfiles } from '../../src/node/x509/profiles.ts';
import { analyseTrust } from '../../src/node/x509/trust.ts';
import { environments } from './environments.ts';
import { situations, type Situation } from './situations.ts';

const folder = mkdtempSync(join(tmpdir(), 'witness-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** Patience of tests: none of them waits that long. */
const patience = { limitMs: 30_000, signal: new AbortController().signal };

/** What our rules may say where Python says so: OpenSSL stops at the first fault, our rules name every one. */
const SAME: Partial<Record<WitnessOutcome, readonly RefusalKind[]>> = {
  'issuer-unknown': ['issuer-unknown', 'no-root'],
  'self-signed': ['self-signed'],
  'root-not-mounted': ['root-not-mounted'],
  'no-root': ['no-root'],
  'not-a-ca': ['not-a-ca', 'strict'],
  'wrong-name': ['name'],
  'ca-file': ['file-refused']
};

interface Served extends Situation {
  port: number;
  caFile: string | null;
}

const servers: ReturnType<typeof createServer>[] = [];
after(() => servers.forEach(server => server.close()));

/** What a registry says to a request without a login. */
const ANSWER = 'HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\nConnection: close\r\n\r\n';

async function serve(situation: Situation, number: number): Promise<Served> {
  const { chain, ca } = situation;
  const server = createServer({ cert: chain.map(({ pem }) => pem).join(''), key: chain[0]?.keyPem ?? '' }, socket =>
    socket.on('error', () => undefined).on('data', () => socket.end(ANSWER))
  );
  servers.push(server);
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const path = join(folder, `ca-${number}.crt`);
  if (ca === 'folder') {
    mkdirSync(path);
  } else if (ca !== null) {
    writeFileSync(path, ca);
  }
  return { ...situation, port: (server.address() as AddressInfo).port, caFile: ca === null ? null : path };
}

const served = await Promise.all(situations().map(serve));
const leafOf = ({ chain }: Situation): string => new X509Certificate(chain[0]?.pem ?? '').fingerprint256;

/** Our rules, for the Python of these profiles. */
function analyse({ chain, ca, caFile, host = 'registry.test' }: Served, sdkProfiles: readonly string[]): TrustFacts {
  const certificates = chain.map(({ pem }) => {
    const certificate = readCertificate(new X509Certificate(pem).raw);
    assert.ok('sha256' in certificate);
    return certificate;
  });
  const path = caFile ?? '';
  const caContent =
    ca === null ? null : ca === 'folder' ? noCaContent(path, 'folder') : readCaContent(Buffer.from(ca), path);
  return analyseTrust({
    chain: certificates,
    caContent,
    host: host.replace(/^\[|\]$/g, ''),
    at: Date.now(),
    builder: 'kaniko-1.3.0',
    sdkProfiles
  });
}

function assertAgreement(situation: Served, greeted: Greeted, sdkProfiles: readonly string[]): void {
  const { consumers, profiles } = analyse(situation, sdkProfiles);
  const shown = `${situation.says}: Python said ${greeted.outcome} (${greeted.verifyCode})`;
  assert.equal(greeted.outcome === 'ok' ? 'ok' : 'fails', consumers.sdk, shown);
  if (greeted.outcome === 'ok') {
    assert.equal(greeted.leaf, leafOf(situation), shown);
    return;
  }
  const named = profiles
    .filter(({ profile }) => sdkProfiles.includes(profile))
    .flatMap(({ refusals }) => refusals.map(({ kind }) => kind));
  const same = SAME[greeted.outcome] ?? [greeted.outcome as RefusalKind];
  assert.ok(
    same.some(kind => named.includes(kind)),
    `${shown}, our rules: ${named.join(', ')}`
  );
}

async function ask(python: WitnessProcess, situation: Served, strict: boolean): Promise<Greeted> {
  const { host = 'registry.test', port, caFile } = situation;
  const question = { host, port, address: '127.0.0.1', caFile, seconds: 20, strict, variables: {} };
  const { value, fault } = readReply(await python.ask({ ask: 'handshake', ...question }, patience), readGreeted);
  assert.ok(value !== null, `${situation.says}: ${fault}`);
  return value;
}

/** What requests itself does in each situation. */
async function withRequests(python: string): Promise<string[]> {
  const script = fileURLToPath(new URL('./with_requests.py', import.meta.url));
  const child = spawn(python, ['-I', script], { stdio: ['pipe', 'pipe', 'inherit'], env: {} });
  child.stdin.end(JSON.stringify(served.map(({ host = 'registry.test', port, caFile }) => ({ host, port, caFile }))));
  return JSON.parse(await text(child.stdout)) as string[];
}

for (const { name, python: path } of environments()) {
  test(`${name}: ${served.length} situations, as it is, as requests does it, by the flags of Python 3.13`, async () => {
    const python = new WitnessProcess(spawnPython(path, witnessEnvironment(process.env)));
    try {
      const { value: versions } = readReply(await python.survey(patience), readVersions);
      assert.ok(versions !== null, 'it tells its versions');
      const own = pythonProfiles(versions);
      assert.ok(own !== null && own.length > 0, `${JSON.stringify(versions)} has profiles`);
      const flags = own.every(profile => profile.startsWith('python3.13'));
      const times: number[] = [];
      for (const situation of served) {
        const greeted = await ask(python, situation, false);
        assert.equal(greeted.strict, flags, 'its flags are those that our rules expect');
        assert.equal(greeted.partialChain, flags);
        assertAgreement(situation, greeted, own);
        times.push(greeted.durationMs);
      }
      const outcomes = await withRequests(path);
      assert.equal(outcomes.length, served.length);
      for (const [number, situation] of served.entries()) {
        const expected: string = analyse(situation, own).consumers.sdk;
        assert.equal(outcomes[number], expected, `${situation.says}: what requests itself does`);
      }
      if (versions.urllib3?.startsWith('1.') === false) {
        for (const situation of served) {
          const greeted = await ask(python, situation, true);
          assert.deepEqual([greeted.strict, greeted.partialChain], [true, true]);
          assertAgreement(situation, greeted, ['python3.13+urllib3-2.8']);
        }
      }
      const median = times.sort((a, b) => a - b)[Math.floor(times.length / 2)];
      console.log(`${name}: Python ${versions.python}, urllib3 ${versions.urllib3}: a greeting takes ${median} ms`);
    } finally {
      python.end();
    }
  });
}
