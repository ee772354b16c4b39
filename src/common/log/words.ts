import { Scanner } from './scan.ts';
import { FRAMES, LOGS, NOISE, RETRIES, SUCCESSES, TEXT_GROUPS } from './texts.ts';
import { TRACE_WORDS, type Chain } from './traceback.ts';
import type { Family, KnownText, Speaker } from './types.ts';

/** A row with what its group says. */
export interface Row extends KnownText {
  by: Family;
}

export const API: readonly string[] = ['/v2/', '/v1/_ping'];
/** What mirrors said stands in brackets, before what the registry itself did (containers/image). */
const MIRRORS = '(Mirrors also failed: [';
const MIRRORS_END = ']): ';
export const PULLED = 'Successfully pulled image "';

const ROWS: readonly Row[] = TEXT_GROUPS.flatMap(({ by, sure, without = [], texts }) =>
  texts.map(text => ({
    ...text,
    by: text.by ?? by,
    without: [...without, ...(text.without ?? [])],
    ...(sure === true ? { sure } : {})
  }))
);
const WORDS: readonly string[] = [
  ...new Set([
    ...ROWS.map(row => row.find),
    ...[...FRAMES, ...LOGS, ...SUCCESSES].map(item => item.find),
    ...NOISE,
    ...RETRIES,
    ...TRACE_WORDS,
    ...API,
    PULLED
  ])
];
const NUMBER = new Map(WORDS.map((word, index) => [word, index]));
/** A row with its place in the catalogue. */
interface Placed {
  row: Row;
  order: number;
}

/** Rows and frame by the number of their word. */
const ROWS_OF: readonly (readonly Placed[])[] = WORDS.map(word =>
  ROWS.map((row, order) => ({ row, order })).filter(({ row }) => row.find === word)
);
const FRAME_OF = WORDS.map(word => FRAMES.findIndex(({ find }) => find === word));
let scanner: Scanner | null = null;

function withoutMirrors(line: string): string {
  const begin = line.indexOf(MIRRORS);
  const end = begin < 0 ? -1 : line.indexOf(MIRRORS_END, begin);
  return end < 0 ? line : line.slice(0, begin) + line.slice(end + MIRRORS_END.length);
}

/** Where a word of the catalogue begins in the line. */
type Find = (word: string) => number | undefined;

/** A line with the words of the catalogue that stand in it. */
export interface Seen {
  line: string;
  found: ReadonlyMap<number, number>;
  place: Find;
  has: (word: string) => boolean;
}

/** Looks for every word of the catalogue at once. */
export function see(raw: string): Seen {
  const line = withoutMirrors(raw);
  scanner ??= new Scanner(WORDS);
  const found = scanner.find(line);
  const place: Find = word => found.get(NUMBER.get(word) ?? -1);
  return { line, found, place, has: word => place(word) !== undefined };
}

/** Where a text begins in a line; null when it does not stand there. */
export function fits(text: KnownText, { line, place }: Pick<Seen, 'line' | 'place'>): number | null {
  const { find, with: all = [], any, without = [], then } = text;
  const at = place(find);
  const stands = (word: string): boolean => line.includes(word);
  if (at === undefined || !all.every(stands) || any?.some(stands) === false || without.some(stands)) {
    return null;
  }
  const end = at + find.length;
  return then === undefined || then.test(line.slice(end, end + 400)) ? at : null;
}

/** Whether a traceback goes where a text belongs. */
function belongs({ only }: KnownText, chain: Chain | null): boolean {
  if (only === undefined) {
    return true;
  }
  switch (only) {
    case 'dxf':
      return chain?.dxf === true;
    case 'dxf-login':
      return chain?.dxfLogin === true;
    case 'sdk':
      return chain?.sdk === true;
    case 'sdk-config':
      return chain?.sdkConfig === true;
    case 'sdk-ca':
      return chain?.sdkCa === true;
  }
}

/** Whose frame stands in a line: the first of the list. */
export function frameOf({ found }: Seen): Speaker | null {
  let first = FRAMES.length;
  for (const index of found.keys()) {
    const at = FRAME_OF[index] ?? -1;
    first = at < 0 ? first : Math.min(first, at);
  }
  return FRAMES[first]?.speaker ?? null;
}

function comesBefore(one: Placed & { at: number }, other: typeof one): boolean {
  return (rank(one.row) - rank(other.row) || one.at - other.at || one.order - other.order) < 0;
}

function rank(row: Row): number {
  return row.rank === 'general' ? 3 : row.rank === 'last' ? 2 : row.explains !== undefined ? 1 : 0;
}

/**
 * The row that counts in a line: a cause before what is general, then the first place, then the narrower row.
 *
 * @param chain - the traceback that the line belongs to
 * @param log - whose log this is
 */
export function firstRow(seen: Seen, chain: Chain | null, log: Speaker | null): Row | null {
  let best: (Placed & { at: number }) | null = null;
  for (const index of seen.found.keys()) {
    for (const { row, order } of ROWS_OF[index] ?? []) {
      const here = belongs(row, chain) && (row.log === undefined || row.log === log);
      const at = here ? fits(row, seen) : null;
      if (at !== null && (best === null || comesBefore({ row, order, at }, best))) {
        best = { row, order, at };
      }
    }
  }
  return best?.row ?? null;
}
