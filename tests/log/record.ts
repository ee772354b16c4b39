/**
 * `node tests/log/record.ts [PROGRAM]`: plays the scenarios of the gauntlet with real programs and writes what they say
 * into recorded.jsonl: one line for each different text of a program, with what stood in the report of each scenario in which the
 * program said it. With PROGRAM (how its name begins) the others are left as they are. What differs from run to run (ports, folders, times) is made the same.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { inNamespace } from '../gauntlet/peers/inside.ts';
import { startNameServer } from '../gauntlet/peers/names.ts';
import { play, type Situation } from '../gauntlet/play.ts';
import { scenarios } from '../gauntlet/scenarios.ts';
import { crane, craneVersion } from '../peers/programs.mjs';
import { recorded, type Recorded } from './fixtures.ts';

const here = import.meta.dirname;
const STAND_IN = resolve(here, '../standin-sdk');
const MODEL = resolve(here, '../notebooks');
const LIMIT_MS = 6000;
/** Longest text that is kept. */
const MOST = 80_000;
const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** containerd's resolver; the first call builds it. */
function containerd(): string {
  const folder = resolve(here, '../../.cache/log');
  const program = join(folder, 'containerd');
  if (!existsSync(program)) {
    mkdirSync(folder, { recursive: true });
    const built = spawnSync('go', ['build', '-trimpath', '-buildvcs=false', '-ldflags', '-s -w', '-o', program, '.'], {
      cwd: join(here, 'programs', 'containerd'),
      env: { ...process.env, CGO_ENABLED: '0', GOTOOLCHAIN: 'local', GOFLAGS: '-modcacherw' },
      stdio: 'inherit'
    });
    if (built.status !== 0) {
      throw new Error('containerd could not be built: Go 1.24 or later and access to a Go module proxy are needed.');
    }
  }
  return program;
}

interface Program {
  name: string;
  /** Tracebacks differ in lines of code only: one is kept for each last line. */
  traceback?: true;
  /** Scenarios that it is run in, by how their names begin; all without it. */
  where?: string;
  command(host: string, home: string): string[];
}

function run([program = '', ...args]: readonly string[], env: Record<string, string>): Promise<string | null> {
  return new Promise(done => {
    const child = spawn(program, args, { cwd: '/', env, stdio: ['ignore', 'pipe', 'pipe'], timeout: LIMIT_MS });
    let text = '';
    const take = (data: Buffer): void => void (text += text.length < 100_000 ? data.toString() : '');
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    // One that ended well, or at our limit, has not failed by itself.
    child.on('close', status => done(status === null || status === 0 ? null : text));
  });
}

/** Makes a text the same in every run. */
function steady(text: string, { at, home }: Situation): string {
  let steadied = text.replaceAll(home, '/home/kubeflow').replaceAll(STAND_IN, '/opt/sdk').replaceAll(MODEL, '/work');
  [at.port, ...Object.values(at.ports)].forEach((port, index) => {
    steadied = steadied.replaceAll(String(port), String(5000 + index));
  });
  return steadied
    .replaceAll(at.proxy.replace('http://', ''), '127.0.0.1:3128')
    .replaceAll(resolve(here, '../..'), '/opt/conda')
    .replace(/\/\S*\/lib\/python3\.\d+\//g, '/opt/conda/lib/python3.11/')
    .replace(/"[^"]*\/programs\/(\w+\.py)"/g, '"/work/$1"')
    .replace(/0x[0-9a-f]{8,}/g, '0x7f0000000000')
    .replace(/(127\.0\.0\.1):\d{5}->/g, '$1:40000->')
    .replace(/(?<=port )\d{5}|(?<=port=)\d{5}|(?<=127\.0\.0\.1:|localhost:|\[::1\]:)\d{5}/g, '5009')
    .replace(/20\d\d\/\d\d\/\d\d \d\d:\d\d:\d\d/g, '2026/11/25 10:00:00')
    .replace(/time="20\S+"/g, 'time="2026-11-25T10:00:00Z"')
    .replace(/current time 20\S+ is/g, 'current time 2026-11-25T10:00:00Z is')
    .replace(/after \d+ ms/g, 'after 2 ms')
    .slice(0, MOST);
}

async function main(only: string | undefined): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'record-'));
  const layer = join(folder, 'layer.tar');
  // The end of a tar archive: a layer without files.
  writeFileSync(layer, Buffer.alloc(1024));
  const programs: Program[] = [
    { name: 'containerd 2.0.5', command: (host, home) => [containerdProgram, host, home] },
    {
      name: `crane ${craneVersion()}, manifest`,
      command: host => [craneProgram, 'manifest', `${host}/team/img:latest`]
    },
    {
      name: `crane ${craneVersion()}, append`,
      where: 'reg/',
      command: host => [craneProgram, 'append', '--oci-empty-base', '-f', layer, '-t', `${host}/team/img:new`]
    },
    {
      name: 'curl',
      command: (host, home) => ['curl', '-sSf', '--cacert', `${home}/.tls/certificate.crt`, `https://${host}/v2/`]
    },
    {
      name: 'python-dxf',
      traceback: true,
      command: (host, home) => [
        'python',
        join(here, 'programs', 'dxf_digest.py'),
        host,
        'team/img',
        'latest',
        `${home}/.docker/config.json`,
        `${home}/.tls/certificate.crt`
      ]
    },
    {
      name: 'stand-in SDK in IPython',
      traceback: true,
      command: host => ['python', join(here, 'programs', 'model_build.py'), host, STAND_IN, MODEL, 'nocolor']
    },
    {
      name: 'coloured stand-in SDK in IPython',
      where: 'tls/other-ca',
      command: host => ['python', join(here, 'programs', 'model_build.py'), host, STAND_IN, MODEL, 'linux']
    }
  ];
  const texts = new Map<string, Recorded>();
  const names = await startNameServer();
  for (const [name, scenario] of await scenarios()) {
    if (scenario.peers === false) {
      continue;
    }
    say(name);
    const said: { program: string; text: string; traceback: boolean }[] = [];
    const whileRunning = async (situation: Situation): Promise<void> => {
      const { at, home, environment } = situation;
      const { ask } = scenario;
      const [host = at.host] = typeof ask === 'function' ? ask(at) : (ask ?? []);
      const env = {
        ...environment,
        PATH: process.env.PATH ?? '',
        HOME: home,
        SSL_CERT_FILE: `${home}/.tls/certificate.crt`
      };
      const chosen = programs.filter(item => item.name.startsWith(only ?? '') && name.startsWith(item.where ?? ''));
      await Promise.all(
        chosen.map(async ({ name: program, command, traceback }) => {
          const heard = await run(command(host, home), env);
          // The registry of the scenarios takes no layers and serves one manifest for all.
          if (heard !== null && heard !== '' && !/PATCH |blobs\/uploads\/upload-|expected digest sha256/.test(heard)) {
            said.push({ program, text: steady(heard, situation), traceback: traceback === true });
          }
        })
      );
    };
    const { result } = await play(scenario, { whileRunning });
    const standing = result.report.findings.filter(({ severity }) => severity !== 'info').map(({ code }) => code);
    for (const { program, text, traceback } of said.sort((one, other) => one.program.localeCompare(other.program))) {
      // The last line of a traceback, and whether it is about the Docker config or about the CA file.
      const module = /kaptain\/platform\/config\/(?:docker|certificates)/.exec(text)?.[0] ?? '';
      const key = `${program}\n${traceback ? `${module} ${text.trimEnd().split('\n').at(-1) ?? ''}` : text}`;
      const known = texts.get(key) ?? { program, scenarios: {}, text };
      known.scenarios[name] = standing;
      texts.set(key, known);
    }
  }
  names.close();
  rmSync(folder, { recursive: true });
  // What other programs said stays.
  const kept = only === undefined ? [] : recorded().filter(({ program }) => !program.startsWith(only));
  const lines = [...kept, ...texts.values()].map(item => JSON.stringify(item));
  writeFileSync(join(here, 'recorded.jsonl'), `${lines.join('\n')}\n`);
}

const [first, only] = process.argv.slice(2);
const craneProgram = crane();
const containerdProgram = containerd();
if (first === '--inside') {
  await main(only);
} else {
  process.exitCode = inNamespace([import.meta.filename, '--inside', ...process.argv.slice(2)]) ?? 3;
}
