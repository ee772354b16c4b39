import { createHash } from 'node:crypto';
import { DerError, readDer, TAG, type DerNode } from './asn1.ts';
import { readName } from './distinguishedName.ts';
import { readExtensions, serialText } from './extensions.ts';
import type { CertificateFacts, CertificateFault, FaultFacts } from './facts.ts';
import { isSafeForNode, readKey } from './key.ts';
import { readSignature } from './signatureAlgorithm.ts';

/** Milliseconds of UTCTime or GeneralizedTime in the forms that RFC 5280 4.1.2.5 allows; NaN for every other. */
function readTime(node: DerNode | undefined): number {
  const text = node === undefined ? '' : Buffer.from(node.content).toString('latin1');
  const form =
    node?.tag === TAG.utcTime ? /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/ : /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/;
  const parts = form.exec(text);
  if (parts === null || (node?.tag !== TAG.utcTime && node?.tag !== TAG.generalizedTime)) {
    return NaN;
  }
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.slice(1).map(Number);
  const date = new Date(0);
  date.setUTCFullYear(node.tag === TAG.utcTime ? year + (year < 50 ? 2000 : 1900) : year, month - 1, day);
  date.setUTCHours(hour, minute, second);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && hour < 24 && minute < 60 && second < 60
    ? date.getTime()
    : NaN;
}

/** SHA-256, upper-case hexadecimal with colons: the form that `openssl x509 -fingerprint` prints. */
export function fingerprint(bytes: Uint8Array): string {
  return createHash('sha256')
    .update(bytes)
    .digest('hex')
    .toUpperCase()
    .replace(/..(?=.)/g, '$&:');
}

/** Bytes of a part of the certificate. */
export function partOf(certificate: CertificateFacts, part: keyof CertificateFacts['parts']): Buffer {
  const [start, end] = certificate.parts[part];
  return Buffer.from(certificate.der, 'base64').subarray(start, end);
}

/**
 * Reads one certificate (RFC 5280 4.1), of any key type. Reads on where some programs give up: what they refuse stands
 * in `faults`, so that each profile can judge by its own rules.
 *
 * @param der - the bytes; what follows the first element is the fault `trailing-bytes`
 * @returns the facts, or the class of the fault when there is no certificate at all; never throws, never quotes
 */
export function readCertificate(der: Uint8Array): CertificateFacts | CertificateFault {
  try {
    return readParts(readDer(der), der.length) ?? { fault: 'not-a-certificate' };
  } catch (error) {
    if (error instanceof DerError) {
      return { fault: error.fault };
    }
    throw error;
  }
}

function readParts(root: DerNode, given: number): CertificateFacts | null {
  const [tbs, outerAlgorithm, signature] = root.children;
  if (root.tag !== TAG.sequence || tbs?.tag !== TAG.sequence || signature?.tag !== TAG.bitString) {
    return null;
  }
  const fields = [...tbs.children];
  const versionNode = fields[0]?.tag === 0xa0 ? fields.shift() : undefined;
  const version = (versionNode?.children[0]?.content[0] ?? 0) + 1;
  const [serial, innerAlgorithm, issuerNode, validity, subjectNode, spki, ...rest] = fields;
  const faults: FaultFacts[] = [];
  const issuerName = readName(issuerNode, faults);
  const subjectName = readName(subjectNode, faults);
  const key = spki === undefined ? null : readKey(spki, faults);
  if (
    serial?.tag !== TAG.integer ||
    serial.content.length === 0 ||
    issuerName === null ||
    subjectName === null ||
    validity?.tag !== TAG.sequence ||
    spki === undefined ||
    key === null ||
    version > 3
  ) {
    return null;
  }
  const algorithm = readSignature(innerAlgorithm);
  if (algorithm === null || outerAlgorithm === undefined) {
    return null;
  }
  if (innerAlgorithm === undefined || Buffer.compare(innerAlgorithm.bytes, outerAlgorithm.bytes) !== 0) {
    faults.push({ kind: 'algorithms-differ', what: '' });
  }
  const extensions = readExtensions(rest.find(node => node.tag === 0xa3)?.children[0], faults);
  if (version < 3 && extensions.extensions.length > 0) {
    faults.push({ kind: 'old-version-extensions', what: '' });
  }
  const number = serialText(serial.content);
  if (number.startsWith('-')) {
    faults.push({ kind: 'negative-serial', what: '' });
  }
  const notBefore = readTime(validity.children[0]);
  const notAfter = readTime(validity.children[1]);
  if (Number.isNaN(notBefore) || Number.isNaN(notAfter)) {
    faults.push({ kind: 'dates', what: '' });
  }
  if (root.end < given) {
    faults.push({ kind: 'trailing-bytes', what: '' });
  }
  return {
    der: Buffer.from(root.bytes).toString('base64'),
    sha256: fingerprint(root.bytes),
    subject: subjectName.text,
    issuer: issuerName.text,
    notBefore,
    notAfter,
    commonName: subjectName.commonNames.at(-1) ?? null,
    isCa: extensions.basicConstraints?.ca ?? false,
    selfIssued: subjectName.canonical === issuerName.canonical,
    safeForNode: isSafeForNode(key),
    version,
    serial: number,
    subjectName,
    issuerName,
    key,
    signature: algorithm,
    ...extensions,
    faults,
    parts: {
      tbs: [tbs.start, tbs.end],
      spki: [spki.start, spki.end],
      // The first content byte of a BIT STRING counts unused bits.
      signature: [signature.end - signature.content.length + 1, signature.end]
    }
  };
}
