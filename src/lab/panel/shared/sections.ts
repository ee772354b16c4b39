import type { TranslationBundle } from '@jupyterlab/translation';
import type { RowState } from '../../../common/words.ts';
import type { IRow } from '../../tokens.ts';
import { keyOf } from '../../client/rows.ts';
import { worst } from './marks.tsx';

/** A row with the checks that wait for it, or those that wait for something in another section. */
export type Entry =
  { kind: 'row'; row: IRow; waiting: readonly IRow[] } | { kind: 'waiting'; rows: readonly IRow[]; cause: IRow | null };

function waits(row: IRow): boolean {
  return !row.running && row.check?.outcome === 'skipped';
}

/** The check at the start of the chain that `row` waits for: the first that does not wait itself. */
function causeOf(row: IRow, all: readonly IRow[]): IRow | null {
  const seen = new Set<string>();
  let current = row;
  for (;;) {
    seen.add(keyOf(current.planned));
    const blockers = all.filter(
      other => (current.check?.blockedBy ?? []).includes(other.planned.id) && sameRun(other, row)
    );
    const standing = blockers.find(other => !waits(other));
    if (standing !== undefined) {
      return standing;
    }
    const next = blockers.find(other => !seen.has(keyOf(other.planned)));
    if (next === undefined) {
      return null;
    }
    current = next;
  }
}

/** A check of a registry is blocked by checks of the same registry or of the files. */
function sameRun(blocker: IRow, row: IRow): boolean {
  return blocker.planned.subject === row.planned.subject || blocker.section === 'files';
}

/**
 * Rows of one section in their order; those that wait are folded under what they wait for.
 *
 * @param all - rows of every section: the cause may stand in another one
 */
export function entriesOf(rows: readonly IRow[], all: readonly IRow[]): Entry[] {
  const under = new Map<IRow, IRow[]>();
  const elsewhere = new Map<IRow | null, IRow[]>();
  for (const row of rows.filter(waits)) {
    const cause = causeOf(row, all);
    const target = cause !== null && rows.includes(cause) ? under : elsewhere;
    const key = cause as IRow;
    target.set(key, [...(target.get(key) ?? []), row]);
  }
  return [
    ...rows.filter(row => !waits(row)).map((row): Entry => ({ kind: 'row', row, waiting: under.get(row) ?? [] })),
    ...[...elsewhere].map(([cause, list]): Entry => ({ kind: 'waiting', rows: list, cause }))
  ];
}

/** The few words at the end of a section's heading. */
export function sectionSummary(states: readonly RowState[], trans: TranslationBundle): string {
  const count = (state: RowState): number => states.filter(item => item === state).length;
  const running = count('running');
  if (running > 0) {
    return trans.__('%1 of %2', states.length - running, states.length);
  }
  switch (worst(states)) {
    case 'problem':
      return trans._n('%1 problem', '%1 problems', count('problem'));
    case 'warning':
      return trans._n('%1 warning', '%1 warnings', count('warning'));
    case 'unknown':
      return trans._n('%1 cannot tell', '%1 cannot tell', count('unknown'));
    case 'stopped':
    case 'waiting':
      return count('ok') === 0
        ? trans.__('not checked')
        : trans._n('%1 not checked', '%1 not checked', count('waiting') + count('stopped'));
    default:
      return count('ok') === 0
        ? trans._n('%1 notice', '%1 notices', count('notice'))
        : trans._n('%1 check passed', '%1 checks passed', count('ok'));
  }
}

/** What the end of a run sounds like. */
export function endSentence(rows: readonly IRow[], states: readonly RowState[], trans: TranslationBundle): string {
  const problems = states.filter(state => state === 'problem').length;
  const warnings = states.filter(state => state === 'warning').length;
  if (problems > 0 && warnings > 0) {
    return trans.__(
      'Checks finished: %1, %2.',
      trans._n('%1 problem', '%1 problems', problems),
      trans._n('%1 warning', '%1 warnings', warnings)
    );
  }
  if (problems > 0) {
    return trans._n('Checks finished: %1 problem.', 'Checks finished: %1 problems.', problems);
  }
  if (warnings > 0) {
    return trans._n('Checks finished: %1 warning.', 'Checks finished: %1 warnings.', warnings);
  }
  return rows.length === 0 ? trans.__('Checks finished.') : trans.__('Checks finished: no problem found.');
}
