import { X509Certificate } from 'node:crypto';
import { createAuthority, createServer, inDays } from '../../scripts/demo/certificates.mjs';

type Issued = ReturnType<typeof createAuthority>;

const HOST = 'registry.test';

/** Certificates of the scenarios, each made once per process. */
const makers = {
  root: (): Issued => createAuthority({ name: 'Corp Root CA' }),
  'other-root': (): Issued => createAuthority({ name: 'Another Root CA' }),
  // The company renewed its CA: same name, other key, later dates.
  'renewed-root': (): Issued =>
    createAuthority({ name: 'Corp Root CA', notBefore: inDays(-3), notAfter: inDays(7000) }),
  'expired-root': (): Issued =>
    createAuthority({ name: 'Corp Root CA', notBefore: inDays(-900), notAfter: inDays(-10) }),
  'future-root': (): Issued => createAuthority({ name: 'Corp Root CA', notBefore: inDays(10), notAfter: inDays(900) }),
  intermediate: (): Issued => createAuthority({ name: 'Corp Issuing CA', issuer: issued('root') }),
  leaf: (): Issued => createServer(issued('root'), { names: [HOST] }),
  'leaf-of-intermediate': (): Issued => createServer(issued('intermediate'), { names: [HOST] }),
  'leaf-of-other': (): Issued => createServer(issued('other-root'), { names: [HOST] }),
  'leaf-of-renewed': (): Issued => createServer(issued('renewed-root'), { names: [HOST] }),
  'leaf-of-expired-root': (): Issued => createServer(issued('expired-root'), { names: [HOST] }),
  'leaf-of-future-root': (): Issued => createServer(issued('future-root'), { names: [HOST] }),
  'leaf-expired': (): Issued =>
    createServer(issued('root'), { names: [HOST], notBefore: inDays(-400), notAfter: inDays(-3) }),
  'leaf-future': (): Issued => createServer(issued('root'), { names: [HOST], notBefore: inDays(3) }),
  'leaf-other-name': (): Issued => createServer(issued('root'), { names: ['harbor.corp.test'], addresses: [] }),
  'leaf-name-only': (): Issued => createServer(issued('root'), { names: [HOST], addresses: [] }),
  'leaf-common-name-only': (): Issued => createServer(issued('root'), { names: [HOST], san: false }),
  'leaf-auth': (): Issued => createServer(issued('root'), { names: ['auth.test', 'gitlab.test'] }),
  'leaf-auth-of-other': (): Issued => createServer(issued('other-root'), { names: ['auth.test', 'gitlab.test'] }),
  'self-signed': (): Issued => createServer(null, { names: [HOST] })
} satisfies Record<string, () => Issued>;

export type CertificateName = keyof typeof makers;

const made = new Map<string, Issued>();

/** A certificate with its key. */
export function issued(name: CertificateName): Issued {
  const known = made.get(name) ?? makers[name]();
  made.set(name, known);
  return known;
}

/** Leaf first, as a server sends them. */
export type Chain = readonly [CertificateName, ...CertificateName[]];

export function pem(name: CertificateName): string {
  return issued(name).pem;
}

export function der(name: CertificateName): Buffer {
  return new X509Certificate(issued(name).pem).raw;
}
