import { inDays } from '../../../scripts/demo/certificates.mjs';
import { basicConstraints, extendedKeyUsage, keyUsage, nameConstraints, unknown } from './extensions.ts';
import { make, type Form, type Made } from './make.ts';

/** Gives a certificate of the scenarios by its name. */
export type Get = (name: string) => Made;

const root = (form: Partial<Form> = {}): Made => make({ name: 'Corp Root CA', ca: true, ...form });

/** CAs of unusual forms, each made when it is asked for. */
export const authorities = {
  'root-rsa': () => root({ key: 'rsa2048' }),
  'root-p256': () => root(),
  'root-p384': () => root({ key: 'P-384', hash: 'sha384' }),
  'root-ed25519': () => root({ key: 'ed25519' }),
  'root-ed448': () => root({ key: 'ed448' }),
  'root-rsa4096': () => root({ key: 'rsa4096', hash: 'sha512' }),
  'root-rsa1024': () => root({ key: 'rsa1024' }),
  'root-pss': () => root({ key: 'rsa2048', pss: true }),
  'root-secp256k1': () => root({ key: 'secp256k1' }),
  'root-brainpool': () => root({ key: 'brainpoolP256r1' }),
  'root-serial-0': () => root({ serial: Buffer.from([0]) }),
  'root-until-2060': () => root({ notAfter: new Date('2060-06-01T00:00:00Z') }),
  'root-long-ago': () => root({ notBefore: new Date('1999-01-01T00:00:00Z') }),
  'root-soon': () => root({ notAfter: inDays(12.5) }),
  'root-md5': () => root({ key: 'rsa2048', hash: 'md5' }),
  'root-v1': () => root({ version: 1 }),
  'root-no-key-id': () => root({ extensions: { subjectKeyId: null, authorityKeyId: null } }),
  'root-no-usage': () => root({ extensions: { keyUsage: null } }),
  'root-not-critical': () =>
    root({ extensions: { basicConstraints: basicConstraints({ ca: true, critical: false }) } }),
  'root-not-a-ca': () => root({ extensions: { basicConstraints: basicConstraints({ ca: false }) } }),
  'root-may-not-sign': () => root({ extensions: { keyUsage: keyUsage(['digitalSignature', 'cRLSign']) } }),
  'root-bare': () => root({ extensions: { basicConstraints: null, keyUsage: null } }),
  'root-unknown-demand': () => root({ extensions: { unknown: unknown(true) } }),
  'root-unknown-note': () => root({ extensions: { unknown: unknown(false) } }),
  'root-for-clients': () => root({ extensions: { extendedKeyUsage: extendedKeyUsage(['clientAuth']) } }),
  'root-for-corp': () => root({ extensions: { nameConstraints: nameConstraints({ permitted: ['corp.test'] }) } }),
  'root-for-test': () => root({ extensions: { nameConstraints: nameConstraints({ permitted: ['test'] }) } }),
  'root-not-for-us': () => root({ extensions: { nameConstraints: nameConstraints({ excluded: ['registry.test'] }) } }),
  'root-flat': () => root({ extensions: { basicConstraints: basicConstraints({ ca: true, pathLength: 0 }) } }),
  'root-broken-name': () =>
    root({
      subject: [
        ['O', 'utf8', Buffer.from([0x44, 0xff, 0xfe])],
        ['CN', 'utf8', 'Corp Root CA']
      ]
    }),
  'root-printable-at': () =>
    root({
      subject: [
        ['O', 'printable', 'pki@corp'],
        ['CN', 'printable', 'Corp Root CA']
      ]
    }),
  'root-old-text': () =>
    root({
      subject: [
        ['O', 't61', 'Demo Company'],
        ['CN', 'bmp', Buffer.from('\0C\0A')]
      ]
    }),
  'root-negative': () => root({ serial: Buffer.from([0xf0, 0x11]) }),
  'namesake-first': () => root({ extensions: { subjectKeyId: null, authorityKeyId: null } }),
  'namesake-second': () => root({ extensions: { subjectKeyId: null, authorityKeyId: null } }),
  'interception-root': () =>
    root({
      subject: [
        ['O', 'utf8', 'Zscaler Inc.'],
        ['CN', 'utf8', 'Zscaler Root CA']
      ]
    })
} satisfies Record<string, () => Made>;

/** CAs below others. */
export const intermediates = (of: Get): Record<IntermediateName, () => Made> => ({
  issuing: () => make({ name: 'Corp Issuing CA', ca: true, issuer: of('root-rsa') }),
  'intermediate-expired': () =>
    make({ name: 'Corp Issuing CA', ca: true, issuer: of('root-rsa'), notBefore: inDays(-900), notAfter: inDays(-20) }),
  'intermediate-renewed': () =>
    make({ name: 'Corp Issuing CA', ca: true, issuer: of('root-rsa'), keyOf: of('intermediate-expired') }),
  'intermediate-future': () =>
    make({ name: 'Corp Issuing CA', ca: true, issuer: of('root-rsa'), notBefore: inDays(5) }),
  'intermediate-not-a-ca': () =>
    make({
      name: 'Corp Issuing CA',
      ca: true,
      issuer: of('root-rsa'),
      extensions: { basicConstraints: basicConstraints({ ca: false }), keyUsage: null }
    }),
  'intermediate-unknown-demand': () =>
    make({ name: 'Corp Issuing CA', ca: true, issuer: of('root-rsa'), extensions: { unknown: unknown(true) } }),
  'intermediate-of-flat': () => make({ name: 'Corp Issuing CA', ca: true, issuer: of('root-flat') }),
  'intermediate-secp256k1': () => make({ name: 'Corp Issuing CA', ca: true, issuer: of('root-rsa'), key: 'secp256k1' }),
  'intermediate-second': () => make({ name: 'Corp Team Issuing CA', ca: true, issuer: of('issuing') }),
  // The old root signed the new root's key: whoever has only the old one still gets through.
  'root-p256-by-old-root': () =>
    make({ name: 'Corp Root CA', ca: true, issuer: of('cross-old-root'), keyOf: of('root-p256') }),
  'cross-old-root': () => make({ name: 'Corp Old Root CA', ca: true, key: 'P-384' }),
  'root-p256-by-expired': () =>
    make({
      name: 'Corp Root CA',
      ca: true,
      issuer: of('cross-expired-root'),
      keyOf: of('root-p256'),
      notAfter: inDays(-20)
    }),
  'cross-expired-root': () =>
    make({ name: 'Corp Older Root CA', ca: true, notBefore: inDays(-4000), notAfter: inDays(-20) })
});

export type IntermediateName =
  | 'issuing'
  | 'intermediate-expired'
  | 'intermediate-renewed'
  | 'intermediate-future'
  | 'intermediate-not-a-ca'
  | 'intermediate-unknown-demand'
  | 'intermediate-of-flat'
  | 'intermediate-secp256k1'
  | 'intermediate-second'
  | 'root-p256-by-old-root'
  | 'cross-old-root'
  | 'root-p256-by-expired'
  | 'cross-expired-root';
