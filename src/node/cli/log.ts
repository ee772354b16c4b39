import { open, type FileHandle } from 'node:fs/promises';
import { StringDecoder } from 'node:string_decoder';
import { Classifier } from '../../common/log/classify.ts';
import type { Classification } from '../../common/log/types.ts';
import { UsageError } from './arguments.ts';

/** Most bytes of a log that are read. */
export const MAX_LOG_BYTES = 16 * 1024 * 1024;

/** A log that was read. Nothing of it is kept but hosts and image names. */
export interface ReadLog {
  classification: Classification;
  /** It is longer than what is read of it. */
  cut: boolean;
}

const FAULTS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file.',
  ENOTDIR: 'there is no such file.',
  EISDIR: 'that is a folder, not a file.',
  EACCES: 'the file may not be read.',
  EPERM: 'the file may not be read.'
};

/** Windows programs write UTF-16 with this mark in front; everything else is read as UTF-8, whatever it is. */
function decoderOf(first: Buffer): StringDecoder {
  return new StringDecoder(first[0] === 0xff && first[1] === 0xfe ? 'utf16le' : 'utf8');
}

async function classifyAll(chunks: AsyncIterable<Buffer>): Promise<ReadLog> {
  const classifier = new Classifier();
  let decoder: StringDecoder | null = null;
  let size = 0;
  for await (const chunk of chunks) {
    const part = chunk.subarray(0, MAX_LOG_BYTES - size);
    decoder ??= decoderOf(part);
    classifier.push(decoder.write(part));
    size += part.length;
    if (part.length < chunk.length) {
      return { classification: classifier.end(), cut: true };
    }
  }
  classifier.push(decoder?.end() ?? '');
  return { classification: classifier.end(), cut: false };
}

/**
 * Reads and classifies a log; connects to nothing.
 *
 * @param path - of the file; `-` for standard input
 * @throws UsageError when the file cannot be read
 */
export async function readLog(path: string): Promise<ReadLog> {
  if (path === '-') {
    return classifyAll(process.stdin);
  }
  let file: FileHandle | null = null;
  try {
    file = await open(path);
    return await classifyAll(file.createReadStream({ autoClose: false }) as AsyncIterable<Buffer>);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (file === null || code in FAULTS) {
      throw new UsageError(`explain: --log: ${FAULTS[code] ?? 'the file cannot be opened.'}`);
    }
    throw error;
  } finally {
    await file?.close();
  }
}
