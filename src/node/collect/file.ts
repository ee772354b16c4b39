import { constants, type Dir, type Stats } from 'node:fs';
import { lstat, open, opendir, readlink, realpath, stat, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FileFacts } from '../facts.ts';

/** The calls of the file system that a reading makes; tests put others in their place. */
export interface FileAccess {
  lstat(path: string): Promise<Stats>;
  stat(path: string): Promise<Stats>;
  open(path: string, flags: number): Promise<FileHandle>;
  opendir(path: string): Promise<Dir>;
  readlink(path: string): Promise<string>;
  realpath(path: string): Promise<string>;
  /** Text of the kernel's mount table (proc(5), mountinfo); empty where there is none. */
  mountTable(): Promise<string>;
}

export const fileAccess: FileAccess = {
  lstat: path => lstat(path),
  stat: path => stat(path),
  open: (path, flags) => open(path, flags),
  opendir: path => opendir(path),
  readlink: path => readlink(path),
  realpath: path => realpath(path),
  mountTable: () => readMountTable().catch(() => '')
};

/** Most names of a folder that become facts, and most that are looked at for them. */
const MAX_NAMES = 20;
const MAX_LISTED = 1000;

/** Bytes of the mount table that are read at most. */
const MAX_MOUNT_TABLE = 1024 * 1024;

/** Folder of one version of a mounted Secret, named by its time (Kubernetes `pkg/volume/util/atomic_writer.go`). */
const VERSION_FOLDER = /\/\.\.\d{4}_\d\d_\d\d/;

/** What one look at a place gave: facts, and the bytes of a file that is no larger than the limit. */
export interface Reading {
  facts: Pick<
    FileFacts,
    'path' | 'state' | 'size' | 'tooLarge' | 'errorClass' | 'mode' | 'changedAt' | 'isMountPoint' | 'folder'
  >;
  bytes: Uint8Array | null;
}

type Content = Omit<Reading['facts'], 'path' | 'folder' | 'isMountPoint'> & { bytes: Uint8Array | null };

/**
 * Reads a file that may be anything: never waits for a pipe or device, never reads more than the limit, and notices a
 * Secret that is swapped meanwhile (Kubernetes renames `..data`; `pkg/volume/util/atomic_writer.go`).
 *
 * @param path - absolute
 * @param limit - in bytes; a larger file is not read
 */
export async function readPlace(path: string, limit: number, access: FileAccess = fileAccess): Promise<Reading> {
  const [content, folder, table, realFile, realFolder] = await Promise.all([
    readSettled(path, limit, access),
    describeFolder(dirname(path), access),
    access.mountTable(),
    access.realpath(path).catch(() => path),
    access.realpath(dirname(path)).catch(() => dirname(path))
  ]);
  const { bytes, ...facts } = content;
  const mounts = readMounts(table);
  return {
    facts: {
      path,
      ...facts,
      isMountPoint: mounts.some(mount => mount.point === realFile),
      folder: {
        ...folder,
        // A link of the person's own may lead into a mounted Secret.
        isProjection: folder.isProjection || VERSION_FOLDER.test(realFile),
        isMountPoint: mounts.some(mount => mount.point === realFolder),
        isReadOnly: mountOf(realFolder, mounts)?.readOnly ?? false,
        isClosed: content.state === 'unreadable' && (await isClosed(path, access))
      }
    },
    bytes
  };
}

/** Class of an error of the file system; its message would repeat the path and more. */
export function errorClassOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'OTHER';
}

function noFile(state: FileFacts['state'], errorClass: string | null = null): Content {
  return { state, size: 0, tooLarge: false, errorClass, mode: 0, changedAt: null, bytes: null };
}

async function readSettled(path: string, limit: number, access: FileAccess): Promise<Content> {
  try {
    return (await readOnce(path, limit, access)) ?? (await readOnce(path, limit, access)) ?? noFile('changing');
  } catch (error) {
    const errorClass = errorClassOf(error);
    switch (errorClass) {
      case 'ENOENT':
      case 'ENOTDIR':
        return (await isLink(path, access)) ? noFile('dangling-link', errorClass) : noFile('missing');
      case 'ELOOP':
        return noFile('dangling-link', errorClass);
      default:
        return noFile('unreadable', errorClass);
    }
  }
}

async function isLink(path: string, access: FileAccess): Promise<boolean> {
  return access.lstat(path).then(
    found => found.isSymbolicLink(),
    () => false
  );
}

/** Whether a folder on the way is what cannot be entered: without it not even the name can be looked at. */
async function isClosed(path: string, access: FileAccess): Promise<boolean> {
  return access.lstat(path).then(
    () => false,
    (error: unknown) => ['EACCES', 'EPERM'].includes(errorClassOf(error))
  );
}

/** One try; null when the file was not the same before and after. */
async function readOnce(path: string, limit: number, access: FileAccess): Promise<Content | null> {
  const version = await projectionOf(dirname(path), access);
  const before = await access.stat(path);
  if (before.isDirectory()) {
    return noFile('directory');
  }
  if (!before.isFile()) {
    return noFile('special');
  }
  const mode = before.mode & 0o777;
  const changedAt = Math.round(before.mtimeMs);
  if (before.size > limit) {
    return { ...noFile('file'), size: before.size, tooLarge: true, mode, changedAt };
  }
  // Between stat and open a pipe may have taken the file's place: O_NONBLOCK keeps open() from waiting for a writer.
  const file = await access.open(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY);
  try {
    const opened = await file.stat();
    if (!opened.isFile()) {
      return null;
    }
    const read = await readUpTo(file, limit + 1);
    const after = await file.stat();
    const same =
      opened.ino === before.ino &&
      opened.size === after.size &&
      opened.mtimeMs === after.mtimeMs &&
      read.length === Math.min(after.size, limit + 1) &&
      (await projectionOf(dirname(path), access)) === version;
    if (!same) {
      return null;
    }
    const tooLarge = read.length > limit;
    const bytes = tooLarge ? null : read;
    return { state: 'file', size: read.length, tooLarge, errorClass: null, mode, changedAt, bytes };
  } finally {
    await file.close();
  }
}

async function readUpTo(file: FileHandle, limit: number): Promise<Uint8Array> {
  const buffer = new Uint8Array(limit);
  let size = 0;
  for (let count = -1; count !== 0 && size < limit; size += count) {
    ({ bytesRead: count } = await file.read(buffer, size, limit - size));
  }
  return buffer.slice(0, size);
}

async function readMountTable(): Promise<string> {
  const file = await open('/proc/self/mountinfo', constants.O_RDONLY);
  try {
    return Buffer.from(await readUpTo(file, MAX_MOUNT_TABLE)).toString('utf8');
  } finally {
    await file.close();
  }
}

/** Which version of a projected volume is current; null when the folder is no projection. */
async function projectionOf(folder: string, access: FileAccess): Promise<string | null> {
  return access.readlink(join(folder, '..data')).catch(() => null);
}

async function describeFolder(
  path: string,
  access: FileAccess
): Promise<Pick<FileFacts['folder'], 'path' | 'exists' | 'isProjection' | 'names'>> {
  const isProjection = (await projectionOf(path, access)) !== null;
  try {
    const names: string[] = [];
    let listed = 0;
    for await (const item of await access.opendir(path)) {
      listed += 1;
      if (!item.name.startsWith('..')) {
        names.push(item.name);
      }
      if (listed >= MAX_LISTED) {
        break;
      }
    }
    return { path, exists: true, isProjection, names: names.sort().slice(0, MAX_NAMES) };
  } catch (error) {
    const exists = !['ENOENT', 'ENOTDIR'].includes(errorClassOf(error));
    return { path, exists, isProjection, names: [] };
  }
}

interface Mount {
  point: string;
  readOnly: boolean;
}

/** Mounts of a mount table: fifth field the mount point, with blanks written in octal; sixth its options. */
function readMounts(table: string): Mount[] {
  return table.split('\n').flatMap(line => {
    const [, , , , point = '', options = ''] = line.split(' ');
    const plain = point.replace(/\\([0-7]{3})/g, (_, digits: string) =>
      String.fromCharCode(Number.parseInt(digits, 8))
    );
    return plain === '' ? [] : [{ point: plain, readOnly: options.split(',').includes('ro') }];
  });
}

/** The mount that a path lies on: the longest one above it, of several on one point the last. */
function mountOf(path: string, mounts: readonly Mount[]): Mount | null {
  let best: Mount | null = null;
  for (const mount of mounts) {
    const above = path === mount.point || path.startsWith(mount.point === '/' ? '/' : `${mount.point}/`);
    if (above && mount.point.length >= (best?.point.length ?? 0)) {
      best = mount;
    }
  }
  return best;
}
