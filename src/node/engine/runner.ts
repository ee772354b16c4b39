import { errorClassArg, objectArg } from '../../common/args.ts';
import { draft, severityOf, type FindingDraft, type Phrase } from '../../common/finding.ts';
import type { CheckId } from '../../common/checks.ts';
import type { PlannedCheck } from '../../common/protocol.ts';
import type { Outcome } from '../../common/report.ts';
import type { Check, CheckInput, Judgement } from '../check/types.ts';
import type { FactName } from '../facts.ts';
import type { Budget } from './budget.ts';
import { errorClassOf, type FactState, type FactStore } from './facts.ts';

/** One check for one subject. */
export interface Planned {
  check: Check;
  subject: string;
  /** Facts that only the network can give are left out (other registries of the file, `--offline`). */
  localOnly: boolean;
}

/** What became of one planned check. */
export interface Ended {
  planned: Planned;
  outcome: Outcome;
  durationMs: number;
  findings: readonly FindingDraft[];
  summary: Phrase | null;
  /** Missing facts because of which it was skipped. */
  missing: readonly FactName[];
  /** Ids of the checks that it waits for. */
  blockedBy: readonly CheckId[];
}

export interface RunnerInput {
  plan: readonly Planned[];
  facts: FactStore;
  budget: Budget;
  at: number;
  builder: string;
  /** Registries that the run leaves out (`Selection.leftOut`). */
  leftOut?: number;
  onEnd(ended: Ended): void;
}

export function describePlan(plan: readonly Planned[]): PlannedCheck[] {
  return plan.map(({ check, subject }) => ({ id: check.id, subject, title: check.title, section: check.section }));
}

/** Runs every planned check; gives exactly one outcome for each, in the order of the plan. Never rejects. */
export async function runPlan(input: RunnerInput): Promise<Ended[]> {
  const judges = new Judges(input.plan);
  const ended = await Promise.all(
    input.plan.map(async planned => {
      const result = await runOne(planned, input, judges);
      input.onEnd(result);
      return result;
    })
  );
  const passed = new Set(ended.filter(item => item.outcome === 'pass').map(item => item.planned));
  return ended.map(item => {
    // Known only now: of the checks that judge the missing fact, those that did not pass are what it waits for.
    const blockers = judges.ownersOf(item).filter(owner => !passed.has(owner));
    return item.outcome === 'skipped' && blockers.length > 0 ? { ...item, blockedBy: idsOf(blockers) } : item;
  });
}

/** Which check of a plan mainly judges which fact. Made once: a plan can hold thousands of checks. */
class Judges {
  /** Registries with a check that looks over the network. */
  readonly tested: readonly string[];
  readonly #order: ReadonlyMap<Planned, number>;
  readonly #bySubject: ReadonlyMap<string, readonly Planned[]>;
  readonly #ofRun: readonly Planned[];

  constructor(plan: readonly Planned[]) {
    const over = plan.filter(({ check, localOnly }) => check.subject === 'registry' && !localOnly);
    this.tested = [...new Set(over.map(({ subject }) => subject))];
    this.#order = new Map(plan.map((item, index) => [item, index]));
    this.#bySubject = Map.groupBy(plan, ({ subject }) => subject);
    this.#ofRun = plan.filter(({ check }) => check.subject !== 'registry');
  }

  /** Whether a check of the same subject mainly judges this fact. */
  judged(name: FactName, subject: string): boolean {
    return (this.#bySubject.get(subject) ?? []).some(item => item.check.judges === name);
  }

  /** Checks that mainly judge the missing facts because of which another was skipped, in the order of the plan. */
  ownersOf({ planned, missing }: Ended): Planned[] {
    const near = new Set([...this.#ofRun, ...(this.#bySubject.get(planned.subject) ?? [])]);
    near.delete(planned);
    return [...near]
      .filter(item => missing.includes(item.check.judges))
      .sort((a, b) => (this.#order.get(a) ?? 0) - (this.#order.get(b) ?? 0));
  }
}

function idsOf(plan: readonly Planned[]): CheckId[] {
  return [...new Set(plan.map(item => item.check.id))];
}

async function runOne(planned: Planned, input: RunnerInput, judges: Judges): Promise<Ended> {
  const began = performance.now();
  const { check, subject } = planned;
  const ended = (outcome: Outcome, rest: Partial<Ended> = {}): Ended => ({
    planned,
    outcome,
    durationMs: Math.round(performance.now() - began),
    findings: [],
    summary: null,
    missing: [],
    blockedBy: [],
    ...rest
  });

  const facts: Partial<Record<FactName, unknown>> = {};
  const states = await Promise.all(check.needs.map(name => input.facts.get(name, subject)));
  for (const [index, state] of states.entries()) {
    const name = check.needs[index] as FactName;
    if (state.state === 'value') {
      facts[name] = state.value;
      continue;
    }
    // The check that judges a fact reports its collector's fate; without such a check each one that needs it does.
    const judged = name !== check.judges && judges.judged(name, subject);
    if (state.state !== 'missing' && !judged) {
      return fateOf(state, planned, ended);
    }
    const skipped = ended('skipped', { missing: await rootsOf(name, subject, input.facts) });
    return { ...skipped, blockedBy: idsOf(judges.ownersOf(skipped)) };
  }
  for (const name of check.mayUse) {
    if (!planned.localOnly || input.facts.isLocal(name)) {
      const state = await input.facts.get(name, subject);
      if (state.state === 'value') {
        facts[name] = state.value;
      }
    }
  }

  let judgement: Judgement;
  try {
    judgement = check.run({
      facts,
      subject,
      at: input.at,
      builder: input.builder,
      leftOut: input.leftOut ?? 0,
      tested: judges.tested
    } as CheckInput<FactName>);
    const stray = judgement.findings.find(finding => !check.emits.includes(finding.code));
    if (stray !== undefined) {
      throw Object.assign(new Error('a code that the check does not declare'), { code: 'UNDECLARED_CODE' });
    }
  } catch (error) {
    return ended('crashed', { findings: [crashed(planned, errorClassOf(error))] });
  }
  const standing = judgement.findings.some(finding => severityOf(finding) !== 'info');
  const outcome: Outcome = standing ? 'fail' : judgement.unknown === true ? 'unknown' : 'pass';
  return ended(outcome, { findings: judgement.findings, summary: judgement.summary ?? null });
}

function crashed(planned: Planned, errorClass: string): FindingDraft {
  return draft('KR-INT-001', planned.subject, {
    check: objectArg(planned.check.id),
    errorClass: errorClassArg(errorClass)
  });
}

function fateOf(
  state: Exclude<FactState, { state: 'value' } | { state: 'missing' }>,
  planned: Planned,
  ended: (outcome: Outcome, rest?: Partial<Ended>) => Ended
): Ended {
  switch (state.state) {
    case 'crashed':
      return ended('crashed', { findings: [crashed(planned, state.errorClass)] });
    case 'timeout':
      return ended('timeout', {
        findings: [draft('KR-INT-002', planned.subject, { check: objectArg(planned.check.id), seconds: state.seconds })]
      });
    case 'cancelled':
      return ended('cancelled');
  }
}

/** The facts at the bottom of a missing one: those that were had (and say why), or whose collector failed. */
async function rootsOf(
  name: FactName,
  subject: string,
  facts: FactStore,
  seen = new Set<FactName>()
): Promise<FactName[]> {
  if (seen.has(name)) {
    return [];
  }
  seen.add(name);
  const state = await facts.get(name, subject);
  if (state.state !== 'missing') {
    return [name];
  }
  return (await Promise.all(state.because.map(cause => rootsOf(cause, subject, facts, seen)))).flat();
}
