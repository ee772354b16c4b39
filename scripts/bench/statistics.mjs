/** Figures of several runs: their median and range. No assertions: compare figures of one run on one machine only. */

/** @param {readonly number[]} values */
export function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

/** `median (least to most)`, whole numbers. @param {readonly number[]} values */
export function range(values) {
  return `${median(values).toFixed(0)} (${Math.min(...values).toFixed(0)} to ${Math.max(...values).toFixed(0)})`;
}

/**
 * Aligned columns; the first one to the left, the others to the right.
 * @param {readonly (readonly string[])[]} rows the first one is the head
 */
export function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map(row => row[column].length)));
  const line = row =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column])))
      .join('  ')
      .trimEnd();
  const [head, ...rest] = rows;
  return [line(head), widths.map(width => '-'.repeat(width)).join('  '), ...rest.map(line)].join('\n');
}
