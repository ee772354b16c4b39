import { SignatureChecker } from '../x509/signature.ts';
import type { CertificateFacts, TreeNode, TrustFacts } from '../x509/facts.ts';

/** Which certificate a client needs in its CA file to trust what was sent. */
export type Need =
  /** None: every system knows the CA. */
  | { kind: 'public' }
  /** It is in the CA file. `works`: the file is accepted as it is. */
  | { kind: 'mounted'; subject: string; works: boolean }
  /** The CA itself was sent. */
  | { kind: 'sent'; certificate: CertificateFacts }
  /** The registry's certificate has no CA: it vouches for itself. */
  | { kind: 'self-signed'; certificate: CertificateFacts }
  /** The chain ends below a CA that was not sent. */
  | { kind: 'not-sent'; issuer: string; below: CertificateFacts | null };

/** Longest path that is followed. */
const MOST_STEPS = 12;

/** From the registry's certificate to the last one that is there. */
export function pathOf({ tree }: TrustFacts): TreeNode[] {
  const path: TreeNode[] = [];
  for (let at: number | null = 0; at !== null && path.length < MOST_STEPS;) {
    const node: TreeNode | undefined = tree.nodes[at];
    if (node === undefined) {
      break;
    }
    path.push(node);
    at = node.signedBy;
  }
  return path;
}

/** What a client needs, by who signed whom. */
export function needOf(trust: TrustFacts, chain: readonly CertificateFacts[]): Need {
  if (trust.publiclyTrusted) {
    return { kind: 'public' };
  }
  const path = pathOf(trust);
  const top = path.at(-1);
  const mounted = path.find(({ from }) => from === 'file' || from === 'sent-and-file');
  const certificate = chain.find(({ sha256 }) => sha256 === top?.sha256) ?? null;
  const isRoot = top?.selfIssued === true;
  if (mounted !== undefined && (isRoot || trust.consumers.sdk === 'ok')) {
    return { kind: 'mounted', subject: mounted.subject, works: trust.consumers.sdk === 'ok' };
  }
  if (certificate !== null && isRoot) {
    return { kind: path.length === 1 ? 'self-signed' : 'sent', certificate };
  }
  return { kind: 'not-sent', issuer: top?.issuer ?? '', below: certificate };
}

/** Why a certificate is not written, however it was accepted; null when it may be. */
export type Refusal =
  | 'not-sent'
  /** It has nothing to do with the registry's certificate. */
  | 'stranger'
  /** The registry's own certificate, which a CA issued. */
  | 'server'
  | 'no-ca';

/**
 * The certificate that was accepted, if it may be written: a CA that the registry's certificate leads to, or a
 * certificate that vouches for itself.
 */
export function acceptedOf(
  sha256: string,
  trust: TrustFacts,
  chain: readonly CertificateFacts[]
): { certificates: readonly CertificateFacts[] } | { refusal: Refusal } {
  const index = chain.findIndex(item => item.sha256 === sha256);
  const certificate = chain[index];
  if (certificate === undefined) {
    return { refusal: 'not-sent' };
  }
  if (!pathOf(trust).some(node => node.sha256 === sha256)) {
    return { refusal: 'stranger' };
  }
  if (certificate.selfIssued && new SignatureChecker().isSignedBy(certificate, certificate)) {
    return { certificates: [certificate] };
  }
  if (index === 0) {
    return { refusal: 'server' };
  }
  return certificate.isCa ? { certificates: [certificate] } : { refusal: 'no-ca' };
}
