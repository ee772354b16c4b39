/** The runner, with interpreters that misbehave: every fault is typed, and nothing stays behind. */
import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { readGreeted, readReply, readSdk, readVersions } from '../../src/node/witness/answer.ts';
import { CommandWitness } from '../../src/node/witness/command.ts';
import { witnessEnvironment } from '../../src/node/witness/environment.ts';
import { WitnessProcess } from '../../src/node/witness/process.ts';
import { spawnPython } from '../../src/node/witness/running.ts';
import { basePython, OWN_PYTHON } from './environments.ts';

const folder = mkdtempSync(join(tmpdir(), 'witness-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const NEVER = new AbortController().signal;
const long = { limitMs: 30_000, signal: NEVER };
const short = { limitMs: 300, signal: NEVER };
const SURVEY =
  '{"id":0,"python":"3.11.7","openssl":"OpenSSL 3.0.19","urllib3":"2.8.0","requests":"2","dxf":null,"kaptain":null}';

let stubs = 0;

/** An interpreter that is a shell script. */
function stub(script: string): string {
  stubs += 1;
  const path = join(folder, `python-${stubs}`);
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
}

function start(python: string): WitnessProcess {
  return new WitnessProcess(spawnPython(python, { PATH: process.env.PATH ?? '' }));
}

/** Waits for a state of the machine that has no event; the test's own limit ends a wait in vain. */
async function until(condition: () => boolean): Promise<void> {
  while (!condition()) {
    await new Promise(resolve => setImmediate(resolve));
  }
}

/** Whether a process is gone, or waits only to be taken note of. */
function gone(pid: number): boolean {
  try {
    return /^State:\tZ/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return true;
  }
}

const faults: [string, string, string][] = [
  ['is not there', '/nowhere/python', 'not-started'],
  ['is no program', folder, 'not-started'],
  ['has no valid path', 'py\0thon', 'not-started'],
  ['ends at once', stub('exit 0'), 'ended'],
  ['ends with an error and a lot of text on standard error', stub('head -c 9999999 /dev/zero >&2; exit 1'), 'ended'],
  ['is killed', stub('kill -9 $$'), 'ended'],
  ['says what is no answer', stub('echo "Welcome to conda"; sleep 60'), 'unreadable'],
  ['answers without a number', stub('echo "{}"; sleep 60'), 'unreadable'],
  ['floods', stub('cat /dev/zero'), 'too-much'],
  ['floods with lines', stub('yes \'{"id":7}\''), 'too-much']
];

for (const [says, python, fault] of faults) {
  test(`an interpreter that ${says}: ${fault}`, async () => {
    const witness = start(python);
    assert.deepEqual(await witness.survey(long), { fault });
    assert.deepEqual(await witness.ask({ ask: 'sdk' }, long), { fault });
    witness.end();
  });
}

test('an interpreter that hangs is ended at its limit, with everything that it started', async () => {
  const witness = start(stub(`sleep 600 & echo $! > ${folder}/child; echo $$ > ${folder}/leader; wait`));
  await until(() => existsSync(`${folder}/leader`) && readFileSync(`${folder}/leader`, 'utf8').endsWith('\n'));
  assert.deepEqual(await witness.survey(short), { fault: 'timeout' });
  for (const name of ['child', 'leader']) {
    const pid = Number(readFileSync(`${folder}/${name}`, 'utf8'));
    await until(() => gone(pid));
  }
});

test('an end of the run ends the wait', async () => {
  const controller = new AbortController();
  const witness = start(stub('sleep 600'));
  const answer = witness.survey({ ...long, signal: controller.signal });
  controller.abort();
  assert.deepEqual(await answer, { fault: 'timeout' });
});

test('a late answer to one question leaves the others alone', async () => {
  const witness = start(
    stub(`echo '${SURVEY}'; read first; read second; echo '{"id":2,"found":false}'; read third; echo '{"id":3}'`)
  );
  assert.equal((await witness.survey(long)).fault, null);
  const late = witness.ask({ ask: 'handshake' }, short);
  const other = witness.ask({ ask: 'sdk' }, long);
  assert.deepEqual(await other, { fault: null, answer: { id: 2, found: false } });
  assert.deepEqual(await late, { fault: 'timeout' });
  assert.equal((await witness.ask({ ask: 'sdk' }, long)).fault, null);
  witness.end();
});

test('answers of the wrong form are no answers', () => {
  const reply = { fault: null, answer: { id: 1, outcome: 'ok\u001b[31m', verifyCode: 0 } } as const;
  assert.deepEqual(readReply(reply, readGreeted), { value: null, fault: 'unreadable' });
  const good = JSON.parse(SURVEY) as Record<string, unknown>;
  assert.notEqual(readVersions(good), null);
  for (const wrong of [
    null,
    [],
    'text',
    { ...good, python: '3.11.7\n<b>' },
    { ...good, openssl: '\u202e' },
    { ...good, urllib3: 2 },
    { ...good, kaptain: 'x'.repeat(200) }
  ]) {
    assert.equal(readVersions(wrong), null);
  }
  const sdk = { found: true, version: '1.3.0', classes: [], storageProvider: null };
  assert.notEqual(readSdk(sdk), null);
  assert.equal(readSdk({ ...sdk, storageProvider: 'os.system' }), null);
  assert.equal(readSdk({ ...sdk, classes: new Array(1000).fill({}) }), null);
  assert.deepEqual(
    readSdk({ ...sdk, classes: [{ name: 'Config"', module: 'kaptain', parameters: [], factories: [] }] }),
    {
      ...sdk,
      classes: []
    }
  );
});

test('its environment holds what decides how Python judges, and no secret', async () => {
  const environment = witnessEnvironment({
    PATH: process.env.PATH,
    HOME: '/home/kubeflow',
    HTTPS_PROXY: 'http://user:canary-proxy@proxy.test:3128',
    DOCKER_AUTH_CONFIG: 'canary-auth',
    JUPYTER_TOKEN: 'canary-token',
    REQUESTS_CA_BUNDLE: '/etc/bundle.crt'
  });
  const witness = new WitnessProcess(spawnPython(stub(`env > ${folder}/environment; echo '${SURVEY}'`), environment));
  assert.equal((await witness.survey(long)).fault, null);
  witness.end();
  const seen = readFileSync(`${folder}/environment`, 'utf8');
  assert.match(seen, /^HOME=\/home\/kubeflow$/m);
  assert.match(seen, /^REQUESTS_CA_BUNDLE=/m);
  assert.doesNotMatch(seen, /canary/);
});

/** The Python of the project, with a home of its own. */
function own(environment: Record<string, string> = {}): CommandWitness {
  const variables = { PATH: process.env.PATH, HOME: folder, ...environment };
  return new CommandWitness(spawnPython(OWN_PYTHON, witnessEnvironment(variables)), variables);
}

test("the user's own packages count where a kernel would see them, and none of their .pth files runs", async () => {
  const { minor, path } = basePython();
  const site = join(folder, 'lib', `python3.${minor}`, 'site-packages');
  mkdirSync(join(site, 'kaptain'), { recursive: true });
  mkdirSync(join(site, 'd2iq_kaptain-9.9.dist-info'));
  writeFileSync(join(site, 'kaptain', '__init__.py'), `open(${JSON.stringify(join(folder, 'imported'))}, 'w')`);
  writeFileSync(join(site, 'evil.pth'), `import os; os.mkdir(${JSON.stringify(join(folder, 'pth'))})\n`);
  const version = async (
    python: string,
    environment: Record<string, string> = {}
  ): Promise<string | null | undefined> => {
    const witness = new WitnessProcess(spawnPython(python, { HOME: folder, PYTHONUSERBASE: folder, ...environment }));
    const { value } = readReply(await witness.survey(long), readVersions);
    witness.end();
    return value?.kaptain;
  };
  assert.equal(await version(path), '9.9');
  assert.equal(await version(path, { PYTHONNOUSERSITE: '1' }), null);
  assert.equal(await version(OWN_PYTHON), null, 'a virtual environment does not see them');
  assert.ok(!existsSync(join(folder, 'pth')), 'no .pth file ran');
  assert.ok(!existsSync(join(folder, 'imported')), 'it was not imported');
});

test('the SDK is found on PYTHONPATH and read without importing it', async () => {
  const path = join(folder, 'path', 'kaptain');
  const config = join(path, 'platform', 'config');
  mkdirSync(config, { recursive: true });
  mkdirSync(join(folder, 'path', 'd2iq_kaptain-1.3.0.dist-info'));
  writeFileSync(join(path, '__init__.py'), `open(${JSON.stringify(join(folder, 'imported'))}, 'w')\n`);
  writeFileSync(
    join(path, 'config.py'),
    'class Config:\n    def __init__(self, docker_config_provider, *, base_dir="."):\n        pass\n'
  );
  writeFileSync(
    join(config, 'defaults.py'),
    'class DefaultMinioConfigurationProvider(object):\n    @classmethod\n    def default(cls):\n        pass\n'
  );
  writeFileSync(join(config, 'broken.py'), 'class Config(:\n');
  const witness = own({ PYTHONPATH: join(folder, 'path') });
  const [surveyed] = await witness.survey(long);
  assert.equal(surveyed === undefined ? null : readReply(surveyed.reply, readVersions).value?.kaptain, '1.3.0');
  const { value } = readReply(await witness.sdk(0, long), readSdk);
  witness.dispose();
  assert.deepEqual(value, {
    found: true,
    version: '1.3.0',
    classes: [
      {
        name: 'Config',
        module: 'kaptain.config',
        parameters: [
          { name: 'docker_config_provider', required: true },
          { name: 'base_dir', required: false }
        ],
        factories: []
      },
      {
        name: 'DefaultMinioConfigurationProvider',
        module: 'kaptain.platform.config.defaults',
        parameters: [],
        factories: ['default']
      }
    ],
    storageProvider: 'kaptain.platform.config.defaults.DefaultMinioConfigurationProvider'
  });
  assert.ok(!existsSync(join(folder, 'imported')), 'it was not imported');
});

test('what a server does is one class: refused, cut, silent, other protocol', async () => {
  const witness = own();
  await witness.survey(long);
  const outcome = async (port: number, limitMs = 20_000): Promise<string | undefined> => {
    const question = { host: 'registry.test', port, address: '127.0.0.1', caFile: null };
    return readReply(await witness.handshake(0, question, { ...long, limitMs }), readGreeted).value?.outcome;
  };
  const behaviours: [string, number, Parameters<typeof createServer>[1]][] = [
    ['cut', 20_000, socket => socket.on('data', () => socket.end()).on('error', () => undefined)],
    ['cut', 20_000, socket => socket.on('data', () => socket.resetAndDestroy()).on('error', () => undefined)],
    ['timeout', 1500, socket => socket.on('error', () => undefined).resume()],
    [
      'not-tls',
      20_000,
      socket =>
        socket
          .on('error', () => undefined)
          .resume()
          .end('HTTP/1.1 400 Bad Request\r\n\r\n')
    ]
  ];
  for (const [expected, limitMs, behaviour] of behaviours) {
    const server = createServer(behaviour);
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    assert.equal(await outcome(port, limitMs), expected);
    await new Promise(resolve => server.close(resolve));
    assert.equal(await outcome(port), 'refused');
  }
  witness.dispose();
});

test('a proxy is asked as Python would, its login reaches it, and its refusal is a class', async () => {
  const heads: string[] = [];
  const proxy = createServer(socket =>
    socket
      .on('error', () => undefined)
      .on('data', data => {
        heads.push(data.toString('latin1'));
        socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
      })
  );
  await new Promise<void>(resolve => proxy.listen(0, '127.0.0.1', resolve));
  const url = `http://user:canary@127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  const question = { host: 'registry.test', port: 5000, address: null, caFile: null };
  const through = own({ HTTPS_PROXY: url });
  const { value } = readReply(await through.handshake(0, question, long), readGreeted);
  assert.equal(value?.outcome, 'proxy');
  assert.equal(value.via, 'proxy');
  assert.match(heads[0] ?? '', /^CONNECT registry\.test:5000 /);
  assert.match(heads[0] ?? '', /Proxy-Authorization: Basic /i);
  through.dispose();

  const excluded = own({ HTTPS_PROXY: url, NO_PROXY: 'registry.test' });
  const direct = await excluded.handshake(0, { ...question, port: 1, address: '127.0.0.1' }, long);
  assert.equal(readReply(direct, readGreeted).value?.via, 'direct');
  excluded.dispose();
  await new Promise(resolve => proxy.close(resolve));
});
