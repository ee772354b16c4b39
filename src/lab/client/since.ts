import type { Finding, Report } from '../../common/report.ts';

/** A finding is the same one as long as code and subject are. */
export function sinceKey(finding: Pick<Finding, 'code' | 'subject'>): string {
  return `${finding.code} ${finding.subject}`;
}

/**
 * Since when each finding stands: start of the first run in a row that found it. What a run does not find any more is
 * forgotten.
 */
export function sinceOf(before: ReadonlyMap<string, string>, report: Report): ReadonlyMap<string, string> {
  return new Map(
    report.findings.map(finding => {
      const key = sinceKey(finding);
      return [key, before.get(key) ?? report.startedAt];
    })
  );
}
