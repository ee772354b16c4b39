import { rootCertificates } from 'node:tls';
import { readCertificate } from './certificate.ts';
import type { CertificateFacts } from './facts.ts';

/**
 * Gives the system's CAs that could have issued something.
 *
 * @param issuers - names of issuers, as in `NameFacts.raw`
 */
export type SystemRoots = (issuers: readonly string[]) => readonly CertificateFacts[];

/** The same with CAs that are given, PEM. */
export function givenRoots(pems: readonly string[]): SystemRoots {
  const roots = pems.flatMap(pem => {
    const read = readCertificate(Buffer.from(pem.replace(/-----[^-]+-----/g, ''), 'base64'));
    return 'fault' in read ? [] : [read];
  });
  return issuers => roots.filter(({ subjectName }) => issuers.includes(subjectName.raw));
}

let ders: readonly Buffer[] | null = null;
const known = new Map<Buffer, CertificateFacts | null>();

function rootBytes(): readonly Buffer[] {
  ders ??= rootCertificates.map(pem => Buffer.from(pem.replace(/-----[^-]+-----/g, ''), 'base64'));
  return ders;
}

/**
 * The CAs that Node brings along (Mozilla's list), as a stand-in for Python's `certifi` and for the list of the
 * builder's image. Reads only those in which one of the names stands.
 */
export const bundledRoots: SystemRoots = issuers => {
  const names = [...new Set(issuers)].map(name => Buffer.from(name, 'hex'));
  return rootBytes().flatMap(der => {
    if (!names.some(name => der.includes(name))) {
      return [];
    }
    let root = known.get(der);
    if (root === undefined) {
      const read = readCertificate(der);
      root = 'fault' in read ? null : read;
      known.set(der, root);
    }
    return root === null ? [] : [root];
  });
};
