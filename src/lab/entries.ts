import type { Raiser } from '../common/checks.ts';
import type { CodeEntry } from '../common/catalogue/types.ts';
import { address } from '../common/catalogue/address.ts';
import { int } from '../common/catalogue/int.ts';
import { sdk } from '../common/catalogue/sdk.ts';
import { layOver, textsOfEntry, type FindingDraft } from '../common/finding.ts';
import type { Finding } from '../common/report.ts';

/** Areas of the findings that the page raises itself: those of the tool, of the notebook, of a typed address. */
const own: Readonly<Record<string, CodeEntry>> = { ...address, ...int, ...sdk };

/** The other areas; empty until `loadEntries` has ended. */
let others: Readonly<Record<string, CodeEntry>> = {};

/**
 * Loads the texts of all areas. Only a page that is not in English needs them: findings bring their English texts, and
 * what every page loads stays small.
 */
export async function loadEntries(): Promise<void> {
  others = (await import('../common/catalogue/index.ts')).catalogue;
}

/** The entry of a code with its variant laid over it; null when the page has none, or does not know the code. */
export function entryFor(code: string, variant?: string): CodeEntry | null {
  const entry = [own, others].find(entries => Object.hasOwn(entries, code))?.[code];
  return entry === undefined ? null : layOver(entry, variant);
}

/**
 * A finding that the page raises itself, in English.
 *
 * @param made - with a code of INT or SDK, or one about an address
 * @param check - id of the check that it stands for
 */
export function ownFinding(made: FindingDraft, check: Raiser): Finding {
  const entry = entryFor(made.code, made.variant);
  if (entry === null) {
    throw new Error(`${made.code} is none of the page's own findings`);
  }
  const { title, explanation, fix } = textsOfEntry(entry, made.args);
  return {
    code: made.code,
    ...(made.variant === undefined ? {} : { variant: made.variant }),
    check,
    severity: made.severity ?? entry.severity,
    subject: made.subject,
    title,
    explanation,
    args: made.args,
    evidence: [...made.evidence],
    rootCause: true,
    fix
  };
}
