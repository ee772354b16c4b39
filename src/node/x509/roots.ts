import { rootCertificates } from 'node:tls';
import { readCertificate } from './certificate.ts';
import type { CertificateFacts } from './facts.ts';

/**
 * Gives the system's CAs that could have issued something.
 *
 * @param issuers - names of issuers, as in `NameFacts.raw`
 */
export type SystemRoots = (issuers: readonly string[]) => readonly CertificateFacts[];

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
