import type { CertificateFacts, TreeFacts, TreeNode } from './facts.ts';
import type { SignatureChecker } from './signature.ts';

/** Certificates of the CA file that have nothing to do with the registry and are shown all the same. */
const MOST_STRANGERS = 4;

/** What the tree is made of. */
export interface Forest {
  /** As sent, leaf first. */
  chain: readonly CertificateFacts[];
  /** Positions among the sent ones at which something stood that could not be read. */
  unread: readonly number[];
  mounted: readonly CertificateFacts[];
  system: readonly CertificateFacts[];
  /** SHA-256 of the path that some program found. */
  path: readonly string[];
  /** SHA-256 of certificates that causes are about. */
  atFault: readonly string[];
  signatures: SignatureChecker;
}

function nodeOf(certificate: CertificateFacts, from: TreeNode['from']): TreeNode {
  const { sha256, subject, issuer, selfIssued, notAfter } = certificate;
  return { sha256, subject, issuer, from, position: null, signedBy: null, selfIssued, notAfter };
}

/** The certificate that signed another: the one that the path goes on with, else the first whose key did. */
function signerOf(
  certificate: CertificateFacts,
  known: readonly CertificateFacts[],
  { path, signatures }: Forest
): number | null {
  const place = path.indexOf(certificate.sha256);
  const onPath = place < 0 ? undefined : path[place + 1];
  const signed = (other: CertificateFacts): boolean =>
    other.sha256 !== certificate.sha256 &&
    other.subjectName.canonical === certificate.issuerName.canonical &&
    signatures.isSignedBy(certificate, other);
  const found = known.findIndex(other => other.sha256 === onPath && signed(other));
  if (found >= 0) {
    return found;
  }
  // A root vouches for itself, also where somebody else signed it as well.
  const self = certificate.selfIssued && signatures.isSignedBy(certificate, certificate);
  const first = self ? -1 : known.findIndex(signed);
  return first < 0 ? null : first;
}

/**
 * Who signed whom, over everything that was sent, mounted or taken from the system. Of a large CA file only what
 * concerns the registry is kept; the rest is counted.
 */
export function certificateTree(forest: Forest): TreeFacts {
  const { chain, mounted, system, path, atFault, unread } = forest;
  const issuers = new Set([...chain, ...mounted.filter(item => path.includes(item.sha256))].map(issuerOf));
  const concerned = ({ sha256, subjectName }: CertificateFacts): boolean =>
    path.includes(sha256) || atFault.includes(sha256) || issuers.has(subjectName.canonical);
  const once = new Set<string>();
  const take = (certificates: readonly CertificateFacts[]): CertificateFacts[] =>
    certificates.filter(({ sha256 }) => !once.has(sha256) && once.add(sha256));
  const sent = take(chain);
  const own = take(mounted);
  const strangers = own.filter(item => !concerned(item));
  const shown = own.filter(item => concerned(item) || strangers.indexOf(item) < MOST_STRANGERS);
  const roots = take(system).filter(item => path.includes(item.sha256));
  const known = [...sent, ...shown, ...roots];
  const inFile = new Set(mounted.map(({ sha256 }) => sha256));
  const nodes = known.map((certificate, index): TreeNode => {
    const from = index < sent.length ? 'sent' : index < sent.length + shown.length ? 'file' : 'system';
    return {
      ...nodeOf(certificate, from === 'sent' && inFile.has(certificate.sha256) ? 'sent-and-file' : from),
      signedBy: signerOf(certificate, known, forest)
    };
  });
  const lost = unread.map((position): TreeNode => ({
    sha256: null,
    subject: '',
    issuer: '',
    from: 'sent',
    position,
    signedBy: null,
    selfIssued: false,
    notAfter: NaN
  }));
  return { nodes: [...nodes, ...lost], others: own.length - shown.length };
}

function issuerOf({ issuerName }: CertificateFacts): string {
  return issuerName.canonical;
}
