import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { fileAccess, readPlace, type FileAccess } from './file.ts';

const LIMIT = 64 * 1024;
const root = mkdtempSync(join(tmpdir(), 'file-'));
after(() => rmSync(root, { recursive: true, force: true }));

/** An account that owns nothing ("nobody"). */
const NOBODY = 65_534;

/** Does something without the rights of root, for whom access rights do not count. */
async function unprivileged<T>(act: () => Promise<T>): Promise<T> {
  if (process.geteuid?.() !== 0) {
    return act();
  }
  chownSync(root, NOBODY, NOBODY);
  process.seteuid?.(NOBODY);
  try {
    return await act();
  } finally {
    process.seteuid?.(0);
  }
}

let count = 0;
function folder(): string {
  count += 1;
  const path = join(root, `f${count}`);
  mkdirSync(path);
  return path;
}

/** A projected volume as kubelet writes it. */
function projection(name: string, text: string): string {
  const path = folder();
  mkdirSync(join(path, '..v1'));
  writeFileSync(join(path, '..v1', name), text);
  symlinkSync('..v1', join(path, '..data'));
  symlinkSync(`..data/${name}`, join(path, name));
  return path;
}

function swap(path: string, version: string, name: string, text: string): void {
  mkdirSync(join(path, version));
  writeFileSync(join(path, version, name), text);
  symlinkSync(version, join(path, '..data_tmp'));
  renameSync(join(path, '..data_tmp'), join(path, '..data'));
}

function failing(name: 'open' | 'stat' | 'opendir', code: string): FileAccess {
  const fail = (): Promise<never> => Promise.reject(Object.assign(new Error('text with a secret in it'), { code }));
  return { ...fileAccess, [name]: fail };
}

describe('what stands at a place', () => {
  test('a file', async () => {
    const path = join(folder(), 'config.json');
    writeFileSync(path, '{"auths": {}}');
    chmodSync(path, 0o640);
    const { facts, bytes } = await readPlace(path, LIMIT);
    assert.deepEqual(
      [facts.state, facts.size, facts.tooLarge, facts.mode, facts.isMountPoint, facts.errorClass],
      ['file', 13, false, 0o640, false, null]
    );
    assert.deepEqual(facts.folder, {
      path: join(path, '..'),
      exists: true,
      isProjection: false,
      isMountPoint: false,
      isReadOnly: false,
      isClosed: false,
      names: ['config.json']
    });
    assert.equal(Buffer.from(bytes ?? []).toString(), '{"auths": {}}');
  });

  test('when it changed: a mounted Secret when it came here', async () => {
    const at = projection('config.json', '{}');
    const when = new Date('2026-05-04T03:02:01Z');
    utimesSync(join(at, '..v1', 'config.json'), when, when);
    assert.equal((await readPlace(join(at, 'config.json'), LIMIT)).facts.changedAt, when.getTime());
    assert.equal((await readPlace(join(at, 'nothing'), LIMIT)).facts.changedAt, null);
  });

  test('an empty file', async () => {
    const path = join(folder(), 'x');
    writeFileSync(path, '');
    const { facts, bytes } = await readPlace(path, LIMIT);
    assert.deepEqual([facts.state, facts.size, bytes?.length], ['file', 0, 0]);
  });

  test('a file of the limit and one byte more', async () => {
    const path = join(folder(), 'x');
    writeFileSync(path, Buffer.alloc(LIMIT, 'a'));
    assert.equal((await readPlace(path, LIMIT)).bytes?.length, LIMIT);
    writeFileSync(path, Buffer.alloc(LIMIT + 1, 'a'));
    const { facts, bytes } = await readPlace(path, LIMIT);
    assert.deepEqual([facts.state, facts.tooLarge, facts.size, bytes], ['file', true, LIMIT + 1, null]);
  });

  test('a file whose size says nothing, as in /proc', async () => {
    const { facts, bytes } = await readPlace('/proc/self/status', LIMIT);
    assert.deepEqual([facts.state, facts.tooLarge], ['changing', false]);
    assert.equal(bytes, null);
  });

  test('nothing, in a folder and without one', async () => {
    const path = folder();
    const { facts } = await readPlace(join(path, 'x'), LIMIT);
    assert.deepEqual([facts.state, facts.folder.exists, facts.folder.names], ['missing', true, []]);
    const deep = (await readPlace(join(path, 'no', 'x'), LIMIT)).facts;
    assert.deepEqual([deep.state, deep.folder.exists], ['missing', false]);
    writeFileSync(join(path, 'file'), '');
    const below = (await readPlace(join(path, 'file', 'x'), LIMIT)).facts;
    assert.deepEqual([below.state, below.folder.exists], ['missing', false]);
  });

  test('a folder', async () => {
    const path = join(folder(), 'config.json');
    mkdirSync(path);
    assert.equal((await readPlace(path, LIMIT)).facts.state, 'directory');
  });

  test('a link to nothing and a link to itself', async () => {
    const path = folder();
    symlinkSync('..data/config.json', join(path, 'config.json'));
    symlinkSync('loop', join(path, 'loop'));
    assert.equal((await readPlace(join(path, 'config.json'), LIMIT)).facts.state, 'dangling-link');
    const { facts } = await readPlace(join(path, 'loop'), LIMIT);
    assert.deepEqual([facts.state, facts.errorClass], ['dangling-link', 'ELOOP']);
  });

  test('a pipe, a socket, a device: none is waited for', async () => {
    const path = folder();
    execFileSync('mkfifo', [join(path, 'pipe')]);
    const server = createServer().listen(join(path, 'socket'));
    await new Promise(resolve => server.once('listening', resolve));
    for (const special of [join(path, 'pipe'), join(path, 'socket'), '/dev/zero', '/dev/null']) {
      assert.equal((await readPlace(special, LIMIT)).facts.state, 'special', special);
    }
    server.close();
  });

  test('a pipe that takes the place of the file between stat and open', async () => {
    const path = join(folder(), 'x');
    execFileSync('mkfifo', [path]);
    const other = join(folder(), 'y');
    writeFileSync(other, 'abc');
    const access: FileAccess = { ...fileAccess, stat: () => fileAccess.stat(other) };
    assert.equal((await readPlace(path, LIMIT, access)).facts.state, 'changing');
  });

  test('no right to read the file, the folder, or anything', async () => {
    const path = join(folder(), 'x');
    writeFileSync(path, 'abc');
    for (const [name, code, state] of [
      ['open', 'EACCES', 'unreadable'],
      ['stat', 'EACCES', 'unreadable'],
      ['open', 'EIO', 'unreadable']
    ] as const) {
      const { facts, bytes } = await readPlace(path, LIMIT, failing(name, code));
      assert.deepEqual([facts.state, facts.errorClass, bytes], [state, code, null]);
      assert.equal(JSON.stringify(facts).includes('secret'), false);
    }
    const hidden = (await readPlace(path, LIMIT, failing('opendir', 'EACCES'))).facts;
    assert.deepEqual([hidden.state, hidden.folder.exists, hidden.folder.names], ['file', true, []]);
  });

  test('no right to read the file or to enter the folder, for real', async () => {
    const path = join(folder(), 'x');
    writeFileSync(path, 'abc');
    chmodSync(path, 0);
    const file = (await unprivileged(() => readPlace(path, LIMIT))).facts;
    assert.deepEqual([file.state, file.errorClass, file.folder.isClosed], ['unreadable', 'EACCES', false]);
    const closed = folder();
    writeFileSync(join(closed, 'x'), 'abc');
    chmodSync(closed, 0);
    const inside = (await unprivileged(() => readPlace(join(closed, 'x'), LIMIT))).facts;
    assert.deepEqual([inside.state, inside.errorClass, inside.folder.isClosed], ['unreadable', 'EACCES', true]);
    chmodSync(closed, 0o700);
  });

  test('names that are too long or hold a zero byte', async () => {
    assert.equal((await readPlace(`/${'x'.repeat(300)}`, LIMIT)).facts.errorClass, 'ENAMETOOLONG');
    assert.equal((await readPlace('/tmp/a\0b', LIMIT)).facts.state, 'unreadable');
  });
});

describe('a mounted Secret', () => {
  test('is told by its link', async () => {
    const path = projection('config.json', 'abc');
    const { facts, bytes } = await readPlace(join(path, 'config.json'), LIMIT);
    assert.deepEqual([facts.folder.isProjection, facts.folder.names, facts.size], [true, ['config.json'], 3]);
    assert.equal(Buffer.from(bytes ?? []).toString(), 'abc');
  });

  test('behind a link of the own: into it, or to its folder', async () => {
    const mounted = projection('config.json', 'abc');
    renameSync(join(mounted, '..v1'), join(mounted, '..2026_11_24_10_00_00.1'));
    rmSync(join(mounted, '..data'));
    symlinkSync('..2026_11_24_10_00_00.1', join(mounted, '..data'));
    const home = folder();
    symlinkSync(join(mounted, 'config.json'), join(home, 'config.json'));
    symlinkSync(mounted, join(home, '.docker'));
    for (const path of [join(home, 'config.json'), join(home, '.docker', 'config.json')]) {
      const { facts } = await readPlace(path, LIMIT);
      assert.deepEqual([facts.state, facts.folder.isProjection], ['file', true], path);
    }
  });

  test('that is swapped once while it is read is read again', async () => {
    const path = projection('config.json', 'old');
    let swaps = 0;
    const access: FileAccess = {
      ...fileAccess,
      open: async (name, flags) => {
        const file = await fileAccess.open(name, flags);
        if (swaps === 0) {
          swaps += 1;
          swap(path, '..v2', 'config.json', 'new!');
        }
        return file;
      }
    };
    const { facts, bytes } = await readPlace(join(path, 'config.json'), LIMIT, access);
    assert.deepEqual([facts.state, Buffer.from(bytes ?? []).toString()], ['file', 'new!']);
  });

  test('that is swapped again and again is not judged', async () => {
    const path = projection('config.json', 'v1');
    let version = 1;
    const access: FileAccess = {
      ...fileAccess,
      open: async (name, flags) => {
        const file = await fileAccess.open(name, flags);
        version += 1;
        swap(path, `..v${version}`, 'config.json', `v${version}`);
        return file;
      }
    };
    const { facts, bytes } = await readPlace(join(path, 'config.json'), LIMIT, access);
    assert.deepEqual([facts.state, bytes, version], ['changing', null, 3]);
  });
});

test('at most 20 names of a folder', async () => {
  const path = folder();
  for (let index = 0; index < 30; index += 1) {
    writeFileSync(join(path, `n${String(index).padStart(2, '0')}`), '');
  }
  const { names } = (await readPlace(join(path, 'x'), LIMIT)).facts.folder;
  assert.deepEqual([names.length, names[0], names[19]], [20, 'n00', 'n19']);
});

test('mount points come from the mount table', async () => {
  const path = join(folder(), 'with blank');
  mkdirSync(path);
  const file = join(path, 'x');
  writeFileSync(file, '');
  const line = (point: string): string => `36 35 98:0 / ${point.replaceAll(' ', '\\040')} rw - tmpfs tmpfs rw`;
  const at = async (...points: string[]): Promise<boolean[]> => {
    const access = { ...fileAccess, mountTable: () => Promise.resolve(points.map(line).join('\n')) };
    const { facts } = await readPlace(file, LIMIT, access);
    return [facts.isMountPoint, facts.folder.isMountPoint];
  };
  assert.deepEqual(await at('/', '/tmp'), [false, false]);
  assert.deepEqual(await at('/', file), [true, false]);
  assert.deepEqual(await at(path), [false, true]);
});

test('a mount that cannot be written to, also from a folder below it', async () => {
  const path = folder();
  const lines = (...mounts: [point: string, options: string][]): FileAccess => ({
    ...fileAccess,
    mountTable: () =>
      Promise.resolve(mounts.map(([point, options]) => `36 35 98:0 / ${point} ${options} - tmpfs tmpfs rw`).join('\n'))
  });
  const isReadOnly = async (access: FileAccess): Promise<boolean> =>
    (await readPlace(join(path, 'x'), LIMIT, access)).facts.folder.isReadOnly;
  assert.equal(await isReadOnly(lines(['/', 'rw'], [path, 'ro,relatime'])), true);
  assert.equal(await isReadOnly(lines(['/', 'ro'], [path, 'rw'])), false);
  assert.equal(await isReadOnly(lines(['/', 'ro,relatime'])), true);
  assert.equal(await isReadOnly(lines([`${path}x`, 'ro'])), false);
  assert.equal(await isReadOnly(lines()), false);
});
