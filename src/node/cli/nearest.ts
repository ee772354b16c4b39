/** Steps from one word to another: a letter more, fewer, other, or two that changed places (F. Damerau, 1964). */
function distance(from: string, to: string): number {
  const rows: number[][] = Array.from({ length: from.length + 1 }, (_, row) => [row]);
  const at = (row: number, column: number): number => rows[row]?.[column] ?? 0;
  for (let column = 1; column <= to.length; column += 1) {
    rows[0]?.push(column);
    for (let row = 1; row <= from.length; row += 1) {
      const same = from[row - 1] === to[column - 1];
      const swapped = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      rows[row]?.push(
        Math.min(
          at(row - 1, column) + 1,
          at(row, column - 1) + 1,
          at(row - 1, column - 1) + (same ? 0 : 1),
          swapped ? at(row - 2, column - 2) + 1 : Infinity
        )
      );
    }
  }
  return at(from.length, to.length);
}

const LONGEST = 40;

/**
 * The word that was probably meant; null when none is near enough, or two are equally near.
 *
 * @param typed - as it was typed
 * @param words - what there is
 */
export function nearest(typed: string, words: readonly string[]): string | null {
  if (typed.length > LONGEST || typed.length < 2) {
    return null;
  }
  const word = typed.toLowerCase();
  const begun = words.filter(item => item.toLowerCase().startsWith(word));
  if (begun.length === 1) {
    return begun[0] ?? null;
  }
  const found = words
    .map(item => ({ item, steps: distance(word, item.toLowerCase()) }))
    .filter(({ item, steps }) => steps <= Math.max(1, Math.floor(Math.min(item.length, word.length) / 3)))
    .sort((a, b) => a.steps - b.steps);
  return found[0] !== undefined && found[0].steps !== found[1]?.steps ? found[0].item : null;
}

/** The question after a mistyped word; empty when nothing is near. */
export function didYouMean(typed: string, words: readonly string[]): string {
  const meant = nearest(typed, words);
  return meant === null ? '' : ` Did you mean "${meant}"?`;
}
