import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { after, before, test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Report } from '../../src/common/report.ts';
import { pem, type CertificateName } from '../gauntlet/pki.ts';
import { startServer, type Registry } from '../gauntlet/server.ts';
import { command, inHome, SOURCE } from './command.ts';

const schema = JSON.parse(
  readFileSync(new URL('../../src/common/report.schema.json', import.meta.url), 'utf8')
) as object;
const validate = new Ajv2020({ allErrors: true }).compile(schema);

let registry: Registry;
before(async () => {
  registry = await startServer(['leaf'], {});
});
after(() => registry.close());

const resolve = (): string[] => ['--resolve', `${registry.host}:127.0.0.1`];
const config = (password = registry.password): object => ({
  auths: { [registry.host]: { auth: Buffer.from(`${registry.user}:${password}`).toString('base64') } }
});

test('a set-up that works: verdict first, exit status 0, nothing on standard error', () =>
  inHome({ config: config(), ca: pem('root') }, async home => {
    const { status, out, err } = await command(['check', registry.host, ...resolve()], { home });
    assert.equal(status, 0, out);
    assert.match(out, /^✓ Login and certificate work here\n/);
    assert.match(out, /Image builder\s+expected to work, not tested/);
    assert.match(out, /Training machines\s+cannot tell from here/);
    assert.equal(err, '');
    assert.doesNotMatch(out, /\u001b/, 'no colour on a pipe');
  }));

test('without HOST every private registry of the Docker config is checked', () =>
  inHome({ config: config(), ca: pem('root') }, async home => {
    const { status, out } = await command(['check', '--format', 'json', ...resolve()], { home });
    const report = JSON.parse(out) as Report;
    assert.equal(status, 0);
    assert.deepEqual(
      report.registries.map(item => item.host),
      [registry.host]
    );
    assert.ok(validate(report), JSON.stringify(validate.errors?.slice(0, 3)));
  }));

test('a problem: cause, code, who has to act, exit status 1', () =>
  inHome({ config: config(), ca: pem('other-root') }, async home => {
    const { status, out } = await command(['check', registry.host, ...resolve()], { home });
    assert.equal(status, 1);
    const [first = '', second = ''] = out.split('\n');
    assert.match(first, /^✕ Problem: /);
    assert.match(second, /KR-TLS-003/);
    assert.match(out, /What to do\n {2}1\. \[(You|Registry owner|Cluster admin)\]/);
  }));

test('a SHA-256 stands below the words that say whose it is', async () => {
  const seen = async (ca: CertificateName, code: RegExp): Promise<string> => {
    let text = '';
    await inHome({ config: config(), ca: pem(ca) }, async home => {
      ({ out: text } = await command(['check', registry.host, ...resolve()], { home }));
    });
    assert.match(text, code);
    return text;
  };
  const sha256 = (name: CertificateName): string => new X509Certificate(pem(name)).fingerprint256;
  const namesake = await seen('renewed-root', /KR-TLS-004/);
  assert.match(namesake, new RegExp(`Certificate in your CA file: CN=Corp Root CA[\\s\\S]*${sha256('renewed-root')}`));
  const other = await seen('other-root', /KR-TLS-003/);
  assert.match(other, new RegExp(`Certificate from the registry: CN=[\\s\\S]*${sha256('leaf')}`));
});

test('the JSON of a broken set-up fits the schema and has the cause first', () =>
  inHome({ config: config('wrong-password'), ca: pem('root') }, async home => {
    const { status, out } = await command(['check', registry.host, ...resolve(), '--format=json'], { home });
    const report = JSON.parse(out) as Report;
    assert.equal(status, 1);
    assert.ok(validate(report), JSON.stringify(validate.errors?.slice(0, 3)));
    assert.equal(report.findings[0]?.code, 'KR-REG-010');
    assert.doesNotMatch(out, /wrong-password/);
  }));

test('Markdown holds the same first cause', () =>
  inHome({ config: null, ca: pem('root') }, async home => {
    const { status, out } = await command(['check', registry.host, ...resolve(), '--format', 'markdown'], { home });
    assert.equal(status, 1);
    assert.match(out, /^# Private registry: Problem\n/);
    assert.match(out, /### KR-FIL-001/);
  }));

test('whom to ask stands in their steps, and in the message to them', () =>
  inHome({ config: config('wrong-password'), ca: pem('root') }, async home => {
    const asked = ['--contact-registry-owner', 'registry@corp.example', '--contact-cluster-admin', 'room 12'];
    const check = ['check', registry.host, ...resolve(), ...asked];
    const text = await command(check, { home });
    assert.match(text.out, /\[Registry owner: registry@corp\.example\]/);
    const { out } = await command([...check, '--format', 'markdown'], { home });
    const [, message] = /## Message to the registry owner\n\n```\n([^]*?)\n```/.exec(out) ?? [];
    assert.match(message ?? '', /^To the registry owner \(registry@corp\.example\)\n/);
    assert.match(message ?? '', /KR-REG-010/);
    assert.doesNotMatch(out, /wrong-password/);
    assert.ok(!message?.includes(registry.user));
  }));

test('--offline connects to nothing and still judges the files', () =>
  inHome({ config: '{', ca: pem('root') }, async home => {
    const before = registry.connections;
    const { status, out } = await command(['check', registry.host, ...resolve(), '--offline'], { home });
    assert.equal(status, 1);
    assert.match(out, /KR-CFG-001/);
    assert.equal(registry.connections, before);
  }));

test('--only keeps to an area', () =>
  inHome({ config: config(), ca: 'not a certificate' }, async home => {
    const { out } = await command(['check', registry.host, ...resolve(), '--only', 'CFG', '--format', 'json'], {
      home
    });
    const report = JSON.parse(out) as Report;
    assert.ok(report.checks.length > 0);
    assert.ok(report.checks.every(item => item.area === 'CFG'));
  }));

test('--strict makes a warning count', () =>
  inHome({ config: config(), ca: pem('root') }, async home => {
    const args = ['check', registry.host, ...resolve()];
    const env = { PYTHONHTTPSVERIFY: '0' };
    assert.equal((await command(args, { home, env })).status, 0);
    assert.equal((await command([...args, '--strict'], { home, env })).status, 1);
  }));

test('--at judges the dates of another day', () =>
  inHome({ config: config(), ca: pem('root') }, async home => {
    const { status, out } = await command(['check', registry.host, ...resolve(), '--at', '2060-01-01T00:00:00Z'], {
      home
    });
    assert.equal(status, 1);
    assert.match(out, /expired|run out/i);
  }));

test('a registry that never answers ends within --timeout', () =>
  inHome({ config: config(), ca: pem('root') }, async home => {
    const silent = createServer();
    await new Promise<void>(listening => silent.listen(0, '127.0.0.1', listening));
    const { port } = silent.address() as { port: number };
    try {
      const { status, out } = await command(['check', `127.0.0.1:${port}`, '--timeout', '3'], { home });
      assert.equal(status, 1);
      assert.match(out, /✕ Problem/);
      // So little time is no reason to call a registry silent.
      const hasty = await command(['check', `127.0.0.1:${port}`, '--timeout', '1'], { home });
      assert.equal(hasty.status, 0);
      assert.match(hasty.out, /took too long/);
      assert.doesNotMatch(hasty.out, /✕ Problem|✓ .*work here/);
    } finally {
      silent.close();
    }
  }));

test('a result that cannot be written is a failure, not a success', () => {
  const full = openSync('/dev/full', 'w');
  try {
    const ran = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', SOURCE, 'cell', 'a.test:1'], {
      stdio: ['ignore', full, 'pipe'],
      encoding: 'utf8'
    });
    assert.equal(ran.status, 3);
    assert.match(ran.stderr, /the result could not be written in full/);
  } finally {
    closeSync(full);
  }
});

test('more registries than one run looks at are refused', async () => {
  const hosts = Array.from({ length: 501 }, (_, index) => `r${index}.test`);
  const { status, err } = await command(['check', ...hosts]);
  assert.equal(status, 2);
  assert.match(err, /at most 500 registries, not 501/);
});

test('Ctrl-C ends it at once, with what was found', () =>
  inHome({ config: config(), ca: pem('root') }, async home => {
    const silent = createServer();
    await new Promise<void>(listening => silent.listen(0, '127.0.0.1', listening));
    const { port } = silent.address() as { port: number };
    const interrupt = new Promise(connected => silent.once('connection', connected));
    try {
      const { status, out, err } = await command(['check', `127.0.0.1:${port}`], { home, interrupt });
      assert.equal(status, 130);
      assert.match(out, /Checks: /);
      assert.match(err, /Stopped: the result above holds only what was seen until then/);
      // Checks are called by their titles, never by their ids.
      assert.match(out, /waits? for [A-Z][a-z]/);
      assert.doesNotMatch(out, /waits? for .*[a-z]\.[a-z]/);
    } finally {
      silent.close();
    }
  }));

const WRONG: [string[], RegExp][] = [
  [['check', 'https://registry.test'], /is not a registry address/],
  [['check', 'registry.test:99999'], /is not a registry address/],
  [['check', '--no-such-option'], /there is no option/],
  [['check', '--format', 'yaml'], /--format takes text, json, markdown/],
  [['check', '--timeout', 'soon'], /--timeout takes seconds/],
  [['check', '--at', 'tomorrow'], /--at takes a time/],
  [['check', '--builder', 'buildah'], /--builder takes/],
  [['check', '--resolve', 'registry.test'], /--resolve takes HOST:PORT:ADDRESS/],
  [['check', '--only', 'ABC'], /--only takes/],
  [['explain'], /one code or --log FILE is needed/],
  [['explain', 'KR-XXX-999'], /is not a code of this version/],
  [['audit'], /There is no command/],
  [['cell', 'a', 'b'], /one registry at most/]
];
for (const [args, message] of WRONG) {
  test(`wrong usage is one line and exit status 2: ${args.join(' ')}`, async () => {
    const { status, out, err } = await command(args);
    assert.equal(status, 2);
    assert.equal(out, '');
    assert.match(err, message);
    assert.equal(err.trimEnd().split('\n').length, 1);
    assert.doesNotMatch(err, /^\s+at /m);
  });
}

test('--help lists what is built, --version says the version', async () => {
  const help = await command(['--help']);
  assert.equal(help.status, 0);
  for (const verb of help.out.matchAll(/^ {2}kaptain-registry ([a-z]+) /gm)) {
    const own = await command([verb[1] ?? '', '--help']);
    assert.equal(own.status, 0);
    assert.match(own.out, /\nExample: kaptain-registry /, `${verb[1]} has an example`);
  }
  assert.match((await command(['--version'])).out, /^kaptain-registry \S+\n$/);
});

test('explain works offline and names who acts', async () => {
  const { status, out } = await command(['explain', 'kr-tls-004']);
  assert.equal(status, 0);
  assert.match(out, /^KR-TLS-004 {2}/);
  assert.match(out, /\[Registry owner\]/);
});

test('the cell of the default places is the guide’s code', async () => {
  const { status, out } = await command(['cell', 'my.private.registry:5000']);
  assert.equal(status, 0);
  assert.equal(
    out,
    `from kaptain.config import Config
from kaptain.platform.config.certificates import DockerRegistryCertificateProvider

config = Config.default()
config.docker_registry_url = "my.private.registry:5000"
config.docker_registry_certificate_provider = DockerRegistryCertificateProvider.default()
`
  );
});
