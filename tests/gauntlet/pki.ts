import { createAuthority, createServer, inDays } from '../../scripts/demo/certificates.mjs';
import { authorities, intermediates } from './pki/cas.ts';
import type { Made } from './pki/make.ts';
import { leavesBelow, leavesOfForm, selfSigned } from './pki/servers.ts';

type Issued = ReturnType<typeof createAuthority>;

const HOST = 'registry.test';

const formed = (name: string): Made => issued(name as FormedName) as Made;

/** Certificates of unusual forms, put together byte by byte. */
const forms = {
  ...authorities,
  ...intermediates(formed),
  ...leavesBelow(formed),
  ...leavesOfForm(formed),
  ...selfSigned
};

type FormedName = keyof typeof forms;

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
  'leaf-of-other-expired': (): Issued =>
    createServer(issued('other-root'), { names: [HOST], notBefore: inDays(-400), notAfter: inDays(-3) }),
  'leaf-of-renewed': (): Issued => createServer(issued('renewed-root'), { names: [HOST] }),
  'leaf-of-expired-root': (): Issued => createServer(issued('expired-root'), { names: [HOST] }),
  'leaf-of-future-root': (): Issued => createServer(issued('future-root'), { names: [HOST] }),
  'leaf-expired': (): Issued =>
    createServer(issued('root'), { names: [HOST], notBefore: inDays(-400), notAfter: inDays(-3) }),
  'leaf-future': (): Issued => createServer(issued('root'), { names: [HOST], notBefore: inDays(3) }),
  'leaf-other-name': (): Issued => createServer(issued('root'), { names: ['harbor.corp.test'], addresses: [] }),
  'leaf-name-only': (): Issued => createServer(issued('root'), { names: [HOST], addresses: [] }),
  'leaf-common-name-only': (): Issued => createServer(issued('root'), { names: [HOST], san: false }),
  'leaf-localhost': (): Issued => createServer(issued('root'), { names: ['localhost'] }),
  'leaf-auth': (): Issued => createServer(issued('root'), { names: ['auth.test', 'gitlab.test'] }),
  'leaf-auth-of-other': (): Issued => createServer(issued('other-root'), { names: ['auth.test', 'gitlab.test'] }),
  'self-signed': (): Issued => createServer(null, { names: [HOST] })
} satisfies Record<string, () => Issued>;

/** Those that node-forge makes. */
export type ForgedName = keyof typeof makers;
export type CertificateName = ForgedName | FormedName;

const made = new Map<string, Issued | Made>();

const isForm = (name: CertificateName): name is FormedName => Object.hasOwn(forms, name);

/** A certificate with its key. */
export function issued(name: ForgedName): Issued;
export function issued(name: CertificateName): Pick<Issued, 'pem' | 'keyPem'>;
export function issued(name: CertificateName): Issued | Made {
  const known = made.get(name) ?? (isForm(name) ? forms[name]() : makers[name]());
  made.set(name, known);
  return known;
}

/** Leaf first, as a server sends them. */
export type Chain = readonly [CertificateName, ...CertificateName[]];

export function pem(name: CertificateName): string {
  return issued(name).pem;
}

export function der(name: CertificateName): Buffer {
  return Buffer.from(issued(name).pem.replace(/-----[^-]+-----/g, ''), 'base64');
}
