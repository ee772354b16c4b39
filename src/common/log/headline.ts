import { entryOf } from '../finding.ts';
import type { CheckReport, Finding, Report } from '../report.ts';
import { reasonOf } from './reasons.ts';
import { partsOf, saidSentence, type Sentence } from './sentence.ts';
import type { Classification } from './types.ts';

/**
 * - `joined`: text and checks agree on a cause;
 * - `gone`: the checks that decide find nothing now;
 * - `other`: they find another problem, which need not be behind the text;
 * - `open`: several causes are left and nothing here decides;
 * - `unknown`: the text is not known; a problem that was found is named nevertheless.
 */
export type HeadlineState = 'joined' | 'gone' | 'other' | 'open' | 'unknown';

/** What text and checks say together. */
export interface Headline {
  state: HeadlineState;
  sentence: Sentence;
  /** Who or what decides what is open, as a sentence of its own; null when nothing is. */
  next: string | null;
  /** The finding that explains the text (`joined`), or that stands beside it (`other`, `unknown`). */
  finding: Finding | null;
}

/** Whether a finding is about the registries of the text or about a file. */
function concerns(finding: Finding, hosts: readonly string[]): boolean {
  return hosts.length === 0 || hosts.includes(finding.subject) || finding.subject.startsWith('/');
}

/** A finding with which the program of the text has no trouble explains nothing. */
function spares(finding: Finding, { consumer }: Classification): boolean {
  const verdict =
    consumer === 'sdk' || consumer === 'builder' || consumer === 'nodes' ? finding.consumers?.[consumer] : undefined;
  return verdict === 'ok';
}

/** The finding behind another one: of those that the catalogue names as its causes, the first that stands. */
function rootOf(finding: Finding, findings: readonly Finding[]): Finding {
  const causes = entryOf(finding.code).explainedBy;
  return finding.rootCause ? finding : (findings.find(item => item.rootCause && causes.includes(item.code)) ?? finding);
}

/** Whether the checks that decide have all come to an end for the registries of the text, without a finding. */
function decided(checks: readonly CheckReport[], { decidedBy, hosts }: Classification): boolean {
  const asked = checks.filter(
    ({ id, subject }) =>
      decidedBy.includes(id) && (hosts.length === 0 || hosts.includes(subject) || subject.startsWith('/'))
  );
  return asked.length > 0 && asked.every(({ outcome }) => outcome === 'pass');
}

/**
 * Joins what an output says with what the checks found.
 *
 * @param classification - of the output
 * @param report - of a run for the hosts that the output names, later than the output
 */
export function headlineOf(classification: Classification, report: Report): Headline {
  const { kind, candidates, hosts, elsewhere } = classification;
  const standing = report.findings.filter(item => item.severity !== 'info' && concerns(item, hosts));
  const worst = standing.find(item => item.severity === 'error') ?? null;
  const parts = partsOf(classification);
  if (kind === 'unknown') {
    return { state: 'unknown', sentence: saidSentence(classification), next: null, finding: worst };
  }
  const codes = candidates.flatMap(({ code }) => (code === null ? [] : [code as string]));
  const match = report.findings.find(
    item => codes.includes(item.code) && concerns(item, hosts) && !spares(item, classification)
  );
  if (match !== undefined) {
    const root = rootOf(match, report.findings);
    const why = reasonOf(root.code) ?? reasonOf(match.code);
    return {
      state: 'joined',
      sentence:
        why === null ? saidSentence(classification) : { text: '{said}, because {why}.', parts: { ...parts, why } },
      next: null,
      finding: root
    };
  }
  const [only] = candidates;
  if (kind === 'one' && only !== undefined && only.code === null) {
    const sentence = { text: '{said}, because {why}.', parts: { ...parts, why: only.why } };
    return { state: 'joined', sentence, next: elsewhere, finding: null };
  }
  if (decided(report.checks, classification) && elsewhere === null && !candidates.some(({ code }) => code === null)) {
    const text = '{said}. From here this is no longer so: the output is older than the present set-up, or it passes.';
    return { state: 'gone', sentence: { text, parts }, next: null, finding: null };
  }
  if (worst !== null) {
    const text = '{said}. The checks found another problem, which need not be behind it.';
    return { state: 'other', sentence: { text, parts }, next: elsewhere, finding: worst };
  }
  const text = '{said}. {detail} Which of the possible causes it is cannot be told from here.';
  return { state: 'open', sentence: { text, parts }, next: elsewhere, finding: null };
}
