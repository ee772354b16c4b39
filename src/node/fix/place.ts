import { constants } from 'node:fs';
import { access, realpath } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { errorClassOf, readPlace } from '../collect/file.ts';
import type { FileFacts } from '../facts.ts';

/** Why nothing can be written at a place. */
export type WriteFault =
  /** The folder is a mounted Secret: Kubernetes alone writes it. */
  | 'secret'
  /** The file alone is mounted (subPath). */
  | 'file-mount'
  | 'read-only'
  | 'no-right'
  | 'no-folder'
  | 'directory'
  | 'special'
  | 'dangling-link'
  | 'unreadable'
  | 'too-large'
  /** No space, or the quota is used up. */
  | 'full'
  /** Somebody else has been writing it for seconds, or was stopped half way. */
  | 'locked'
  /** It changed again and again while it was to be written. */
  | 'changing'
  /** The launcher did not allow this process to write here. */
  | 'not-granted'
  | 'other';

/** A place for a file, and what stands there. */
export interface Place {
  /** As it was named, absolute. */
  path: string;
  /** The file that is replaced: `path`, or what links lead to. */
  target: string;
  folder: string;
  /** Whether the folder has to be made first. */
  newFolder: boolean;
  /** Content; null when there is no file yet. */
  bytes: Uint8Array | null;
  /** Access bits of the file that is there. */
  mode: number;
}

export type Found =
  | { ok: true; place: Place }
  | {
      ok: false;
      fault: WriteFault;
      errorClass: string | null;
      /** Whether a file stands there. */
      exists: boolean;
    };

/** What an error of the file system means for somebody who wanted to write. */
export function faultOf(error: unknown): WriteFault {
  switch (errorClassOf(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return 'full';
    case 'EROFS':
      return 'read-only';
    case 'EACCES':
    case 'EPERM':
      return 'no-right';
    case 'ENOENT':
    case 'ENOTDIR':
      return 'no-folder';
    case 'EBUSY':
    case 'EXDEV':
      return 'file-mount';
    case 'ERR_ACCESS_DENIED':
      return 'not-granted';
    default:
      return 'other';
  }
}

const STATES: Readonly<Partial<Record<FileFacts['state'], WriteFault>>> = {
  directory: 'directory',
  special: 'special',
  'dangling-link': 'dangling-link',
  unreadable: 'unreadable',
  changing: 'changing'
};

/**
 * Looks at the place of a file that is to be written, before anybody is asked for anything.
 *
 * @param path - absolute
 * @param limit - most bytes of a file that is read, and so can be added to
 */
export async function findPlace(path: string, limit: number): Promise<Found> {
  const { facts, bytes } = await readPlace(path, limit);
  const no = (fault: WriteFault, errorClass: string | null = null): Found => ({
    ok: false,
    fault,
    errorClass,
    exists: facts.state === 'file'
  });
  if (facts.folder.isProjection) {
    return no('secret');
  }
  if (facts.isMountPoint) {
    return no('file-mount');
  }
  const fault = STATES[facts.state];
  if (fault !== undefined || facts.tooLarge) {
    return no(fault ?? 'too-large', facts.errorClass);
  }
  try {
    const place = await realPlace(path, bytes, facts.mode);
    await access(place.newFolder ? dirname(place.folder) : place.folder, constants.W_OK);
    return { ok: true, place };
  } catch (error) {
    const kind = faultOf(error);
    // A Secret that is not there and need not be is mounted as an empty folder that nobody can write.
    return no(kind === 'read-only' && facts.folder.isMountPoint ? 'secret' : kind, errorClassOf(error));
  }
}

/** Follows links, so that a link stays one. A folder that is missing is made; the one above it has to be there. */
async function realPlace(path: string, bytes: Uint8Array | null, mode: number): Promise<Place> {
  const common = { path, bytes, mode };
  if (bytes !== null) {
    const target = await realpath(path);
    return { ...common, target, folder: dirname(target), newFolder: false };
  }
  const named = dirname(path);
  try {
    const folder = await realpath(named);
    return { ...common, target: join(folder, basename(path)), folder, newFolder: false };
  } catch (error) {
    if (errorClassOf(error) !== 'ENOENT') {
      throw error;
    }
  }
  const folder = join(await realpath(dirname(named)), basename(named));
  return { ...common, target: join(folder, basename(path)), folder, newFolder: true };
}
