import { isUnreadableForOpenSsl } from './caContent.ts';
import { brokenConstraint } from './constraints.ts';
import { OID } from './extensions.ts';
import type { CertificateFacts, Refusal } from './facts.ts';
import { matchesHost } from './hostnames.ts';
import { strengthOf } from './key.ts';
import type { PythonProfile } from './profiles.ts';
import { fitsKey } from './signature.ts';
import { judgeStrictly } from './strict.ts';
import { isCurrent, judgeDates, refusal, type Finding, type Question } from './verdict.ts';

/** Depth at which OpenSSL gives up (`DEPTH` of `X509_VERIFY_PARAM`: 100); a path of ours is far shorter. */
const MAX_PATH = 100;

/** Bits of RFC 5280 4.2.1.3. */
const DIGITAL_SIGNATURE = 0;
const KEY_ENCIPHERMENT = 2;
const KEY_AGREEMENT = 4;
const CERT_SIGN = 5;

/** Server authentication, Netscape's and Microsoft's step-up: what `check_purpose_ssl_server` takes. */
const SERVER_USAGES: readonly string[] = ['1.3.6.1.5.5.7.3.1', '2.16.840.1.113730.4.1', '1.3.6.1.4.1.311.10.3.3'];

/** Critical extensions that OpenSSL 3 handles (`X509_supported_extension`). */
const SUPPORTED: ReadonlySet<string> = new Set([
  '2.16.840.1.113730.1.1',
  OID.subjectKeyId,
  OID.keyUsage,
  OID.subjectAltName,
  OID.basicConstraints,
  OID.nameConstraints,
  OID.crlDistributionPoints,
  OID.certificatePolicies,
  OID.policyMappings,
  OID.authorityKeyId,
  OID.policyConstraints,
  OID.extendedKeyUsage,
  OID.inhibitAnyPolicy,
  '1.3.6.1.5.5.7.1.7',
  '1.3.6.1.5.5.7.1.8',
  '1.3.6.1.5.5.7.48.1.5',
  '1.3.6.1.5.5.7.1.14'
]);

/** Critical extensions that OpenSSL does not handle, by object identifier. */
export function unknownDemands(certificate: CertificateFacts): string[] {
  return certificate.extensions.filter(({ oid, critical }) => critical && !SUPPORTED.has(oid)).map(({ oid }) => oid);
}

/** Extensions that OpenSSL reads ahead; a second copy or a broken value makes the certificate useless to it. */
const CACHED: ReadonlySet<string> = new Set([
  OID.basicConstraints,
  OID.keyUsage,
  OID.extendedKeyUsage,
  OID.subjectKeyId,
  OID.authorityKeyId,
  OID.subjectAltName,
  OID.nameConstraints,
  OID.crlDistributionPoints
]);

/** Why OpenSSL can do nothing with a certificate (`EXFLAG_INVALID`, or no parse at all); null when it can. */
function invalidity(certificate: CertificateFacts): string | null {
  if (isUnreadableForOpenSsl(certificate)) {
    return 'utf8-string';
  }
  const fault = certificate.faults.find(
    ({ kind, what }) => (kind === 'duplicate-extension' || kind === 'extension') && CACHED.has(what)
  );
  return fault?.kind ?? null;
}

/** `X509_check_akid`: whether the child's pointer to its issuer's key fits. */
function fitsAuthorityKey(child: CertificateFacts, issuer: CertificateFacts): boolean {
  const pointer = child.authorityKey;
  return (
    pointer === null ||
    ((pointer.keyId === null || issuer.subjectKeyId === null || pointer.keyId === issuer.subjectKeyId) &&
      (pointer.serial === null || pointer.serial === issuer.serial) &&
      (pointer.issuer === null || pointer.issuer === issuer.issuerName.canonical))
  );
}

/** `ossl_x509_likely_issued`: names, readable extensions, key pointers, kind of key. No signature yet. */
function isLikelyIssuer(child: CertificateFacts, issuer: CertificateFacts): boolean {
  return (
    issuer.subjectName.canonical === child.issuerName.canonical &&
    invalidity(issuer) === null &&
    invalidity(child) === null &&
    fitsAuthorityKey(child, issuer) &&
    fitsKey(child, issuer)
  );
}

function isSelfSigned(certificate: CertificateFacts): boolean {
  return certificate.selfIssued && isLikelyIssuer(certificate, certificate);
}

/** The first current candidate, else the one that ended last (`find_issuer`, `X509_STORE_CTX_get1_issuer`). */
function bestIssuer(
  child: CertificateFacts,
  candidates: readonly CertificateFacts[],
  at: number
): CertificateFacts | undefined {
  const fitting = candidates.filter(candidate => isLikelyIssuer(child, candidate));
  return (
    fitting.find(candidate => isCurrent(candidate, at)) ??
    fitting.reduce<CertificateFacts | undefined>(
      (best, candidate) => (best === undefined || candidate.notAfter > best.notAfter ? candidate : best),
      undefined
    )
  );
}

type Trust = 'trusted' | 'rejected' | 'untrusted';

/** `check_trust` for one certificate of the trust store: explicit settings first, then self-signed, then partial chains. */
function trustOf(certificate: CertificateFacts, question: Question, partial: boolean): Trust {
  const setting = question.settings.get(certificate.sha256);
  return setting ?? (isSelfSigned(certificate) || partial ? 'trusted' : 'untrusted');
}

interface Built {
  path: CertificateFacts[];
  /** Certificates of the path that came from the server. */
  untrusted: number;
  trust: Trust;
}

/**
 * `build_chain` of OpenSSL 1.1 and 3 with X509_V_FLAG_TRUSTED_FIRST, which Python always sets: at every step the trust
 * store first, then what the server sent; no second try.
 */
function buildPath(leaf: CertificateFacts, question: Question, partial: boolean): Built {
  const path = [leaf];
  const sent = question.chain.slice();
  let untrusted = 1;
  let useSent = true;
  while (path.length <= MAX_PATH) {
    const last = path.at(-1) as CertificateFacts;
    const selfSigned = isSelfSigned(last);
    const anchor = bestIssuer(last, question.trusted, question.at);
    if (anchor !== undefined && (!selfSigned || (path.length === untrusted && anchor.sha256 === last.sha256))) {
      if (selfSigned) {
        untrusted -= 1;
      } else {
        path.push(anchor);
      }
      useSent = false;
      const trust = trustOf(anchor, question, partial);
      if (trust !== 'untrusted') {
        return { path, untrusted, trust };
      }
      if (!isSelfSigned(anchor)) {
        continue;
      }
    }
    const next =
      useSent && !selfSigned
        ? bestIssuer(
            last,
            sent.filter(item => !path.includes(item)),
            question.at
          )
        : undefined;
    if (next === undefined) {
      break;
    }
    path.push(next);
    untrusted += 1;
  }
  if (partial && untrusted === path.length && question.trusted.some(item => item.sha256 === leaf.sha256)) {
    const rejected = question.settings.get(leaf.sha256) === 'rejected';
    return { path: [leaf], untrusted: 0, trust: rejected ? 'rejected' : 'trusted' };
  }
  return { path, untrusted, trust: 'untrusted' };
}

/** `X509_check_ca`: 0 = none, 1 = by basicConstraints, 3 = version 1 root, 4 = by key usage alone. */
export function caKind(certificate: CertificateFacts): 0 | 1 | 3 | 4 {
  const { basicConstraints, keyUsage, version } = certificate;
  if (keyUsage !== null && !keyUsage.bits.includes(CERT_SIGN)) {
    return 0;
  }
  if (basicConstraints !== null) {
    return basicConstraints.ca ? 1 : 0;
  }
  return version === 1 && isSelfSigned(certificate) ? 3 : keyUsage !== null ? 4 : 0;
}

function judgePurpose(certificate: CertificateFacts, index: number, refusals: Refusal[]): void {
  const { extendedKeyUsage, keyUsage } = certificate;
  if (extendedKeyUsage !== null && !extendedKeyUsage.some(oid => SERVER_USAGES.includes(oid))) {
    refusals.push(refusal('purpose', certificate, 'extendedKeyUsage'));
  }
  const leafBits = [DIGITAL_SIGNATURE, KEY_ENCIPHERMENT, KEY_AGREEMENT];
  if (index === 0 && keyUsage !== null && !keyUsage.bits.some(bit => leafBits.includes(bit))) {
    refusals.push(refusal('purpose', certificate, 'keyUsage'));
  }
}

/** `check_extensions`, `check_key_level` and `check_sig_level` at security level 2, for every certificate of the path. */
function judgePath(path: readonly CertificateFacts[], profile: PythonProfile, refusals: Refusal[]): void {
  let below = 0;
  for (const [index, certificate] of path.entries()) {
    const last = index === path.length - 1;
    const [unknown] = unknownDemands(certificate);
    if (unknown !== undefined) {
      refusals.push(refusal('critical-extension', certificate, unknown));
    }
    const kind = caKind(certificate);
    if (index > 0 && (kind === 0 || ((!last || profile.strict) && kind !== 1))) {
      refusals.push(refusal(kind === 0 || !last ? 'not-a-ca' : 'strict', certificate, 'basicConstraints'));
    }
    if (path.length > 1 && certificate.key.curve === 'explicit') {
      refusals.push(refusal('weak-key', certificate, 'explicit curve'));
    }
    judgePurpose(certificate, index, refusals);
    const limit = certificate.basicConstraints?.pathLength ?? null;
    if (index > 1 && limit !== null && below > limit) {
      refusals.push(refusal('path-length', certificate));
    }
    if (index > 0 && !certificate.selfIssued) {
      below += 1;
    }
    if (strengthOf(certificate.key) < 112) {
      refusals.push(refusal('weak-key', certificate));
    }
    if (!last && ['md5', 'sha1'].includes(certificate.signature.hash ?? '')) {
      refusals.push(refusal('weak-signature', certificate));
    }
  }
}

function judgeMissing(built: Built, refusals: Refusal[]): void {
  const last = built.path.at(-1) as CertificateFacts;
  if (isSelfSigned(last)) {
    refusals.push(refusal(built.path.length === 1 ? 'self-signed' : 'root-not-mounted', last));
  } else {
    refusals.push(refusal(built.untrusted < built.path.length ? 'no-root' : 'issuer-unknown', last));
  }
}

/**
 * Judges chain and name as Python does: OpenSSL 3 at security level 2 for the chain, urllib3 for flags and name.
 *
 * @param profile - which urllib3, strict or not
 */
export function judgeAsPython(question: Question, profile: PythonProfile): Finding {
  const [leaf] = question.chain;
  if (leaf === undefined) {
    return { refusals: [refusal('unreadable')], path: [] };
  }
  const refusals: Refusal[] = [];
  for (const certificate of question.chain) {
    if (isUnreadableForOpenSsl(certificate)) {
      refusals.push(refusal('unreadable', certificate, 'utf8-string'));
    }
  }
  const invalid = invalidity(leaf);
  if (invalid !== null && refusals.length === 0) {
    refusals.push(refusal('unreadable', leaf, invalid));
  }
  const { type, curve } = leaf.key;
  if ((type === 'ec' && !['P-256', 'P-384', 'P-521'].includes(curve ?? '')) || type === 'other') {
    refusals.push(refusal('key-type', leaf, curve ?? ''));
  }
  const built = buildPath(leaf, question, profile.strict);
  const { path, trust } = built;
  if (trust === 'untrusted' && invalid === null) {
    judgeMissing(built, refusals);
  } else if (trust === 'rejected') {
    refusals.push(refusal('rejected', path.at(-1) ?? leaf));
  }
  judgePath(path, profile, refusals);
  if (profile.strict) {
    judgeStrictly(path, refusals);
  }
  const constrained = brokenConstraint(path, 'python');
  if (constrained !== null) {
    refusals.push(refusal('constraints', constrained));
  }
  for (const [index, certificate] of path.entries()) {
    judgeDates(certificate, question.at, refusals);
    const parent = path[index + 1];
    if (
      parent !== undefined &&
      (certificate.faults.some(fault => fault.kind === 'algorithms-differ') ||
        !question.signatures.isSignedBy(certificate, parent))
    ) {
      refusals.push(refusal('signature', certificate));
    }
  }
  if (!matchesHost(question.host, leaf, leaf.names, profile.names)) {
    refusals.push(refusal('name', leaf));
  } else if (
    profile.names === 'urllib3-1.26' &&
    leaf.faults.some(({ kind, what }) => kind === 'san-not-ascii' && what === 'not-utf8')
  ) {
    // Python's `getpeercert` stops at text that is no UTF-8.
    refusals.push(refusal('unreadable', leaf, 'san-not-ascii'));
  }
  return { refusals, path };
}
