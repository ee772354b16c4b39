/** Facts about certificates. The reader (x509 room) fills them; checks and collectors read them. */

/** One certificate, read from DER by our own reader. */
export interface CertificateFacts {
  /** Base64 of the DER. */
  der: string;
  /** SHA-256 of the DER, upper-case hexadecimal with colons. */
  sha256: string;
  /** As text, for people. */
  subject: string;
  issuer: string;
  notBefore: number;
  notAfter: number;
  /** Common name, if any. */
  commonName: string | null;
  /** DNS names and addresses of the subject alternative name; null without that extension. */
  names: { dns: readonly string[]; ip: readonly string[]; others: number } | null;
  isCa: boolean;
  selfIssued: boolean;
  /** Whether Node 24 may be given it (`ca`, session): an EC key on a curve without a NIST name kills the process. */
  safeForNode: boolean;
}

/** Content of the CA file. */
export interface CaContentFacts {
  certificates: readonly CertificateFacts[];
  path: string;
}

/** Verdicts of the chain analysis. */
export interface TrustFacts {
  consumers: { sdk: 'ok' | 'fails' | 'unknown'; builder: 'ok' | 'fails' | 'unknown'; nodes: 'ok' | 'fails' | 'unknown' };
}
