import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { PassThrough } from 'node:stream';
import { UsageError } from '../../src/node/cli/args/grammar.ts';
import type { Opened } from '../../src/node/cli/input.ts';
import { readLog } from '../../src/node/cli/log.ts';
import { textOf } from '../log/fixtures.ts';
import { command, SOURCE } from './command.ts';
import { Typist } from './terminal.ts';

let folder = '';

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'explain-'));
});

after(() => rm(folder, { recursive: true }));

async function file(name: string, content: string | Buffer): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

test('a builder’s log: who says it, every possible cause, who can mend it, and the command that decides', async () => {
  const { status, out, err } = await command([
    'explain',
    '--log',
    await file('build.log', textOf('kaniko: unknown authority on push'))
  ]);
  assert.equal(status, 0);
  assert.equal(err, '');
  assert.match(out, /^✕ The image builder refused the certificate of the registry\./);
  assert.match(out, /^ {2}KR-TLS-003 {2}your CA file holds another CA \[Registry owner\]$/m);
  assert.match(out, /^ {2}KR-FIL-005 {2}your CA file is empty \[You\]$/m);
  assert.match(
    out,
    /^ {5}kaptain-registry check my\.private\.registry:5000 --image my\.private\.registry:5000\/team\/mnist:1$/m
  );
  assert.match(out, /"kaptain-registry explain CODE" says what to do for each code/);
});

test('one cause: its steps are there at once', async () => {
  const { status, out } = await command(['explain', '--log', '-'], { input: textOf('containerd: other name') });
  assert.equal(status, 0);
  assert.match(out, /^✕ A training machine refused the certificate of the registry, because/);
  assert.match(out, /^When it is KR-TLS-006$/m);
  assert.match(out, /\[Registry owner\]/);
});

test('whom to ask stands in the steps of an administrator or owner', async () => {
  const contacts = ['--contact-registry-owner', 'registry@corp.example', '--contact-cluster-admin=Team Platform'];
  const log = await command(['explain', '--log', '-', ...contacts], { input: textOf('containerd: other name') });
  assert.match(log.out, /\[Registry owner: registry@corp\.example\]/);
  const machines = await command(['explain', '--log', '-', ...contacts], {
    input: textOf('containerd: unknown authority')
  });
  assert.match(machines.out, /\[Cluster admin: Team\s+Platform\]/);
  const code = await command(['explain', 'KR-TLS-004', ...contacts]);
  assert.match(code.out, /\[Registry owner: registry@corp\.example\]/);
});

test('a refused push offers the check of the right to push, which has to be consented to', async () => {
  const { out } = await command(['explain', '--log', '-'], {
    input: textOf('kaniko: Harbor says unauthorized for a right')
  });
  assert.match(out, /"--push"\s+begins\s+one\s+upload\s+and\s+cancels\s+it/);
  assert.match(out, /kaptain-registry check my\.private\.registry:5000 --image \S+ --push$/m);
});

test('a cause that no check decides: who has to look', async () => {
  const { status, out } = await command(['explain', '--log', '-'], { input: textOf('quota exceeded') });
  assert.equal(status, 0);
  assert.match(out, /^✕ Kubernetes did not let the pod be made, because/);
  assert.match(out, /^1\. \[You\] Delete what is not needed/m);
  assert.doesNotMatch(out, /kaptain-registry check/);
});

test('an unknown text: says so, offers a check, ends well', async () => {
  const { status, out } = await command(['explain', '--log', '-'], { input: "KeyError: 'token'\n" });
  assert.equal(status, 0);
  assert.match(out, /^\? This tool does not know this text/);
  assert.match(out, /kaptain-registry check HOST/);
});

test('the text is neither quoted nor followed', async () => {
  const secret = 'hunter2-canary';
  const input = `password=${secret}\nGet "https://user:${secret}@my.private.registry:5000/v2/": x509: certificate signed by unknown authority\n$(touch ${folder}/x) --image ${secret}\n`;
  const { out, err } = await command(['explain', '--log', '-'], { input });
  assert.match(out, /refused the certificate/);
  assert.match(out, /check my\.private\.registry:5000$/m);
  assert.doesNotMatch(out + err, /canary|user:|touch/);
});

test('a notebook with its outputs, and a log of Windows (UTF-16)', async () => {
  const text = textOf('kaniko: plain HTTP registry');
  const notebook = JSON.stringify({ cells: [{ outputs: [{ text: text.split('\n') }] }] });
  const windows = Buffer.from(`\ufeff${text}`, 'utf16le');
  for (const content of [notebook, windows]) {
    const { out } = await command(['explain', '--log', await file('text', content)]);
    assert.match(out, /^✕ The image builder could not encrypt the connection/);
  }
});

test('of a long log both ends are read, the end counts, and the answer says what was left out', async () => {
  const text = textOf('kaniko: plain HTTP registry');
  const other = textOf('kaniko: unknown authority on push');
  const path = join(folder, 'long.log');
  const size = 200 * 1024 * 1024;
  const write = async (head: string, tail: string): Promise<void> => {
    const log = await open(path, 'w');
    await log.write(`${head}\n`, 0);
    await log.write(`\n${tail}`, size - Buffer.byteLength(tail) - 1);
    await log.close();
  };
  const left = /The text is long \(200 MiB\): only its first 4 MiB and its\s+last 16 MiB\s+were\s+read/;
  await write('INFO[0001] Retrieving image manifest', text);
  const atEnd = await command(['explain', '--log', path]);
  assert.match(atEnd.out, /^✕ The image builder could not encrypt/);
  assert.match(atEnd.out, left);
  await write(other, text);
  assert.match((await command(['explain', '--log', path])).out, /^✕ The image builder could not encrypt/);
  await write(text, 'INFO[0999] done');
  assert.match((await command(['explain', '--log', path])).out, /^✕ The image builder could not encrypt/);
});

test('a long text on standard input: its end is read', async () => {
  const filler = `${'INFO[0007] Taking snapshot of files...'.repeat(100)}\n`.repeat(7000);
  const { status, out } = await command(['explain', '--log', '-'], {
    input: filler + textOf('kaniko: plain HTTP registry')
  });
  assert.equal(status, 0);
  assert.match(out, /^✕ The image builder could not encrypt/);
  assert.match(out, /only its first 4 MiB and its\s+last 16 MiB/);
});

test('an input that is silent, or never ends, is given up, with what came until then', async () => {
  const limits = { silenceMs: 200, totalMs: 5000, bytes: 1000 };
  const { signal } = new AbortController();
  const pipe = (input: PassThrough): Opened => ({ kind: 'pipe', input, first: Buffer.alloc(0) });
  await assert.rejects(readLog(pipe(new PassThrough()), { signal, limits }), UsageError);
  const silent = new PassThrough();
  silent.write(textOf('kaniko: plain HTTP registry').slice(0, 900));
  assert.equal((await readLog(pipe(silent), { signal, limits }))?.part.end, 'silent');
  const endless = new PassThrough();
  endless.write('x'.repeat(5000));
  const read = await readLog(pipe(endless), { signal, limits });
  assert.deepEqual(read?.part, { size: 1000, skipped: 0, end: 'endless' });
  const stopped = new AbortController();
  const waiting = readLog(pipe(new PassThrough()), { signal: stopped.signal, limits: { ...limits, silenceMs: 5000 } });
  stopped.abort();
  assert.equal(await waiting, null);
});

test('a terminal is told what to do, and Ctrl-D ends the text', async () => {
  const typist = new Typist(['explain', '--log', '-'], folder);
  await typist.sees(/Paste the error text, then press Ctrl-D/);
  typist.type('error pushing image: x509: certificate signed by unknown authority\r');
  typist.type('\u0004');
  assert.equal(await typist.end(), 0);
  assert.match(typist.shown, /The image builder refused/);
});

test('Ctrl-C ends the wait for a text', async () => {
  const typist = new Typist(['explain', '--log', '-'], folder);
  await typist.sees(/Ctrl-C stops/);
  typist.type('\u0003');
  assert.equal(await typist.end(), 130);
  assert.match(typist.shown, /Stopped\./);
});

test('a text from another program by process substitution', () => {
  const said = execFileSync(
    'bash',
    [
      '-c',
      '"$0" "$1" explain --log <(printf "%s" "$2")',
      process.execPath,
      SOURCE,
      textOf('kaniko: plain HTTP registry')
    ],
    { encoding: 'utf8' }
  );
  assert.match(said, /could not encrypt/);
});

test('what cannot be read is wrong usage, without a path or a stack', async () => {
  await mkdir(join(folder, 'place'));
  for (const [path, reason] of [
    [join(folder, 'canary-missing'), /there is no such file/],
    [join(folder, 'place'), /that is a folder/]
  ] as const) {
    const { status, out, err } = await command(['explain', '--log', path]);
    assert.equal(status, 2);
    assert.equal(out, '');
    assert.match(err, reason);
    assert.doesNotMatch(err, /canary|\n.*at /);
  }
});

test('help shows the verb with one example', async () => {
  const { out } = await command(['explain', '--help']);
  assert.match(out, /--log FILE\|-/);
  assert.equal(out.match(/^Example: /gm)?.length, 1);
  assert.match((await command(['--help'])).out, /explain --log FILE/);
});
