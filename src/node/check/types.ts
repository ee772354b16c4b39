import type { Area } from '../../common/catalogue/types.ts';
import type { Code } from '../../common/catalogue/index.ts';
import type { FindingDraft, Phrase } from '../../common/finding.ts';
import type { Section } from '../../common/protocol.ts';
import type { RunOptions } from '../collect/types.ts';
import type { FactMap, FactName } from '../facts.ts';

/** What a check says. Standing errors and warnings make it fail; `unknown` = cannot tell from here. */
export interface Judgement {
  findings: readonly FindingDraft[];
  /** Two to five words for the row. A failing check needs none: its first finding's `short` is taken. */
  summary?: Phrase;
  /** Only for a check without an error or warning that cannot tell. */
  unknown?: boolean;
}

export interface CheckInput<N extends FactName> {
  facts: Pick<FactMap, N>;
  /** Registry as given, or the path of the file for checks of files. */
  subject: string;
  /** Milliseconds since 1970 at which dates are judged. */
  at: number;
  builder: string;
  /** Registries that this run asks over the network. */
  tested: readonly string[];
}

/** A pure judgement over facts. No I/O, no order, no knowledge of other checks. */
export interface Check<N extends FactName = FactName> {
  /** `area.word`, lower case. */
  id: string;
  area: Area;
  section: Section;
  /** Title of the row, two or three words, translatable. */
  title: string;
  scope: 'run' | 'registry';
  /** Facts without which it is skipped. The first one is the one it mainly judges. */
  needs: readonly N[];
  /** Facts that may be missing. */
  optional?: readonly FactName[];
  emits: readonly Code[];
  /** Whether there is anything to judge in a run with these wishes; without it always. */
  when?(options: RunOptions, subject: string): boolean;
  run(input: CheckInput<N>): Judgement;
}

/** Keeps the types of one check and forgets them in the list. */
export function check<N extends FactName>(definition: Check<N>): Check {
  return definition as unknown as Check;
}

/** A check that found nothing wrong. */
export function pass(text = '', args: Phrase['args'] = {}): Judgement {
  return text === '' ? { findings: [] } : { findings: [], summary: { text, args } };
}
