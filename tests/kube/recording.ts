import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One answer of a real Kubernetes API, as it was sent. */
export interface RecordedAnswer {
  path: string;
  accept: string;
  status: number;
  headers: Readonly<Record<string, string>>;
  body: string;
}

/** The answers to one account's questions, made by `record.ts`. */
export interface Recording {
  /** Version of the API server that gave them. */
  kubernetes: string;
  answers: readonly RecordedAnswer[];
}

export const FOLDER = join(import.meta.dirname, 'recorded');

/** Reads `recorded/NAME.json`. */
export function recording(name: string): Recording {
  return JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8')) as Recording;
}
