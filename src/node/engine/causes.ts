import { entryOf, severityOf, type FindingDraft } from '../../common/finding.ts';
import type { Area, Severity } from '../../common/catalogue/types.ts';

/** Order in which things break: what comes earlier explains what comes later. */
const STAGES: readonly Area[] = ['FIL', 'CFG', 'CRT', 'NET', 'TLS', 'REG', 'K8S', 'SDK', 'INT'];
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

export function stageOf(code: string): number {
  return STAGES.indexOf(code.slice(3, 6) as Area);
}

/**
 * Whether nothing else that stands explains a finding (design section 3): a finding is explained by a code of its
 * `explainedBy` list on the same subject, or on a file, which every registry shares. A notice explains notices only.
 */
export function isRootCause(finding: FindingDraft, standing: readonly FindingDraft[]): boolean {
  const explainers: readonly string[] = entryOf(finding.code).explainedBy;
  const severity = severityOf(finding);
  return !standing.some(
    other =>
      other !== finding &&
      explainers.includes(other.code) &&
      (other.subject === finding.subject || other.subject.startsWith('/')) &&
      (severityOf(other) !== 'info' || severity === 'info')
  );
}

/** Roots first; what hurts before what may hurt; then in the order in which things break. */
export function compareFindings(
  a: { rootCause: boolean; severity: Severity; code: string },
  b: { rootCause: boolean; severity: Severity; code: string }
): number {
  const rank = SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity);
  return Number(b.rootCause) - Number(a.rootCause) || rank || stageOf(a.code) - stageOf(b.code);
}
