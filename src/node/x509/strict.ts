import { OID } from './extensions.ts';
import type { CertificateFacts, Refusal } from './facts.ts';
import { refusal } from './verdict.ts';

const CERT_SIGN = 5;
const CRL_SIGN = 6;

function isCritical(certificate: CertificateFacts, oid: string): boolean {
  return certificate.extensions.some(extension => extension.oid === oid && extension.critical);
}

/** The rules that one certificate breaks, by their field. */
function brokenRules(certificate: CertificateFacts, isLast: boolean): string[] {
  const { basicConstraints, keyUsage, names, subjectName, issuerName, version, authorityKey, subjectKeyId } =
    certificate;
  const ca = basicConstraints?.ca ?? false;
  const signs = keyUsage?.bits.includes(CERT_SIGN) ?? false;
  const rules: [string, boolean][] = [
    [
      'pathLength',
      basicConstraints !== null && basicConstraints.pathLength !== null && (!ca || (keyUsage !== null && !signs))
    ],
    ['basicConstraints', ca && basicConstraints?.critical === false],
    ['keyUsage', ca ? keyUsage === null : signs],
    ['issuer', issuerName.empty],
    ['subject', subjectName.empty && (ca || (keyUsage?.bits.includes(CRL_SIGN) ?? false) || names === null)],
    ['subjectAltName', subjectName.empty && names !== null && !names.critical],
    ['subjectAltName', names !== null && names.count === 0],
    ['authorityKeyIdentifier', isCritical(certificate, OID.authorityKeyId)],
    ['subjectKeyIdentifier', isCritical(certificate, OID.subjectKeyId)],
    ['authorityKeyIdentifier', version === 3 && !isLast && (authorityKey?.keyId ?? null) === null],
    ['subjectKeyIdentifier', version === 3 && ca && subjectKeyId === null],
    ['version', version < 3 && certificate.extensions.length > 0]
  ];
  return [...new Set(rules.filter(([, broken]) => broken).map(([field]) => field))];
}

/**
 * What X509_V_FLAG_X509_STRICT adds (OpenSSL 3 `check_extensions`): applies to paths of two certificates and more.
 *
 * @param refusals - gets one refusal for each certificate and field
 */
export function judgeStrictly(path: readonly CertificateFacts[], refusals: Refusal[]): void {
  if (path.length < 2) {
    return;
  }
  for (const [index, certificate] of path.entries()) {
    for (const field of brokenRules(certificate, index === path.length - 1)) {
      refusals.push(refusal('strict', certificate, field));
    }
  }
}
