/** A number below the given one. */
export type Next = (below: number) => number;

/** Numbers that are the same for a seed in every run (mulberry32). */
export function numbersFrom(seed: number): Next {
  let state = seed;
  return below => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** One of the items. */
export function pick<T>(items: readonly T[], next: Next): T {
  return items[next(items.length)] as T;
}

/** What is mixed into the input of one kind. */
export interface Ingredients {
  /** Whole inputs. */
  seeds: readonly Buffer[];
  /** Pieces that mean something in it. */
  pieces: readonly (string | Buffer)[];
}

function mutateOnce(bytes: Buffer, { seeds, pieces }: Ingredients, next: Next): Buffer {
  const from = next(bytes.length + 1);
  const to = Math.min(bytes.length, from + next(24));
  const [before, middle, after] = [bytes.subarray(0, from), bytes.subarray(from, to), bytes.subarray(to)];
  switch (next(8)) {
    case 0:
      return Buffer.concat([before, Buffer.from(pick(pieces, next)), after]);
    case 1:
      return before;
    case 2:
      return Buffer.concat([before, after]);
    case 3:
      return Buffer.concat([before, middle, middle, after]);
    case 4:
      return Buffer.concat([before, Buffer.alloc(next(40), next(256)), middle, after]);
    case 5: {
      const other = pick(seeds, next);
      const at = next(other.length + 1);
      return Buffer.concat([before, other.subarray(at, at + next(200)), after]);
    }
    case 6:
      return Buffer.concat([bytes, pick(seeds, next)]);
    default: {
      const copy = Buffer.from(bytes);
      if (copy.length > 0) {
        copy[next(copy.length)] = next(256);
      }
      return copy;
    }
  }
}

/** One of the seeds, changed in one to four places. */
export function mutated(ingredients: Ingredients, next: Next): Buffer {
  let bytes = pick(ingredients.seeds, next);
  for (let count = 1 + next(4); count > 0; count -= 1) {
    bytes = mutateOnce(bytes, ingredients, next);
  }
  return bytes;
}
