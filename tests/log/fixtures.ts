import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CauseId } from '../../src/common/log/texts.ts';
import type { Classification, Speaker } from '../../src/common/log/types.ts';

/** A text and what is expected of it. */
export interface Fixture {
  name: string;
  /**
   * `measured`, `run`: said by a program; `report`: by a program, as somebody published it; `source`, `documentation`: read
   * there; `general`: as the program is known to say it.
   */
  source: string;
  /** Nothing may be said about it. */
  unknown?: true;
  consumer?: Speaker;
  cause?: CauseId;
  /** Codes that must be among the possible causes. */
  codes?: string[];
  hosts?: string[];
  images?: string[];
  text: string;
}

/** A text that a real program said in scenarios of the gauntlet. */
export interface Recorded {
  program: string;
  /** By scenario, the codes of the errors and warnings of its report; none where nothing was wrong for us. */
  scenarios: Record<string, string[]>;
  text: string;
}

function lines<T>(file: string): T[] {
  return readFileSync(join(import.meta.dirname, file), 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as T);
}

export const fixtures = lines<Fixture>('texts.jsonl');

/** What `record.ts` wrote. */
export function recorded(): Recorded[] {
  return lines<Recorded>('recorded.jsonl');
}

/** The text of a fixture, by its name. */
export function textOf(name: string): string {
  const found = fixtures.find(item => item.name === name);
  if (found === undefined) {
    throw new Error(`no fixture is called "${name}"`);
  }
  return found.text;
}

/**
 * - `right`: one cause, the expected one;
 * - `listed`: several, all expected ones among them;
 * - `unknown`: nothing is said, as expected;
 * - `missed`: nothing is said, although something is expected: no help, but no lie;
 * - `wrong`: something else is said.
 */
export type Score = 'right' | 'listed' | 'unknown' | 'missed' | 'wrong';

/** Judges what was said of a fixture. */
export function scoreOf({ unknown, consumer, cause, codes = [] }: Fixture, said: Classification): Score {
  if (said.kind === 'unknown') {
    return unknown === true ? 'unknown' : 'missed';
  }
  const named = said.candidates.map(item => String(item.code));
  const good = said.consumer === consumer && said.cause === cause && codes.every(code => named.includes(code));
  return unknown === true || !good ? 'wrong' : said.kind === 'one' ? 'right' : 'listed';
}
