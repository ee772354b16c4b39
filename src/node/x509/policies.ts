import type { CertificateFacts } from './facts.ts';

const ANY_POLICY = '2.5.29.32.0';

/**
 * Whether a path meets the policies that its CAs demand (RFC 5280 6.1 as updated by RFC 9618), for a client that asks
 * for none itself. The graph of policies is kept as the set of policies that are expected next: who demands an explicit
 * policy fails when that set is empty.
 *
 * @param path - leaf first, anchor last; the anchor's own demands do not count (Go `policiesValid`)
 */
export function policiesValid(path: readonly CertificateFacts[]): boolean {
  const count = path.length - 1;
  let explicit = count + 1;
  let mapping = count + 1;
  let any = count + 1;
  let expected: ReadonlySet<string> | null = new Set([ANY_POLICY]);
  for (let index = count - 1; index >= 0; index--) {
    const certificate = path[index] as CertificateFacts;
    const { policies } = certificate;
    const selfSigned = certificate.issuerName.raw === certificate.subjectName.raw;
    if (policies.oids.length === 0) {
      expected = null;
    }
    if (explicit === 0 && expected === null) {
      return false;
    }
    if (expected !== null) {
      const before: ReadonlySet<string> = expected;
      const anyHere = policies.oids.includes(ANY_POLICY) && (any > 0 || (index > 0 && selfSigned));
      const kept = policies.oids.filter(oid => oid !== ANY_POLICY && (before.has(oid) || before.has(ANY_POLICY)));
      expected = new Set([...kept, ...(anyHere ? before : [])]);
      if (index > 0 && policies.mappings.length > 0) {
        const mapped = mapPolicies(expected, policies.mappings, mapping > 0);
        if (mapped === null) {
          return false;
        }
        expected = mapped;
      }
      if (expected.size === 0) {
        expected = null;
      }
    }
    if (index > 0) {
      const step = selfSigned ? 0 : 1;
      explicit = Math.min(Math.max(explicit - step, 0), policies.requireExplicit ?? Infinity);
      mapping = Math.min(Math.max(mapping - step, 0), policies.inhibitMapping ?? Infinity);
      any = Math.min(Math.max(any - step, 0), policies.inhibitAny ?? Infinity);
    }
  }
  const demanded = explicit <= 1 || path[0]?.policies.requireExplicit === 0;
  return !(demanded && expected === null);
}

/** Applies policy mappings; null when one maps from or to any policy, which is never valid. */
function mapPolicies(
  expected: ReadonlySet<string>,
  mappings: CertificateFacts['policies']['mappings'],
  allowed: boolean
): Set<string> | null {
  const result = new Set(expected);
  for (const { issuer, subject } of mappings) {
    if (allowed && (issuer === ANY_POLICY || subject === ANY_POLICY)) {
      return null;
    }
    result.delete(issuer);
    if (allowed && (expected.has(issuer) || expected.has(ANY_POLICY))) {
      result.add(subject);
    }
  }
  return result;
}
