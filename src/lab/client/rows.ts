import type { RunEvent } from '../../common/protocol.ts';
import type { IRow } from '../tokens.ts';

type Plan = Extract<RunEvent, { type: 'plan' }>['checks'];
type OutcomeEvent = Extract<RunEvent, { type: 'outcome' }>;
type ReportEvent = Extract<RunEvent, { type: 'report' }>;

/** Key of a row: a check exists once per subject. */
export function keyOf(row: { id: string; subject: string }): string {
  return `${row.id} ${row.subject}`;
}

/**
 * Rows at the start of a run: what is planned runs, and shows what it said last.
 *
 * @param partial - only some checks were asked for: all other rows stay as they are
 */
export function planRows(rows: readonly IRow[], plan: Plan, partial: boolean): IRow[] {
  const before = new Map(rows.map(row => [keyOf(row.planned), row]));
  const planned = plan.map((item): IRow => {
    const last = before.get(keyOf(item));
    return {
      planned: item,
      section: item.section,
      check: last?.check ?? null,
      summary: last?.summary ?? null,
      findings: last?.findings ?? [],
      running: true,
      old: last?.check !== null && last !== undefined
    };
  });
  if (!partial) {
    return planned;
  }
  const fresh = new Map(planned.map(row => [keyOf(row.planned), row]));
  const kept = rows.map(row => fresh.get(keyOf(row.planned)) ?? row);
  return [...kept, ...planned.filter(row => !before.has(keyOf(row.planned)))];
}

/** Rows after one check has ended. A check that was not in the plan is added at the end. */
export function outcomeRows(rows: readonly IRow[], event: OutcomeEvent): IRow[] {
  const key = keyOf(event.check);
  const { id, subject, title } = event.check;
  const done: IRow = {
    planned: { id, subject, title, section: event.section },
    section: event.section,
    check: event.check,
    summary: event.summary,
    findings: event.findings,
    running: false,
    old: false
  };
  const known = rows.some(row => keyOf(row.planned) === key);
  return known
    ? rows.map(row => (keyOf(row.planned) === key ? { ...done, planned: row.planned } : row))
    : [...rows, done];
}

/**
 * Rows after the report, which has the last word: its outcomes, and its findings with root causes marked.
 * A planned check that the report does not know has not run.
 */
export function reportRows(rows: readonly IRow[], event: ReportEvent): IRow[] {
  const checks = new Map(event.report.checks.map(check => [keyOf(check), check]));
  return rows.map(row => {
    const key = keyOf(row.planned);
    const check = checks.get(key);
    if (check === undefined) {
      return { ...row, running: false };
    }
    const findings = event.report.findings.filter(
      finding => finding.check === check.id && check.codes.includes(finding.code)
    );
    const own = findings.filter(finding => finding.subject === check.subject);
    return {
      ...row,
      check,
      summary: event.summaries[key] ?? row.summary,
      // A check of a registry may speak of a file: then its findings have another subject than the row.
      findings: row.running || row.old ? (own.length > 0 ? own : findings) : withCauses(row.findings, event),
      running: false,
      old: false
    };
  });
}

function withCauses(findings: IRow['findings'], event: ReportEvent): IRow['findings'] {
  return findings.map(
    finding =>
      event.report.findings.find(
        other => other.code === finding.code && other.check === finding.check && other.subject === finding.subject
      ) ?? finding
  );
}

/** Rows after a run that did not come to its end. What has not ended shows what it said before, marked old. */
export function stoppedRows(rows: readonly IRow[]): IRow[] {
  return rows.map(row => (row.running ? { ...row, running: false } : row));
}
