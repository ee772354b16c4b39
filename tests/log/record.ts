/**
 * `node tests/log/record.ts [FILTER]`: plays the scenarios of the gauntlet with real programs and writes what they say
 * into recorded.jsonl: one line for each different text of a program, with every cause that a scenario had when the
 * program said it. What differs from run to run (ports, folders, times) is made the same.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { inNamespace } from '../gauntlet/peers/inside.ts';
import { startNameServer } from '../gauntlet/peers/names.ts';
import { play, type Situation } from '../gauntlet/play.ts';
import { scenarios } from '../gauntlet/scenarios.ts';
import { crane, craneVersion } from '../peers/programs.mjs';
import type { Recorded } from './fixtures.ts';

const here = import.meta.dirname;
const STAND_IN = resolve(here, '../standin-sdk');
const MODEL = resolve(here, '../notebooks');
const LIMIT_MS = 6000;
/** Longest text that is kept. */
const MOST = 40_000;
const say = (line: string): void => void process.stderr.write(`${line}\n`);

interface Program {
  name: string;
  /** Tracebacks differ in lines of code only: one is kept for each last line. */
  traceback?: true;
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
    .replace(/current time 20\S+ is/g, 'current time 2026-11-25T10:00:00Z is')
    .replace(/after \d+ ms/g, 'after 2 ms')
    .slice(0, MOST);
}

async function main(filters: readonly string[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'record-'));
  const layer = join(folder, 'layer.tar');
  // The end of a tar archive: a layer without files.
  writeFileSync(layer, Buffer.alloc(1024));
  const programs: Program[] = [
    {
      name: `crane ${craneVersion()}, manifest`,
      command: host => [craneProgram, 'manifest', `${host}/team/img:latest`]
    },
    {
      name: `crane ${craneVersion()}, append`,
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
      command: host => ['python', join(here, 'programs', 'model_build.py'), host, STAND_IN, MODEL]
    }
  ];
  const texts = new Map<string, Recorded>();
  const names = await startNameServer();
  for (const [name, scenario] of await scenarios()) {
    if (scenario.peers === false || (filters.length > 0 && !filters.some(word => name.includes(word)))) {
      continue;
    }
    say(name);
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
      for (const { name: program, command, traceback } of programs) {
        const said = await run(command(host, home), env);
        if (said === null || said === '') {
          continue;
        }
        const text = steady(said, situation);
        const key = `${program}\n${traceback === true ? (text.trimEnd().split('\n').at(-1) ?? '') : text}`;
        const known = texts.get(key) ?? { program, scenarios: [], codes: [], text };
        known.scenarios.push(name);
        const { first } = scenario;
        if (first !== null && !known.codes.includes(first)) {
          known.codes.push(first);
        }
        texts.set(key, known);
      }
    };
    await play(scenario, { whileRunning });
  }
  names.close();
  rmSync(folder, { recursive: true });
  const lines = [...texts.values()].map(item => JSON.stringify(item));
  writeFileSync(join(here, 'recorded.jsonl'), `${lines.join('\n')}\n`);
}

const [first, ...rest] = process.argv.slice(2);
const craneProgram = await crane(say);
if (first === '--inside') {
  await main(rest);
} else {
  readFileSync(join(STAND_IN, 'pyproject.toml'));
  process.exitCode = inNamespace([import.meta.filename, '--inside', ...process.argv.slice(2)]) ?? 3;
}
