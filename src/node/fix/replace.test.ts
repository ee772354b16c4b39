import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { lstat, mkdir, mkdtemp, readdir, realpath, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { findPlace, type Place } from './place.ts';
import { lockOf, replaceFile, type Content } from './replace.ts';

const LIMIT = 1000;

let root = '';
before(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), 'replace-')));
});
after(() => rm(root, { recursive: true, force: true }));

async function place(path: string): Promise<Place> {
  const found = await findPlace(path, LIMIT);
  assert.ok(found.ok, JSON.stringify(found));
  return found.place;
}

const append =
  (word: string) =>
  (current: Uint8Array | null): Content<string> => ({
    bytes: Buffer.from(`${Buffer.from(current ?? []).toString()}${word}`),
    result: word
  });

/** A folder of its own with one file. */
async function folderWith(name: string, content = 'old '): Promise<string> {
  const folder = join(root, name);
  await mkdir(folder);
  await writeFile(join(folder, 'file'), content, { mode: 0o644 });
  return folder;
}

describe('replacing a file', () => {
  test('has the asked access bits and leaves nothing beside it', async () => {
    const folder = await folderWith('plain');
    const path = join(folder, 'file');
    assert.deepEqual(await replaceFile(await place(path), 0o600, LIMIT, append('new')), { ok: true, result: 'new' });
    assert.equal(readFileSync(path, 'utf8'), 'old new');
    assert.equal((await stat(path)).mode & 0o777, 0o600);
    assert.deepEqual(await readdir(folder), ['file']);
  });

  test('makes the missing folder, for the owner alone', async () => {
    const path = join(root, 'fresh', 'file');
    assert.ok((await replaceFile(await place(path), 0o600, LIMIT, append('new'))).ok);
    assert.equal(readFileSync(path, 'utf8'), 'new');
    assert.equal((await stat(join(root, 'fresh'))).mode & 0o777, 0o700);
  });

  test('follows a link, which stays one', async () => {
    const folder = await folderWith('linked');
    const link = join(root, 'link');
    await symlink(join(folder, 'file'), link);
    assert.ok((await replaceFile(await place(link), 0o600, LIMIT, append('new'))).ok);
    assert.ok((await lstat(link)).isSymbolicLink());
    assert.equal(readFileSync(join(folder, 'file'), 'utf8'), 'old new');
  });

  test('ten at once lose nothing', async () => {
    const path = join(await folderWith('many', ''), 'file');
    const where = await place(path);
    const done = await Promise.all(
      Array.from({ length: 10 }, (_, index) => replaceFile(where, 0o600, LIMIT, append(`${index} `)))
    );
    assert.ok(done.every(({ ok }) => ok));
    assert.deepEqual(readFileSync(path, 'utf8').trim().split(' ').sort(), [...'0123456789']);
  });

  test('a program that knows no lock writes meanwhile: both changes stand', async () => {
    const path = join(await folderWith('foreign'), 'file');
    let calls = 0;
    const done = await replaceFile(await place(path), 0o600, LIMIT, current => {
      calls += 1;
      if (calls === 1) {
        writeFileSync(path, 'theirs ');
      }
      return append('ours')(current);
    });
    assert.deepEqual([done.ok, calls], [true, 2]);
    assert.equal(readFileSync(path, 'utf8'), 'theirs ours');
  });

  test('a file that never stands still is left to the other program', async () => {
    const folder = await folderWith('restless');
    const path = join(folder, 'file');
    let calls = 0;
    const done = await replaceFile(await place(path), 0o600, LIMIT, current => {
      calls += 1;
      writeFileSync(path, `theirs ${calls}`);
      return append('ours')(current);
    });
    assert.equal(!done.ok && done.fault, 'changing');
    assert.equal(readFileSync(path, 'utf8'), `theirs ${calls}`);
    assert.deepEqual(await readdir(folder), ['file']);
  });

  test('a mark that another process left is named, and stays', async () => {
    const where = await place(join(await folderWith('locked'), 'file'));
    await writeFile(lockOf(where), '');
    const done = await replaceFile(where, 0o600, LIMIT, append('new'), 0);
    assert.deepEqual(done, { ok: false, fault: 'locked', errorClass: 'EEXIST', lock: lockOf(where) });
    assert.equal(readFileSync(where.path, 'utf8'), 'old ');
    assert.deepEqual((await readdir(where.folder)).sort(), ['.file.lock', 'file']);
  });

  test('without new content the file is not touched', async () => {
    const path = join(await folderWith('same'), 'file');
    const { ino, mtimeMs } = await stat(path);
    const none = (): Content<string> => ({ bytes: null, result: 'nothing to do' });
    assert.deepEqual(await replaceFile(await place(path), 0o600, LIMIT, none), { ok: true, result: 'nothing to do' });
    const now = await stat(path);
    assert.deepEqual([now.ino, now.mtimeMs], [ino, mtimeMs]);
  });
});

describe('a place that cannot be written is known before', () => {
  const fault = async (path: string): Promise<string> => {
    const found = await findPlace(path, LIMIT);
    return found.ok ? 'none' : found.fault;
  };

  test('a mounted Secret, also when a link leads into it', async () => {
    const secret = join(root, 'secret');
    await mkdir(join(secret, '..2024_01_01_00_00_00.1'), { recursive: true });
    await writeFile(join(secret, '..2024_01_01_00_00_00.1', 'file'), '{}');
    await symlink('..2024_01_01_00_00_00.1', join(secret, '..data'));
    await symlink('..data/file', join(secret, 'file'));
    await symlink(join(secret, 'file'), join(root, 'into-secret'));
    assert.equal(await fault(join(secret, 'file')), 'secret');
    assert.equal(await fault(join(secret, 'not-there')), 'secret');
    assert.equal(await fault(join(root, 'into-secret')), 'secret');
  });

  test('a folder, a link to nothing, a file that is too large, two folders missing', async () => {
    await symlink(join(root, 'nothing'), join(root, 'dangling'));
    await writeFile(join(root, 'large'), 'x'.repeat(LIMIT + 1));
    assert.equal(await fault(root), 'directory');
    assert.equal(await fault(join(root, 'dangling')), 'dangling-link');
    assert.equal(await fault(join(root, 'large')), 'too-large');
    assert.equal(await fault(join(root, 'a', 'b', 'file')), 'no-folder');
    assert.equal(await fault(join(root, 'new', 'file')), 'none');
  });
});
