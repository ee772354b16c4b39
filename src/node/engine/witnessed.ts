import type { Raiser } from '../../common/checks.ts';
import { severityOf, type FindingDraft } from '../../common/finding.ts';
import type { RegistryReport } from '../../common/report.ts';
import type { Comparison } from '../witness/compare.ts';

/** A draft with the id of the check that made it. */
export interface Raised {
  check: Raiser;
  draft: FindingDraft;
}

/** Checks whose word the witness takes: they judge by our rules what Python was seen to do. */
const BY_RULES: readonly Raiser[] = ['tls.chain', 'tls.name', 'tls.dates'];

/** Whether Python was seen to accept what our rules refuse. */
export function acceptsAgainstRules(comparison: Comparison | undefined): boolean {
  return comparison?.kind === 'disagrees' && comparison.sdk === 'ok';
}

/**
 * Where Python accepts what our rules refuse, the SDK does not fail for it; what remains is a warning, or an error where
 * the builder fails.
 *
 * @param overruled - registries for which Python accepted against our rules
 */
export function yieldToWitness(raised: readonly Raised[], overruled: ReadonlySet<string>): Raised[] {
  return raised.map(item => {
    const { consumers, subject } = item.draft;
    if (!overruled.has(subject) || !BY_RULES.includes(item.check) || consumers?.sdk !== 'fails') {
      return item;
    }
    const lower = severityOf(item.draft) === 'error' && consumers.builder !== 'fails';
    const draft: FindingDraft = {
      ...item.draft,
      consumers: { ...consumers, sdk: 'ok' },
      ...(lower ? { severity: 'warning' } : {})
    };
    return { ...item, draft };
  });
}

/** The witness as the report shows it: which Python, and whether it confirmed. */
export function witnessReport(comparison: Comparison | undefined): RegistryReport['sdkWitness'] {
  if (comparison === undefined || comparison.kind === 'none' || comparison.testimony === null) {
    return { status: 'none' };
  }
  const { python, openssl, urllib3 } = comparison.testimony.interpreter;
  return {
    status: comparison.kind === 'disagrees' ? 'disagrees' : 'confirmed',
    python,
    openssl,
    ...(urllib3 === null || urllib3 === '' ? {} : { urllib3 })
  };
}
