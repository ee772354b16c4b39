import { closeSync, read } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';
import { promisify } from 'node:util';
import { Classifier } from '../../common/log/classify.ts';
import type { Classification } from '../../common/log/types.ts';
import { errorClassOf } from '../collect/file.ts';
import { UsageError } from './args/grammar.ts';
import { INPUT_LIMITS, readInput, type InputEnd, type InputLimits, type Opened } from './input.ts';

const MIB = 1024 * 1024;
/** Most bytes that are read of the beginning and of the end of a long text: errors stand at the end. */
export const HEAD_BYTES = 4 * MIB;
export const TAIL_BYTES = 16 * MIB;
const BLOCK_BYTES = MIB / 4;

/** Which part of a text was read. */
export interface ReadPart {
  /** Bytes of the whole, as far as it is known. */
  size: number;
  /** Bytes in the middle that were passed over. */
  skipped: number;
  /** It had not come to its end. */
  end: Exclude<InputEnd, 'stopped' | 'failed'>;
}

/** A log that was read. Nothing of it is kept but hosts and image names. */
export interface ReadLog {
  classification: Classification;
  part: ReadPart;
}

const FAULTS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file.',
  ENOTDIR: 'there is no such file.',
  ENAMETOOLONG: 'there is no such file.',
  ELOOP: 'the link leads nowhere.',
  EISDIR: 'that is a folder, not a file.',
  EACCES: 'you may not read this file.',
  EPERM: 'you may not read this file.',
  EAGAIN: 'nothing can be read there without waiting; give a file that holds the text.',
  dry: 'nothing writes into that pipe; give a file that holds the text.',
  folder: 'that is a folder, not a file.',
  device: 'that is a device, not a file.',
  socket: 'that is a socket, not a file.'
};

function fault(reason: string): UsageError {
  return new UsageError(`explain: --log: ${FAULTS[reason] ?? `the file cannot be read (${reason}).`}`);
}

/** Windows programs write UTF-16 with this mark in front; everything else is read as UTF-8, whatever it is. */
function encodingOf(first: Buffer): 'utf16le' | 'utf8' {
  return first[0] === 0xff && first[1] === 0xfe ? 'utf16le' : 'utf8';
}

/** Bytes that were joined, in blocks of one size: chunks may be as short as one byte. */
class Blocks {
  readonly list: { bytes: Buffer; used: number }[] = [];
  size = 0;

  add(chunk: Buffer): void {
    for (let at = 0; at < chunk.length;) {
      let last = this.list.at(-1);
      if (last === undefined || last.used === last.bytes.length) {
        last = { bytes: Buffer.alloc(BLOCK_BYTES), used: 0 };
        this.list.push(last);
      }
      const copied = chunk.copy(last.bytes, last.used, at);
      last.used += copied;
      at += copied;
    }
    this.size += chunk.length;
  }

  /** Lets the first blocks go, as long as so many bytes are left. */
  keepLast(bytes: number): void {
    for (let [oldest] = this.list; oldest !== undefined && this.size - oldest.used >= bytes; [oldest] = this.list) {
      this.list.shift();
      this.size -= oldest.used;
    }
  }

  chunks(): Buffer[] {
    return this.list.map(({ bytes, used }) => bytes.subarray(0, used));
  }
}

/** A text as it comes: its beginning, and the end of what came so far. Holds no more than both. */
class Ends {
  readonly head = new Blocks();
  readonly tail = new Blocks();
  /** Bytes that came. */
  came = 0;

  take(chunk: Buffer): void {
    this.came += chunk.length;
    const first = chunk.subarray(0, HEAD_BYTES - this.head.size);
    this.head.add(first);
    this.tail.add(chunk.subarray(first.length));
    this.tail.keepLast(TAIL_BYTES);
  }

  /** Bytes in the middle that came and are not held. */
  get passed(): number {
    return this.came - this.head.size - this.tail.size;
  }
}

/** The part of a text behind its first line break: what stands before is the end of a line. */
function fromNextLine(text: string): string {
  return text.slice(text.indexOf('\n') + 1);
}

/**
 * Classifies a text of which the middle may be missing. What the end says counts, because what the beginning says may
 * have been overcome in between; the beginning counts where the end says nothing, and tells who speaks.
 */
function classifyEnds({ head, tail }: Ends, { size, skipped }: ReadPart): Classification {
  const [first, last] = [head.chunks(), tail.chunks()];
  const encoding = encodingOf(first[0] ?? Buffer.alloc(0));
  const whole = new Classifier();
  const decoder = new StringDecoder(encoding);
  for (const chunk of skipped === 0 ? [...first, ...last] : first) {
    whole.push(decoder.write(chunk));
  }
  if (skipped === 0) {
    whole.push(decoder.end());
    return whole.end();
  }
  whole.push('\n');
  const ending = new Classifier();
  const lastDecoder = new StringDecoder(encoding);
  // In UTF-16 a letter begins at every second byte.
  const odd = encoding === 'utf16le' ? (size - tail.size) % 2 : 0;
  last.forEach((chunk, index) => {
    const text = lastDecoder.write(index === 0 ? chunk.subarray(odd) : chunk);
    const lines = index === 0 ? fromNextLine(text) : text;
    whole.push(lines);
    ending.push(lines);
  });
  const [all, end] = [whole.end(), ending.end()];
  return end.kind === 'unknown' || all.cause === end.cause ? all : end;
}

/** Reads both ends of a file that is long enough for it, else all of it. */
async function readFile(descriptor: number, size: number, ends: Ends): Promise<ReadPart> {
  const most = HEAD_BYTES + TAIL_BYTES;
  const buffer = Buffer.alloc(BLOCK_BYTES);
  const isLong = size > most;
  // A file of the kernel has no size, and a log may grow while it is read.
  while (ends.came < most) {
    const tailAt = isLong && ends.came >= HEAD_BYTES ? size - most : 0;
    const length = Math.min(buffer.length, (ends.came < HEAD_BYTES ? HEAD_BYTES : most) - ends.came);
    const { bytesRead } = await readAt(descriptor, buffer, 0, length, tailAt + ends.came);
    if (bytesRead === 0) {
      break;
    }
    ends.take(buffer.subarray(0, bytesRead));
  }
  const isCut = !isLong && ends.came === most && size !== most;
  return { size: Math.max(size, ends.came), skipped: isLong ? size - most : 0, end: isCut ? 'endless' : 'end' };
}

const readAt = promisify(read);

async function readStream(
  { input, first }: Opened & { kind: 'pipe' },
  ends: Ends,
  { limits, signal, onSilence }: Required<LogSource>
): Promise<ReadPart | null> {
  ends.take(first);
  const { end, errorClass } = await readInput(input, chunk => ends.take(chunk), limits, signal, onSilence);
  if (end === 'failed') {
    throw fault(errorClass ?? 'OTHER');
  }
  if (end === 'stopped') {
    return null;
  }
  if (ends.came === 0 && end !== 'end') {
    throw new UsageError(
      `explain: --log: nothing came for ${Math.round(limits.silenceMs / 1000)} seconds; give the error text, or a file that holds it.`
    );
  }
  return { size: ends.came, skipped: ends.passed, end };
}

/** What reading needs beside the text. */
export interface LogSource {
  signal: AbortSignal;
  limits?: InputLimits;
  /** Called once when nothing comes. */
  onSilence?: () => void;
}

/**
 * Reads and classifies a log; connects to nothing. Of a long one the beginning and the end are read.
 *
 * @param opened - a file, a pipe, or what stands in the place of one
 * @returns null when the person stopped it
 * @throws UsageError when it cannot be read, or holds nothing
 */
export async function readLog(
  opened: Opened,
  { signal, limits = INPUT_LIMITS, onSilence = () => undefined }: LogSource
): Promise<ReadLog | null> {
  const ends = new Ends();
  const part = await readAny(opened, ends, { signal, limits, onSilence });
  if (part === null) {
    return null;
  }
  if (ends.came === 0) {
    throw new UsageError('explain: --log: there is no text; give the error text, or a file that holds it.');
  }
  return { classification: classifyEnds(ends, part), part };
}

async function readAny(opened: Opened, ends: Ends, source: Required<LogSource>): Promise<ReadPart | null> {
  switch (opened.kind) {
    case 'failed':
      throw fault(opened.errorClass);
    case 'pipe':
      return readStream(opened, ends, source);
    case 'file':
      try {
        return await readFile(opened.descriptor, opened.size, ends);
      } catch (error) {
        throw fault(errorClassOf(error));
      } finally {
        closeSync(opened.descriptor);
      }
    default:
      throw fault(opened.kind);
  }
}
