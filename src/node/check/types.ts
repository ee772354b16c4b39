import type { Code } from '../../common/catalogue/index.ts';
import type { FindingDraft, Phrase } from '../../common/finding.ts';
import { CHECKS, type CheckEntry, type CheckId } from '../../common/checks.ts';
import type { RunOptions } from '../collect/types.ts';
import type { FactMap, FactName } from '../facts.ts';

/** What a check says. Standing errors and warnings make it fail; `unknown` = cannot tell from here. */
export interface Judgement<C extends Code = Code> {
  findings: readonly FindingDraft<C>[];
  /** Two to five words for the row. A failing check needs none: its first finding's `short` is taken. */
  summary?: Phrase;
  /** Only for a check without an error or warning that cannot tell. */
  unknown?: boolean;
}

export interface CheckInput<Needed extends FactName = never, Used extends FactName = never> {
  /** Those that it needs, and those that it may use and that are known. */
  facts: Pick<FactMap, Needed> & Partial<Pick<FactMap, Used>>;
  /** Registry as given, or the path of the file for checks of files. */
  subject: string;
  /** Milliseconds since 1970 at which dates are judged. */
  at: number;
  builder: string;
  /** Registries that this run asks over the network. */
  tested: readonly string[];
  /** Private registries of the Docker config that this run does not look at, because there are too many. */
  leftOut: number;
}

/** A pure judgement over facts. No I/O, no order, no knowledge of other checks. */
export interface CheckDefinition<
  Id extends CheckId,
  Needed extends FactName,
  Used extends FactName,
  Emitted extends Code
> {
  /** Where it stands in the table of checks. */
  id: Id;
  /** The fact that it mainly judges: what other checks wait for when that fact is missing. */
  judges: NoInfer<Needed>;
  /** Facts without which it is skipped. */
  needs: readonly Needed[];
  /** Facts that may be missing. */
  mayUse?: readonly Used[];
  emits: readonly Emitted[];
  /** Whether there is anything to judge in a run with these wishes; without it always. */
  when?(options: RunOptions, subject: string): boolean;
  /** Reads no other fact and raises no other code than declared: the compiler sees to it. */
  run(input: CheckInput<Needed, Used>): Judgement<NoInfer<Emitted>>;
}

/** A check in the list of all, where the types of its facts are no longer known. */
export interface Check extends CheckEntry {
  id: CheckId;
  judges: FactName;
  needs: readonly FactName[];
  mayUse: readonly FactName[];
  emits: readonly Code[];
  when?(options: RunOptions, subject: string): boolean;
  /** Only for the runner, which hands it the declared facts. */
  run(input: CheckInput<FactName>): Judgement;
}

/**
 * Keeps the types of one check while it is written, and forgets them in the list.
 *
 * @returns the check with what the table of checks says of it
 */
export function check<
  const Id extends CheckId,
  Needed extends FactName,
  Emitted extends Code,
  Used extends FactName = never
>(definition: CheckDefinition<Id, Needed, Used, Emitted>): Check & { id: Id } {
  return { mayUse: [], ...CHECKS[definition.id], ...definition } as unknown as Check & { id: Id };
}

/** A check that found nothing wrong. */
export function pass(text = '', args: Phrase['args'] = {}): Judgement<never> {
  return text === '' ? { findings: [] } : { findings: [], summary: { text, args } };
}
