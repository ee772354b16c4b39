import { brokenConstraint } from './constraints.ts';
import { OID } from './extensions.ts';
import type { CertificateFacts, Refusal } from './facts.ts';
import { matchesHost } from './hostnames.ts';
import { NIST_CURVES } from './key.ts';
import { policiesValid } from './policies.ts';
import { goRefuses, type GoProfile } from './profiles.ts';
import { isCurrent, judgeDates, refusal, type Finding, type Question } from './verdict.ts';

/** Go's own limits (`maxChainSignatureChecks`); the depth is ours, far above any real path. */
const MAX_CHECKS = 100;
const MAX_DEPTH = 12;

const CERT_SIGN = 5;
const SERVER_AUTH = '1.3.6.1.5.5.7.3.1';
const ANY_USAGE = '2.5.29.37.0';

const HANDLED: ReadonlySet<string> = new Set([
  OID.subjectKeyId,
  OID.keyUsage,
  OID.basicConstraints,
  OID.crlDistributionPoints,
  OID.certificatePolicies,
  OID.authorityKeyId,
  OID.extendedKeyUsage
]);
const POLICY_EXTENSIONS: ReadonlySet<string> = new Set([
  OID.policyConstraints,
  OID.policyMappings,
  OID.inhibitAnyPolicy
]);

/**
 * A certificate as Go reads it. Go before 1.19 lets the last of two extensions of a kind overwrite the first
 * (`parseCertificate` in x509.go, `processExtensions` in parser.go; later ones refuse it). Since 1.17 one that says it is
 * of version 1 or 2 is read without its extensions.
 */
function asGoReads(certificate: CertificateFacts, profile: GoProfile): CertificateFacts {
  const { version, extensions, repeated } = certificate;
  if (version !== 3 && extensions.length > 0 && profile.minor >= 17) {
    return {
      ...certificate,
      names: null,
      basicConstraints: null,
      keyUsage: null,
      extendedKeyUsage: null,
      subjectKeyId: null,
      authorityKey: null,
      nameConstraints: null,
      extensions: []
    };
  }
  return repeated === null || goRefuses('duplicate-extension', profile.minor)
    ? certificate
    : { ...certificate, ...repeated, isCa: repeated.basicConstraints?.ca ?? false };
}

function isReadable(certificate: CertificateFacts, profile: GoProfile): boolean {
  return !certificate.faults.some(fault => goRefuses(fault.kind, profile.minor));
}

/** First critical extension that this Go does not handle (`processExtensions`); undefined when there is none. */
function unhandledExtension(certificate: CertificateFacts, profile: GoProfile): string | undefined {
  return certificate.extensions.find(({ oid, critical }) => {
    if (!critical || HANDLED.has(oid)) {
      return false;
    }
    if (oid === OID.subjectAltName) {
      const { names } = certificate;
      return names !== null && names.dns.length + names.ip.length + names.email.length + names.uri.length === 0;
    }
    if (oid === OID.nameConstraints) {
      const { permitted = [], excluded = [] } = certificate.nameConstraints ?? {};
      return [...permitted, ...excluded].some(({ kind }) => kind === 'directory' || kind === 'other');
    }
    return !(profile.policies && POLICY_EXTENSIONS.has(oid));
  })?.oid;
}

/** `CheckSignatureFrom`: may the parent sign, does this Go know the algorithm, is the signature right. */
function signatureRefusal(
  child: CertificateFacts,
  parent: CertificateFacts,
  question: Question,
  profile: GoProfile
): Refusal | null {
  const { hash, scheme } = child.signature;
  if (scheme !== 'other' && !question.signatures.isSignedBy(child, parent)) {
    return refusal('signature', child);
  }
  const { basicConstraints, keyUsage, version } = parent;
  const constrained = version === 3 ? basicConstraints?.ca !== true : basicConstraints?.ca === false;
  if (constrained || (keyUsage !== null && keyUsage.bits.length > 0 && !keyUsage.bits.includes(CERT_SIGN))) {
    return refusal('not-a-ca', parent, constrained ? 'basicConstraints' : 'keyUsage');
  }
  if (hash === 'md5' || (hash === 'sha1' && (!profile.sha1 || scheme === 'rsa-pss'))) {
    return refusal('weak-signature', child);
  }
  if (hash === 'sha224' || scheme === 'ed448' || scheme === 'other' || parent.key.type === 'rsa-pss') {
    return refusal('unknown-algorithm', child, hash === 'sha224' ? 'SHA-224' : scheme === 'ed448' ? 'Ed448' : 'other');
  }
  if (parent.key.type === 'rsa' && parent.key.bits < profile.rsaBits.least) {
    return refusal('weak-key', parent);
  }
  return null;
}

type Role = 'leaf' | 'intermediate' | 'root';

/** `isValid`: what a certificate must be for its place, apart from its dates. */
function placeRefusals(certificate: CertificateFacts, role: Role, below: number, profile: GoProfile): Refusal[] {
  const refusals: Refusal[] = [];
  const unhandled = unhandledExtension(certificate, profile);
  if (unhandled !== undefined) {
    refusals.push(refusal('critical-extension', certificate, unhandled));
  }
  if (role === 'intermediate' && certificate.basicConstraints?.ca !== true) {
    refusals.push(refusal('not-a-ca', certificate, 'basicConstraints'));
  }
  const limit = certificate.basicConstraints?.pathLength ?? null;
  if (role !== 'leaf' && limit !== null && below > limit) {
    refusals.push(refusal('path-length', certificate));
  }
  return refusals;
}

interface Candidate {
  path: CertificateFacts[];
  refusals: Refusal[];
}

/** Certificates with this name, or (Go 1.14) with this key identifier. */
function parentsOf(child: CertificateFacts, pool: readonly CertificateFacts[], profile: GoProfile): CertificateFacts[] {
  const keyId = child.authorityKey?.keyId ?? null;
  if (profile.keyIdFirst && keyId !== null) {
    const byKey = pool.filter(item => item.subjectKeyId === keyId);
    if (byKey.length > 0) {
      return byKey;
    }
  }
  return pool.filter(item => item.subjectName.raw === child.issuerName.raw);
}

/** All paths to a trusted certificate (`buildChains`), each with what it breaks; the first without is the verdict. */
function findPaths(
  leaf: CertificateFacts,
  roots: CertificateFacts[],
  sent: CertificateFacts[],
  question: Question,
  profile: GoProfile
): { found: Candidate[]; hints: Refusal[] } {
  const found: Candidate[] = [];
  const hints: Refusal[] = [];
  let checks = 0;
  const extend = (path: CertificateFacts[], refusals: Refusal[]): void => {
    const last = path.at(-1) as CertificateFacts;
    for (const [role, pool] of [
      ['root', roots],
      ['intermediate', sent]
    ] as const) {
      for (const parent of parentsOf(last, pool, profile)) {
        checks += 1;
        if (checks > MAX_CHECKS || path.some(item => item.sha256 === parent.sha256)) {
          continue;
        }
        if (parent.subjectName.raw !== last.issuerName.raw) {
          hints.push(refusal('issuer-unknown', last, 'name'));
          continue;
        }
        const signature = signatureRefusal(last, parent, question, profile);
        if (signature?.kind === 'signature') {
          hints.push(signature);
          continue;
        }
        const next = [...path, parent];
        const all = [
          ...refusals,
          ...(signature === null ? [] : [signature]),
          ...placeRefusals(parent, role, path.length - 1, profile)
        ];
        judgeDates(parent, question.at, all);
        if (role === 'root') {
          found.push({ path: next, refusals: all });
        } else if (next.length < MAX_DEPTH) {
          extend(next, all);
        }
      }
    }
  };
  if (roots.some(root => root.sha256 === leaf.sha256)) {
    found.push({ path: [leaf], refusals: [] });
  } else {
    extend([leaf], []);
  }
  return { found, hints };
}

/** What holds for a path as a whole: uses nested from anchor to leaf, names, policies. */
function pathRefusals(path: readonly CertificateFacts[], profile: GoProfile): Refusal[] {
  const refusals: Refusal[] = [];
  const narrowed = path.findLast(
    ({ extendedKeyUsage }) =>
      extendedKeyUsage !== null &&
      extendedKeyUsage.length > 0 &&
      !extendedKeyUsage.some(oid => oid === SERVER_AUTH || oid === ANY_USAGE)
  );
  if (narrowed !== undefined) {
    refusals.push(refusal('purpose', narrowed, 'extendedKeyUsage'));
  }
  const constrained = brokenConstraint(path, 'go');
  if (constrained !== null) {
    refusals.push(refusal('constraints', constrained));
  }
  if (profile.policies && !policiesValid(path)) {
    refusals.push(refusal('policies', path[0]));
  }
  return refusals;
}

/**
 * What a handshake refuses before the chain is looked at: certificates that cannot be read, keys that Go's TLS does
 * not use for a server.
 */
function handshakeRefusals(chain: readonly CertificateFacts[], profile: GoProfile): Refusal[] {
  const refusals: Refusal[] = [];
  for (const certificate of chain) {
    const fault = certificate.faults.find(item => goRefuses(item.kind, profile.minor));
    if (fault !== undefined) {
      refusals.push(refusal('unreadable', certificate, fault.kind));
    }
  }
  const leaf = chain[0] as CertificateFacts;
  const { type, bits, curve } = leaf.key;
  const { least, most } = profile.rsaBits;
  if (
    type === 'rsa'
      ? (most > 0 && bits > most) || bits < least
      : type !== 'ed25519' && !(type === 'ec' && NIST_CURVES.includes(curve ?? '') && curve !== 'P-224')
  ) {
    refusals.push(refusal('key-type', leaf, curve ?? type));
  }
  return refusals;
}

/**
 * Judges chain and name as Go's `crypto/tls` and `crypto/x509` of a version do.
 *
 * @param question - `trusted` holds what `AppendCertsFromPEM` takes, and the system's where they are kept
 */
export function judgeAsGo(question: Question, profile: GoProfile): Finding {
  const [first] = question.chain;
  if (first === undefined) {
    return { refusals: [refusal('unreadable')], path: [] };
  }
  const refusals = handshakeRefusals(question.chain, profile);
  const read = (certificate: CertificateFacts): CertificateFacts => asGoReads(certificate, profile);
  const leaf = read(first);
  const roots = question.trusted.filter(item => isReadable(item, profile)).map(read);
  const sent = question.chain.slice(1).map(read);
  const { found, hints } = findPaths(leaf, roots, sent, question, profile);
  refusals.push(...placeRefusals(leaf, 'leaf', -1, profile));
  judgeDates(leaf, question.at, refusals);
  if (!matchesHost(question.host, leaf, leaf.names, profile.names)) {
    refusals.push(refusal('name', leaf));
  }
  const judged = found
    .map(({ path, refusals: own }) => ({ path, refusals: [...own, ...pathRefusals(path, profile)] }))
    .sort((a, b) => a.refusals.length - b.refusals.length);
  const best = judged[0];
  if (best === undefined) {
    const path = sentPath(leaf, sent, question, profile);
    for (const certificate of path.slice(1)) {
      judgeDates(certificate, question.at, refusals);
    }
    const last = path.at(-1) as CertificateFacts;
    const hint = hints.find(item => item.certificate === last.sha256);
    return { refusals: [...refusals, hint ?? refusal('issuer-unknown', last)], path };
  }
  return { refusals: [...refusals, ...best.refusals], path: best.path };
}

/** How far the sent certificates reach when no trusted one is met. */
function sentPath(
  leaf: CertificateFacts,
  sent: CertificateFacts[],
  question: Question,
  profile: GoProfile
): CertificateFacts[] {
  const path = [leaf];
  while (path.length < MAX_DEPTH) {
    const last = path.at(-1) as CertificateFacts;
    const candidates = parentsOf(last, sent, profile).filter(
      item => !path.includes(item) && question.signatures.isSignedBy(last, item)
    );
    const next = candidates.find(item => isCurrent(item, question.at)) ?? candidates[0];
    if (next === undefined) {
      break;
    }
    path.push(next);
  }
  return path;
}
