import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from 'node:fs';
import { Socket } from 'node:net';
import { errorClassOf } from '../collect/file.ts';

/** How long and how much is read of something that may never end. */
export interface InputLimits {
  /** Longest silence in milliseconds, before the first byte and after every other. */
  silenceMs: number;
  /** Longest time in milliseconds. */
  totalMs: number;
  bytes: number;
}

/** Somebody may still be building, or typing. */
export const INPUT_LIMITS: InputLimits = { silenceMs: 300_000, totalMs: 1_800_000, bytes: 1024 ** 3 };

/** Silence after which somebody who forgot to give the text is told what is being waited for. */
export const HINT_MS = 3000;

/** Why reading came to its end. */
export type InputEnd =
  | 'end'
  /** Nothing came for too long. */
  | 'silent'
  /** It went on for too long, or was too much. */
  | 'endless'
  /** The person stopped it. */
  | 'stopped'
  | 'failed';

/** Something that gives bytes and can be let go. */
export interface Input {
  on(event: 'data', listener: (data: Buffer) => void): unknown;
  on(event: 'end' | 'close', listener: () => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
  destroy(): unknown;
}

/**
 * Reads until the input ends, a limit is reached, or the person stops it. Waits for nothing after that: an input that is
 * in the middle of a read is let go.
 *
 * @param take - gets every chunk
 * @param onSilence - called once when nothing has come for a few seconds from the beginning
 */
export async function readInput(
  input: Input,
  take: (chunk: Buffer) => void,
  limits: InputLimits,
  signal: AbortSignal,
  onSilence: () => void = () => undefined
): Promise<{ end: InputEnd; errorClass: string | null }> {
  let left = limits.bytes;
  return new Promise(done => {
    const finish = (end: InputEnd, errorClass: string | null = null): void => {
      clearTimeout(silence);
      clearTimeout(total);
      clearTimeout(hint);
      signal.removeEventListener('abort', stop);
      input.destroy();
      done({ end, errorClass });
    };
    const stop = (): void => finish('stopped');
    const silence = setTimeout(() => finish('silent'), limits.silenceMs);
    const hint = setTimeout(onSilence, HINT_MS);
    const total = setTimeout(() => finish('endless'), limits.totalMs);
    if (signal.aborted) {
      stop();
      return;
    }
    signal.addEventListener('abort', stop);
    input.on('error', error => finish('failed', errorClassOf(error)));
    input.on('end', () => finish('end'));
    input.on('close', () => finish('end'));
    input.on('data', chunk => {
      if (left <= 0) {
        return;
      }
      clearTimeout(hint);
      silence.refresh();
      take(chunk.subarray(0, left));
      left -= chunk.length;
      if (left <= 0) {
        finish('endless');
      }
    });
  });
}

/** What stands in the place of a file that can only be read as it comes, or not at all. */
export type SpecialKind = 'folder' | 'device' | 'socket';

/** An open file: one that can be read at any place, or a pipe. */
export type Opened =
  | { kind: 'file'; descriptor: number; size: number }
  /** `first`: what stood in it already. */
  | { kind: 'pipe'; input: Input; first: Buffer }
  /** A pipe into which nobody writes. */
  | { kind: 'dry' }
  | { kind: SpecialKind }
  | { kind: 'failed'; errorClass: string };

function kindOf(found: Stats): 'file' | 'pipe' | SpecialKind {
  return found.isFile()
    ? 'file'
    : found.isFIFO()
      ? 'pipe'
      : found.isDirectory()
        ? 'folder'
        : found.isSocket()
          ? 'socket'
          : 'device';
}

/**
 * Opens what a path names without waiting for anything: a pipe without a writer, a device, a file of the kernel that has
 * nothing to say. The caller closes the file, or lets the pipe go.
 */
export function openInput(path: string): Opened {
  let descriptor: number;
  try {
    descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY);
  } catch (error) {
    const errorClass = errorClassOf(error);
    // open(2): a socket, or a device that is not there.
    return errorClass === 'ENXIO' ? { kind: 'socket' } : { kind: 'failed', errorClass };
  }
  const found = fstatSync(descriptor);
  const kind = kindOf(found);
  switch (kind) {
    case 'file':
      return { kind, descriptor, size: found.size };
    case 'pipe':
      return openPipe(descriptor);
    default:
      closeSync(descriptor);
      return { kind };
  }
}

/** Without a writer a pipe would never end: reading it says so at once (read(2)), where waiting for it does not. */
function openPipe(descriptor: number): Opened {
  const buffer = Buffer.alloc(65_536);
  let first = Buffer.alloc(0);
  try {
    first = buffer.subarray(0, readSync(descriptor, buffer));
    if (first.length === 0) {
      closeSync(descriptor);
      return { kind: 'dry' };
    }
  } catch (error) {
    if (errorClassOf(error) !== 'EAGAIN') {
      closeSync(descriptor);
      return { kind: 'failed', errorClass: errorClassOf(error) };
    }
  }
  return { kind: 'pipe', input: new Socket({ fd: descriptor, readable: true, writable: false }), first };
}

/**
 * Standard input. A file is opened once more, because a read of it that has to wait (a file of the kernel) could not be
 * let go, and would keep the process after its end.
 */
export function openStandardInput(): Opened {
  const input = (): Opened => ({ kind: 'pipe', input: process.stdin, first: Buffer.alloc(0) });
  const kind = kindOf(fstatSync(0));
  if (kind === 'folder') {
    return { kind };
  }
  const again = kind === 'file' ? openInput('/proc/self/fd/0') : null;
  return again?.kind === 'file' ? again : input();
}
