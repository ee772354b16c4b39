import { catalogue } from '../catalogue/index.ts';
import type { Finding, Outcome, Report } from '../report.ts';
import { hasReason, reasonOf, type ReasonCode } from './reasons.ts';
import { partsOf, saidSentence, type Sentence } from './sentence.ts';
import type { Candidate, Classification, NextStep } from './types.ts';

/**
 * - `said`: nothing was checked yet, or not for the registries of the text;
 * - `joined`: text and checks agree on a cause, or the text leaves only one;
 * - `gone`: every check that decides finds nothing now;
 * - `left`: the same, but causes are left that no check can see;
 * - `other`: they find another problem, which need not be behind the text;
 * - `open`: some that decide could not be made;
 * - `unknown`: the text is not known; a problem that was found is named nevertheless.
 */
export type ExplanationState = 'said' | 'joined' | 'gone' | 'left' | 'other' | 'open' | 'unknown';

/** A possible cause, and what the checks say of it: it stands, it does not, or nobody has looked. */
export interface ExplainedCause extends Candidate {
  state: 'found' | 'not-found' | 'open';
}

/** What a text and the checks say together. All texts are ours; those of `headline` are filled by `sentenceText`. */
export interface Explanation {
  state: ExplanationState;
  headline: Sentence;
  /** In the order of the catalogue; those that were found first. */
  causes: readonly ExplainedCause[];
  /** What decides between the open ones where no check can; null when nothing is open, or the checks are enough. */
  next: NextStep | null;
  /** The finding that explains the text (`joined`), or that stands beside it (`other`, `unknown`). */
  finding: Finding | null;
}

const ENDED: readonly Outcome[] = ['pass', 'fail'];

/** A report as the text sees it: what is about its registries and about files. */
class Seen {
  readonly #classification: Classification;
  readonly #report: Report;

  constructor(classification: Classification, report: Report) {
    this.#classification = classification;
    this.#report = report;
  }

  /** Whether the report is about a registry of the text. A text that names none is explained by any report. */
  get fits(): boolean {
    const { hosts } = this.#classification;
    return hosts.length === 0 || this.#report.registries.some(({ host }) => hosts.includes(host));
  }

  get worst(): Finding | null {
    return this.#report.findings.find(item => item.severity === 'error' && this.#concerns(item.subject)) ?? null;
  }

  /** The finding of a possible cause; null when there is none. */
  findingOf({ code, checks }: Candidate): Finding | null {
    const { findings } = this.#report;
    return (
      findings.find(
        item => item.code === code && checks.includes(item.check) && this.#concerns(item.subject) && !this.#spares(item)
      ) ?? null
    );
  }

  /**
   * Whether a cause was looked for: every check of it that was made has come to its end. One that needs consent and was not
   * asked for (the trial upload) leaves a cause open only where no other check could raise it.
   */
  wasLookedAt({ checks }: Candidate): boolean {
    const made = this.#report.checks.filter(item => checks.includes(item.id) && this.#concerns(item.subject));
    return made.length > 0 && made.every(({ outcome }) => ENDED.includes(outcome));
  }

  /** The finding behind another one: of those that the catalogue names as its causes, the first that stands. */
  rootOf(finding: Finding): Finding {
    const causes: readonly string[] = catalogue[finding.code].explainedBy;
    const { findings } = this.#report;
    return finding.rootCause
      ? finding
      : (findings.find(item => item.rootCause && causes.includes(item.code) && this.#concerns(item.subject)) ??
          finding);
  }

  /** Order of a finding in the report: its first one is the headline of the run. */
  placeOf(finding: Finding): number {
    return this.#report.findings.indexOf(finding);
  }

  #concerns(subject: string): boolean {
    const { hosts } = this.#classification;
    return hosts.length === 0 || hosts.includes(subject) || subject.startsWith('/');
  }

  /** A finding with which the program of the text has no trouble explains nothing. */
  #spares({ consumers }: Finding): boolean {
    const { consumer } = this.#classification;
    const known = consumer === 'sdk' || consumer === 'builder' || consumer === 'nodes';
    return known && consumers?.[consumer] === 'ok';
  }
}

/** Without checks: the text alone, and every cause that it leaves. */
function said(classification: Classification): Explanation {
  const { candidates, elsewhere, kind } = classification;
  const only = kind === 'one' ? candidates[0] : undefined;
  return {
    state: kind === 'unknown' ? 'unknown' : only === undefined ? 'said' : 'joined',
    headline: only === undefined ? saidSentence(classification) : because(classification, only.why),
    causes: candidates.map(item => ({ ...item, state: 'open' })),
    next: elsewhere,
    finding: null
  };
}

function because(classification: Classification, why: string): Sentence {
  return { text: '{said}, because {why}.', parts: { ...partsOf(classification), why } };
}

/** The sentence where no check names the cause. */
function headlineOf(state: ExplanationState, classification: Classification, left: readonly Candidate[]): Sentence {
  const parts = partsOf(classification);
  const [only] = left;
  switch (state) {
    case 'gone':
      return {
        text: '{said}. The checks find nothing of the kind now: mended since, or it comes and goes.',
        parts
      };
    case 'left':
      return left.length === 1 && only !== undefined
        ? {
            text: '{said}. The checks find nothing of the kind now. What they cannot see: {why}.',
            parts: { ...parts, why: only.why }
          }
        : { text: '{said}. The checks find nothing of the kind now, and some causes they cannot see.', parts };
    case 'other':
      return { text: '{said}. The checks found another problem, which need not be behind it.', parts };
    default:
      return { text: '{said}. {detail} Which of the possible causes it is cannot be told from here.', parts };
  }
}

/**
 * Joins what an output says with what the checks found.
 *
 * @param classification - of the output
 * @param report - of a run for a registry that the output names, or for the chosen one where it names none; the run is
 *   later than the output. Without it the text alone is explained.
 */
export function explain(classification: Classification, report?: Report): Explanation {
  const { candidates, elsewhere } = classification;
  const alone = said(classification);
  const seen = report === undefined ? null : new Seen(classification, report);
  if (seen?.fits !== true) {
    return alone;
  }
  if (classification.kind === 'unknown') {
    return { ...alone, finding: seen.worst };
  }
  const found = candidates
    .map(item => ({ item, finding: seen.findingOf(item) }))
    .flatMap(({ item, finding }) => (finding === null ? [] : [{ item, finding }]))
    .sort((one, other) => seen.placeOf(one.finding) - seen.placeOf(other.finding));
  const standing = found.map(({ item }) => item);
  const causes: ExplainedCause[] = [
    ...standing.map(item => ({ ...item, state: 'found' as const })),
    ...candidates
      .filter(item => !standing.includes(item))
      .map(item => ({ ...item, state: seen.wasLookedAt(item) ? ('not-found' as const) : ('open' as const) }))
  ];
  const [first] = found;
  if (first !== undefined) {
    const finding = seen.rootOf(first.finding);
    const why = hasReason(finding.code) ? reasonOf(finding.code, finding.check === 'fil.ca').why : first.item.why;
    return { state: 'joined', headline: because(classification, why), causes, next: null, finding };
  }
  const left = causes.filter(({ state }) => state === 'open');
  if (alone.state === 'joined' && left[0]?.code === null) {
    return { ...alone, causes };
  }
  const { worst } = seen;
  const state = worst !== null ? 'other' : left.length === 0 ? 'gone' : left.some(hasCode) ? 'open' : 'left';
  return {
    state,
    headline: headlineOf(state, classification, left),
    causes,
    next: left.length === 0 ? null : elsewhere,
    finding: worst
  };
}

function hasCode({ code }: { code: ReasonCode | null }): boolean {
  return code !== null;
}
