import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { crane, craneVersion } from '../../peers/programs.mjs';

/** What a peer did with a scenario. */
export interface PeerResult {
  /** null: ended at the limit. */
  status: number | null;
  /** Everything it said. */
  text: string;
}

export interface Peer {
  name: string;
  version: string;
  /** Consumer whose verdict it can confirm or refute. */
  consumer: 'sdk' | 'builder' | null;
  /** Whether it got what was asked for: some take any answer for a manifest. */
  got(result: PeerResult): boolean;
  run(host: string, home: string, environment: Readonly<Record<string, string>>): Promise<PeerResult>;
}

const ended = ({ status }: PeerResult): boolean => status === 0;

/** An image manifest (OCI image-spec manifest.md, distribution image manifest 2): an object with `schemaVersion`. */
const gotManifest = (result: PeerResult): boolean => ended(result) && /^\s*\{[^]*"schemaVersion"/.test(result.text);

/** Longest time that a peer gets, in milliseconds; some have no limit of their own. */
const LIMIT_MS = 8000;

const REPOSITORY = 'team/img';
const TAG = 'latest';

function execute(program: string, args: readonly string[], env: Record<string, string>): Promise<PeerResult> {
  return new Promise((done, fail) => {
    const child = spawn(program, args, { cwd: '/', env, stdio: ['ignore', 'pipe', 'pipe'], timeout: LIMIT_MS });
    let text = '';
    const take = (data: Buffer): void => {
      text = text.length < 100_000 ? text + data.toString() : text;
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('error', fail);
    child.on('close', status => done({ status, text }));
  });
}

async function versionOf(program: string, args: readonly string[], pattern: RegExp): Promise<string> {
  const { text } = await execute(program, args, { PATH: process.env.PATH ?? '' });
  return pattern.exec(text)?.[1] ?? 'unknown';
}

function onPath(name: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some(folder => existsSync(join(folder, name)));
}

/** The real programs that this machine has, each with the two files of the notebook as a person would give them to it. */
export async function peers(): Promise<Peer[]> {
  const craneProgram = crane();
  const PATH = process.env.PATH ?? '';
  const ca = (home: string): string => join(home, '.tls', 'certificate.crt');
  const found: Peer[] = [
    {
      name: 'crane',
      version: craneVersion(),
      consumer: 'builder',
      got: gotManifest,
      run: (host, home, environment) =>
        execute(craneProgram, ['manifest', `${host}/${REPOSITORY}:${TAG}`], {
          ...environment,
          PATH,
          HOME: home,
          // Go adds the files of SSL_CERT_DIR; without one there the system's bundle stands beside the file, as in Kaniko.
          SSL_CERT_FILE: ca(home)
        })
    },
    {
      name: 'python-dxf',
      version: await versionOf(
        'python',
        ['-c', 'import importlib.metadata as m; print(m.version("python-dxf"))'],
        /(\S+)/
      ),
      consumer: 'sdk',
      got: gotManifest,
      run: (host, home, environment) =>
        execute(
          'python',
          [
            join(import.meta.dirname, 'dxf_manifest.py'),
            host,
            REPOSITORY,
            TAG,
            join(home, '.docker', 'config.json'),
            ca(home)
          ],
          { ...environment, PATH, HOME: home }
        )
    },
    {
      name: 'curl',
      version: await versionOf('curl', ['--version'], /curl (\S+)/),
      consumer: null,
      got: ended,
      run: (host, home, environment) =>
        execute('curl', ['--silent', '--show-error', '--cacert', ca(home), `https://${host}/v2/`], {
          ...environment,
          PATH,
          HOME: home
        })
    }
  ];
  if (onPath('skopeo')) {
    found.push({
      name: 'skopeo',
      version: await versionOf('skopeo', ['--version'], /version (\S+)/),
      consumer: null,
      got: ended,
      run: (host, home, environment) =>
        execute('skopeo', ['inspect', '--cert-dir', join(home, '.tls'), `docker://${host}/${REPOSITORY}:${TAG}`], {
          ...environment,
          PATH,
          HOME: home
        })
    });
  }
  return found;
}
