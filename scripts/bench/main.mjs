/**
 * `npm run bench`: the figures of the budgets, as ratios within this run. Nothing is asserted: figures wander by a
 * factor of two on a busy machine. Dials loopback addresses only.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { crane } from '../../tests/peers/programs.mjs';
import { createAuthority, createServer } from '../demo/certificates.mjs';
import { LOGIN, startRegistry } from '../demo/registry.mjs';
import { COMMAND, NODE, startSidecar, timed } from './child.mjs';
import { startCounting, startDoor } from './counting.mjs';
import { pushImage } from './image.mjs';
import { printSizes } from './sizes.mjs';
import { median, range, table } from './statistics.mjs';

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 11);
const say = line => process.stderr.write(`[bench] ${line}\n`);

/** @param {AsyncDisposableStack} running what has to be ended, also when a program fails */
async function bench(running) {
  const authority = createAuthority();
  const leaf = createServer(authority);
  const tls = { cert: leaf.pem, key: leaf.keyPem, ca: authority.pem };
  const registry = await startRegistry({ tls });
  running.defer(registry.close);
  const image = await pushImage({ port: registry.port, ca: authority.pem, ...LOGIN });
  const [repository, tag] = image.split(':');
  const basic = Buffer.from(`${LOGIN.username}:${LOGIN.password}`).toString('base64');

  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  running.defer(() => rmSync(folder, { recursive: true, force: true }));

  /** A home with the two files for some registries. @param {string} name @param {readonly number[]} ports */
  function home(name, ports) {
    const path = join(folder, name);
    mkdirSync(join(path, '.docker'), { recursive: true });
    mkdirSync(join(path, '.tls'));
    const auths = Object.fromEntries(ports.map(port => [`localhost:${port}`, { auth: basic }]));
    writeFileSync(join(path, '.docker', 'config.json'), JSON.stringify({ auths }), { mode: 0o600 });
    writeFileSync(join(path, '.tls', 'certificate.crt'), authority.pem);
    return path;
  }

  const PATH = process.env.PATH ?? '';
  const found = name => spawnSync('which', [name]).status === 0;
  const craneProgram = crane();

  /** Programs beside ours, by name: what each does to look at one image. */
  function others(path, port) {
    const ca = join(path, '.tls', 'certificate.crt');
    const host = `localhost:${port}`;
    const env = { PATH, HOME: path, SSL_CERT_FILE: ca, DXF_USERNAME: LOGIN.username, DXF_PASSWORD: LOGIN.password };
    const dxf = resolve(import.meta.dirname, 'dxf_digest.py');
    return {
      'bare Node script, 3 requests': [
        NODE,
        [resolve(import.meta.dirname, 'bare.mjs'), 'localhost', `${port}`, ca],
        { PATH, BASIC: basic }
      ],
      'crane digest': [craneProgram, ['digest', `${host}/${image}`], env],
      'python-dxf get_digest': ['python', [dxf, host, repository, tag, ca], env],
      'curl /v2/': ['curl', ['--silent', '--show-error', '--cacert', ca, `https://${host}/v2/`], env],
      ...(found('skopeo')
        ? {
            'skopeo inspect': [
              'skopeo',
              ['inspect', '--cert-dir', join(path, '.tls'), `docker://${host}/${image}`],
              env
            ]
          }
        : {})
    };
  }

  function ours(path, port) {
    const env = { PATH, HOME: path };
    return {
      'kaptain-registry check, cold, no witness': [COMMAND, ['check', `localhost:${port}`, '--no-python'], env],
      'kaptain-registry check, cold, with witness': [COMMAND, ['check', `localhost:${port}`], env]
    };
  }

  async function once(name, [program, args, env]) {
    const done = await timed(program, args, env);
    if (done.status !== 0) {
      throw new Error(`${name} ended with ${done.status}: ${done.output.slice(0, 400)}`);
    }
    return done.ms;
  }

  // 1. Wall time, all programs in turn within each round.
  const one = home('one', [registry.port]);
  const sidecar = await startSidecar({ HOME: one });
  const commands = { ...others(one, registry.port), ...ours(one, registry.port) };
  const times = { 'sidecar, warm': [], ...Object.fromEntries(Object.keys(commands).map(name => [name, []])) };
  await sidecar.run(`localhost:${registry.port}`);
  for (let round = 0; round < ROUNDS; round += 1) {
    const began = performance.now();
    const report = await sidecar.run(`localhost:${registry.port}`);
    times['sidecar, warm'].push(performance.now() - began);
    if (report.verdict !== 'ok') {
      throw new Error(
        `the sidecar's verdict is ${report.verdict}: ${JSON.stringify(report.findings.map(item => item.code))}`
      );
    }
    for (const [name, command] of Object.entries(commands)) {
      times[name].push(await once(name, command));
    }
    say(`round ${round + 1} of ${ROUNDS}`);
  }
  const residentMb = sidecar.memory('VmRSS');

  // 2. Connections, handshakes and requests, once each, through the counting proxy.
  const counting = await startCounting(tls, registry.port);
  running.defer(counting.close);
  const counted = home('counted', [counting.port]);
  const counts = {};
  const watched = await startSidecar({ HOME: counted });
  await watched.run(`localhost:${counting.port}`);
  counts['sidecar, warm'] = counting.take();
  await watched.end();
  for (const [name, command] of Object.entries({
    ...others(counted, counting.port),
    ...ours(counted, counting.port)
  })) {
    await once(name, command);
    counts[name] = counting.take();
  }

  // 3. Many registries at once, one of them silent.
  const doors = await Promise.all(Array.from({ length: 20 }, () => startDoor(registry.port)));
  const silent = await startDoor(null);
  [...doors, silent].forEach(door => running.defer(door.close));
  const many = [];
  for (const [label, ports] of [
    ['1 registry', doors.slice(0, 1)],
    ['5 registries', doors.slice(0, 5)],
    ['20 registries', doors],
    ['1 registry that hangs', [silent]],
    ['20 registries, one more hangs', [...doors, silent]]
  ].map(([text, items]) => [text, items.map(door => door.port)])) {
    const path = home(`many-${many.length}`, ports);
    const done = await timed(COMMAND, ['check', '--no-python'], { PATH, HOME: path });
    many.push([label, done.ms.toFixed(0), String(done.status)]);
  }

  const node = median(times['bare Node script, 3 requests']);
  const dxf = median(times['python-dxf get_digest']);
  const text = count => (count === undefined ? '' : String(count));
  console.log(
    `${cpus().length} × ${cpus()[0]?.model.trim()}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB; Node ${process.version}; ${ROUNDS} rounds, ${new Date().toISOString().slice(0, 10)}\n`
  );
  console.log(
    table([
      ['one registry, healthy', 'ms (least to most)', '× bare Node', '× python-dxf', 'TCP', 'TLS', 'HTTP'],
      ...Object.entries(times).map(([name, values]) => [
        name,
        range(values),
        (median(values) / node).toFixed(2),
        (median(values) / dxf).toFixed(2),
        text(counts[name]?.connections),
        text(counts[name]?.handshakes),
        text(counts[name]?.requests)
      ])
    ])
  );
  if (!found('skopeo')) {
    console.log('skopeo is not installed here: not compared.');
  }
  console.log(`\n${table([['cold command, no witness', 'ms', 'exit status'], ...many])}\n`);
  console.log(`sidecar, resident after ${ROUNDS + 1} runs: ${residentMb.toFixed(0)} MB (budget 80)`);
  await sidecar.end();
  await printSizes();
}

const running = new AsyncDisposableStack();
try {
  await bench(running);
} finally {
  await running.disposeAsync();
}
