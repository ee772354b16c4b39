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

/** The findings that stand, by what they are about: a report can hold thousands. */
export class Standing {
  readonly #bySubject = new Map<string, FindingDraft[]>();
  readonly #ofFiles: FindingDraft[] = [];

  add(findings: readonly FindingDraft[]): void {
    for (const finding of findings) {
      const same = this.#bySubject.get(finding.subject);
      if (same === undefined) {
        this.#bySubject.set(finding.subject, [finding]);
      } else {
        same.push(finding);
      }
      if (finding.subject.startsWith('/')) {
        this.#ofFiles.push(finding);
      }
    }
  }

  /** Those that can explain a finding on this subject: its own, and those of the files. */
  near(subject: string): readonly FindingDraft[] {
    return [...(this.#bySubject.get(subject) ?? []), ...this.#ofFiles];
  }
}

/** Roots first; what hurts before what may hurt; then in the order in which things break. */
export function compareFindings(
  a: { rootCause: boolean; severity: Severity; code: string },
  b: { rootCause: boolean; severity: Severity; code: string }
): number {
  const rank = SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity);
  return Number(b.rootCause) - Number(a.rootCause) || rank || stageOf(a.code) - stageOf(b.code);
}
