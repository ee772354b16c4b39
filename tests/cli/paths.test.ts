/** Options that take a path: whatever it is, and whatever is there. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { link, mkdir, mkdtemp, open, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { HIDDEN, STEERING } from '../hostile/outsideTexts.ts';
import { command } from './command.ts';

let folder = '';
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'paths-'));
});
after(() => rm(folder, { recursive: true }));

/** Command lines with a place for a path; none of them connects to anything. */
const OPTIONS: readonly ((path: string) => string[])[] = [
  path => ['check', '--offline', '--docker-config', path],
  path => ['check', '--offline', '--ca-file', path],
  path => ['check', '--offline', '--docker-config', path, '--ca-file', path, '--format', 'markdown'],
  path => ['check', '--offline', '--docker-config', path, '--ca-file', path, '--format', 'json'],
  path => ['check', 'registry.test', '--no-python', '--chain', path],
  path => ['cell', 'registry.test', '--ca-file', path],
  path => ['cell', 'registry.test', '--docker-config', path],
  path => ['login', 'registry.test', '--username', 'me', '--password-stdin', '--to-file', path],
  path => ['manifests', '--namespace', 'team-a', '--docker-config', path],
  path => ['manifests', '--namespace', 'team-a', '--format', 'json', '--ca-file', path],
  path => ['explain', '--log', path]
];

for (const words of OPTIONS) {
  test(`${words('PATH').join(' ')}: no path steers what is printed`, async () => {
    // A process gets its arguments as bytes: half a character cannot be among them.
    const path = `/nowhere/${STEERING.map(text => text.toWellFormed()).join('/')}`;
    const { status, out, err } = await command(words(path), { input: 'not-a-secret' });
    assert.notEqual(status, 3, err);
    assert.doesNotMatch((out + err).replaceAll('\n', ''), HIDDEN);
  });
}

/** What can stand in the place of a file, by name. */
async function makePlaces(): Promise<Record<string, string>> {
  const at = (name: string): string => join(folder, name);
  execFileSync('mkfifo', [at('pipe')]);
  await mkdir(at('folder'));
  const sparse = await open(at('sparse'), 'w');
  await sparse.truncate(10 * 1024 ** 3);
  await sparse.close();
  const server = createServer();
  await new Promise<void>(done => server.listen(at('server'), done));
  // The name of a socket goes with its server; another name of it stays.
  await link(at('server'), at('socket'));
  await new Promise(done => server.close(done));
  return {
    pipe: at('pipe'),
    folder: at('folder'),
    socket: at('socket'),
    sparse: at('sparse'),
    zero: '/dev/zero',
    kernel: '/proc/kmsg'
  };
}

test('whatever stands there, every command ends with a clear answer', async () => {
  const places = await makePlaces();
  const reading = OPTIONS.filter(
    item => !['cell', 'manifests'].includes(item('')[0] ?? '') && !item('').includes('--format')
  );
  for (const words of reading) {
    const ran = await Promise.all(
      Object.entries(places).map(async ([name, path]) => ({
        name,
        ...(await command(words(path), { input: 'not-a-secret', env: { PATH: '/nonexistent' } }))
      }))
    );
    for (const { name, status, signal, out, err } of ran) {
      const said = `${words(name).join(' ')}: ${String(status)} ${out}${err}`;
      assert.equal(signal, null, said);
      assert.ok(status === 0 || status === 1 || status === 2, said);
      assert.ok((out + err).trim() !== '', said);
      assert.doesNotMatch(out + err, /\n\s+at |undefined|Error:/, said);
    }
  }
});
