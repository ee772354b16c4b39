import type { ConsumerVerdict } from '../../common/finding.ts';
import type { CaContentFacts, CertificateFacts } from '../x509/facts.ts';

/** Reads one certificate; the class of the fault when it cannot. */
export type ReadCertificate = (der: Uint8Array) => CertificateFacts | { fault: string };

/** What is judged: a chain as sent, for a host, with the CA file. */
export interface TrustQuestion {
  chain: readonly CertificateFacts[];
  hostname: string;
  ca: CaContentFacts;
  /** Milliseconds since 1970. */
  at: number;
  builder: string;
  /** Profiles among which the notebook's Python is; without them every known one. */
  sdkProfiles?: readonly string[];
  /** CAs that every system knows, PEM, instead of the usual ones. */
  publicCas?: readonly string[] | undefined;
}

/** Verdicts on chain and name, by our own rules. */
export interface TrustAnswer {
  sdk: ConsumerVerdict;
  builder: ConsumerVerdict;
  /** The chain leads to a CA that the system knows. */
  publiclyTrusted: boolean;
}

export type JudgeTrust = (question: TrustQuestion) => TrustAnswer;

/** What the registry's collectors need from outside. */
export interface Judges {
  readCertificate: ReadCertificate;
  judgeTrust: JudgeTrust;
}

/** Credentials go out only when the SDK or the chosen builder would send them as well. */
export function acceptedBySomeone(verdicts: Pick<TrustAnswer, 'sdk' | 'builder'>): boolean {
  return verdicts.sdk === 'ok' || verdicts.builder === 'ok';
}

/** Whether Node may hold every certificate of the chain: some keys end the process once verification succeeds. */
export function safeForNode(chain: readonly CertificateFacts[]): boolean {
  return chain.length > 0 && chain.every(certificate => certificate.safeForNode);
}

function toPem(certificate: CertificateFacts): string {
  return `-----BEGIN CERTIFICATE-----\n${certificate.der.replace(/.{64}(?=.)/g, '$&\n')}\n-----END CERTIFICATE-----\n`;
}

/**
 * What Node is to trust in a session: the system's CAs where the chain leads to one of them, else the CA file without
 * certificates that Node must not hold.
 */
export function anchorsFor(
  ca: CaContentFacts,
  publiclyTrusted: boolean,
  publicCas?: readonly string[]
): readonly string[] | 'system' {
  return publiclyTrusted
    ? (publicCas ?? 'system')
    : ca.certificates.filter(({ safeForNode }) => safeForNode).map(toPem);
}
