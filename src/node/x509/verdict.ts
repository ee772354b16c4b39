import type { CertificateFacts, Refusal, RefusalKind } from './facts.ts';
import type { SignatureChecker } from './signature.ts';

/** What is to be judged, the same for every profile. */
export interface Question {
  /** As sent, leaf first. */
  chain: readonly CertificateFacts[];
  /** Certificates that the program trusts: the CA file's, the system's, or both. */
  trusted: readonly CertificateFacts[];
  /** What `TRUSTED CERTIFICATE` says, by SHA-256. */
  settings: ReadonlyMap<string, 'trusted' | 'rejected'>;
  /** Name or address without brackets and port. */
  host: string;
  /** Milliseconds since 1970. */
  at: number;
  signatures: SignatureChecker;
}

/** What one verifier found: everything that it would stumble over, and the path as far as it got. */
export interface Finding {
  refusals: Refusal[];
  path: CertificateFacts[];
}

/** Makes a refusal. */
export function refusal(kind: RefusalKind, certificate: CertificateFacts | null = null, what = ''): Refusal {
  return { kind, certificate: certificate?.sha256 ?? null, what };
}

/** Adds what the dates of a certificate say at a time. */
export function judgeDates(certificate: CertificateFacts, at: number, refusals: Refusal[]): void {
  if (Number.isNaN(certificate.notBefore) || Number.isNaN(certificate.notAfter)) {
    refusals.push(refusal('unreadable', certificate, 'dates'));
  } else if (at < certificate.notBefore) {
    refusals.push(refusal('not-yet-valid', certificate));
  } else if (at > certificate.notAfter) {
    refusals.push(refusal('expired', certificate));
  }
}

/** Whether a certificate is within its dates. */
export function isCurrent(certificate: CertificateFacts, at: number): boolean {
  return at >= certificate.notBefore && at <= certificate.notAfter;
}
