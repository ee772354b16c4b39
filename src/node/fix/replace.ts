import { chmod, mkdir, open, rename, unlink, type FileHandle } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { errorClassOf, readPlace } from '../collect/file.ts';
import { faultOf, type Place, type WriteFault } from './place.ts';

/** How long another process that writes the same file is waited for, and how long between two looks, in milliseconds. */
const PATIENCE_MS = 5000;
const PAUSE_MS = 20;

/** How often the content is made anew because the file changed meanwhile. */
const MOST_TRIES = 10;

export type Replaced<T> =
  { ok: true; result: T } | { ok: false; fault: WriteFault; errorClass: string | null; lock: string };

/** New content, or why there is none: then the file stays as it is. */
export type Content<T> = { bytes: Uint8Array | null; result: T };

/**
 * Replaces a file as a whole or not at all: the new content is written beside it, to the disk, and then takes its name.
 * The file beside it is the lock as well, as git does it, so that two of these processes come one after the other; that
 * the file is still the same is looked at last, for programs that know no lock.
 *
 * @param mode - access bits of the new file
 * @param limit - most bytes of the file that is there
 * @param make - content from what stands there now; may be called again
 * @param patienceMs - how long another process is waited for
 */
export async function replaceFile<T>(
  place: Place,
  mode: number,
  limit: number,
  make: (current: Uint8Array | null) => Content<T>,
  patienceMs = PATIENCE_MS
): Promise<Replaced<T>> {
  const lock = lockOf(place);
  const no = (fault: WriteFault, errorClass: string | null): Replaced<T> => ({ ok: false, fault, errorClass, lock });
  let file: FileHandle | null;
  try {
    if (place.newFolder) {
      await mkdir(place.folder, { mode: 0o700 }).catch(ignoreExisting);
    }
    file = await take(lock, patienceMs);
  } catch (error) {
    return no(faultOf(error), errorClassOf(error));
  }
  if (file === null) {
    return no('locked', 'EEXIST');
  }
  let published = false;
  try {
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const current = await read(place.target, limit);
      const { bytes, result } = make(current);
      if (bytes === null) {
        return { ok: true, result };
      }
      await file.truncate(0);
      await writeAll(file, bytes);
      await file.sync();
      await chmod(lock, mode);
      if (same(current, await read(place.target, limit))) {
        await rename(lock, place.target);
        published = true;
        await syncFolder(place.folder);
        return { ok: true, result };
      }
    }
    return no('changing', null);
  } catch (error) {
    return error instanceof Unread ? no(error.fault, null) : no(faultOf(error), errorClassOf(error));
  } finally {
    await file.close().catch(() => undefined);
    if (!published) {
      await unlink(lock).catch(() => undefined);
    }
  }
}

/** Name of the file beside a file that is being written. */
export function lockOf({ folder, target }: Pick<Place, 'folder' | 'target'>): string {
  return join(folder, `.${basename(target)}.lock`);
}

function ignoreExisting(error: unknown): void {
  if (errorClassOf(error) !== 'EEXIST') {
    throw error;
  }
}

/** Makes the file beside; null when another process holds it for too long. */
async function take(lock: string, patienceMs: number): Promise<FileHandle | null> {
  const until = performance.now() + patienceMs;
  for (;;) {
    try {
      return await open(lock, 'wx', 0o600);
    } catch (error) {
      ignoreExisting(error);
    }
    if (performance.now() > until) {
      return null;
    }
    await pause(PAUSE_MS);
  }
}

/** Something else than a readable file took the place meanwhile. */
class Unread extends Error {
  readonly fault: WriteFault;

  constructor(fault: WriteFault) {
    super(fault);
    this.fault = fault;
  }
}

async function read(path: string, limit: number): Promise<Uint8Array | null> {
  const { facts, bytes } = await readPlace(path, limit);
  if (bytes === null && facts.state !== 'missing') {
    throw new Unread(facts.tooLarge ? 'too-large' : 'changing');
  }
  return bytes;
}

function same(a: Uint8Array | null, b: Uint8Array | null): boolean {
  return a === null || b === null ? a === b : Buffer.compare(a, b) === 0;
}

async function writeAll(file: FileHandle, bytes: Uint8Array): Promise<void> {
  let done = 0;
  while (done < bytes.length) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, done);
    done += bytesWritten;
  }
}

/** The new name is on the disk only when its folder is. Where that cannot be done, the file is there all the same. */
async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    await handle.sync().finally(() => handle.close());
  } catch {
    // Some network file systems refuse it.
  }
}
