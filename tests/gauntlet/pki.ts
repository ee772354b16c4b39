import { X509Certificate } from 'node:crypto';
import { createAuthority, createServer, inDays } from '../../scripts/demo/certificates.mjs';

type Issued = ReturnType<typeof createAuthority>;

const HOST = 'registry.test';

/** Certificates of the scenarios, each made once per process. */
const makers = {
  root: () => createAuthority({ name: 'Corp Root CA' }),
  'other-root': () => createAuthority({ name: 'Another Root CA' }),
  // The company renewed its CA: same name, other key, later dates.
  'renewed-root': () => createAuthority({ name: 'Corp Root CA', notBefore: inDays(-3), notAfter: inDays(7000) }),
  'expired-root': () => createAuthority({ name: 'Corp Root CA', notBefore: inDays(-900), notAfter: inDays(-10) }),
  'future-root': () => createAuthority({ name: 'Corp Root CA', notBefore: inDays(10), notAfter: inDays(900) }),
  intermediate: () => createAuthority({ name: 'Corp Issuing CA', issuer: issued('root') }),
  leaf: () => createServer(issued('root'), { names: [HOST] }),
  'leaf-of-intermediate': () => createServer(issued('intermediate'), { names: [HOST] }),
  'leaf-of-other': () => createServer(issued('other-root'), { names: [HOST] }),
  'leaf-of-renewed': () => createServer(issued('renewed-root'), { names: [HOST] }),
  'leaf-of-expired-root': () => createServer(issued('expired-root'), { names: [HOST] }),
  'leaf-of-future-root': () => createServer(issued('future-root'), { names: [HOST] }),
  'leaf-expired': () => createServer(issued('root'), { names: [HOST], notBefore: inDays(-400), notAfter: inDays(-3) }),
  'leaf-future': () => createServer(issued('root'), { names: [HOST], notBefore: inDays(3) }),
  'leaf-other-name': () => createServer(issued('root'), { names: ['harbor.corp.test'], addresses: [] }),
  'leaf-name-only': () => createServer(issued('root'), { names: [HOST], addresses: [] }),
  'leaf-common-name-only': () => createServer(issued('root'), { names: [HOST], san: false }),
  'self-signed': () => createServer(null, { names: [HOST] })
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
