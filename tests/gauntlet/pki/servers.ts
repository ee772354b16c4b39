import { inDays } from '../../../scripts/demo/certificates.mjs';
import type { Get } from './cas.ts';
import {
  alternativeNames,
  authorityKeyId,
  basicConstraints,
  extendedKeyUsage,
  keyUsage,
  subjectKeyId,
  unknown
} from './extensions.ts';
import { make, type Form, type Made, type NamePart } from './make.ts';

const HOST = 'registry.test';
const DEMO: NamePart = ['O', 'utf8', 'Demo Company'];

/** Leaves of the usual form below a CA of an unusual one. */
const BELOW = [
  'root-rsa',
  'issuing',
  'root-p256',
  'root-p384',
  'root-ed25519',
  'root-ed448',
  'root-rsa4096',
  'root-rsa1024',
  'root-pss',
  'root-secp256k1',
  'root-brainpool',
  'root-serial-0',
  'root-until-2060',
  'root-long-ago',
  'root-soon',
  'root-md5',
  'root-v1',
  'root-no-key-id',
  'root-no-usage',
  'root-not-critical',
  'root-not-a-ca',
  'root-may-not-sign',
  'root-bare',
  'root-unknown-demand',
  'root-unknown-note',
  'root-for-clients',
  'root-for-corp',
  'root-for-test',
  'root-not-for-us',
  'root-broken-name',
  'root-printable-at',
  'root-old-text',
  'root-negative',
  'namesake-second',
  'interception-root',
  'intermediate-expired',
  'intermediate-future',
  'intermediate-not-a-ca',
  'intermediate-unknown-demand',
  'intermediate-of-flat',
  'intermediate-secp256k1',
  'intermediate-second'
] as const;

export type BelowName = `leaf-of-${(typeof BELOW)[number]}`;

/** A usual leaf below each of the unusual CAs. */
export function leavesBelow(of: Get): Record<BelowName, () => Made> {
  const entries = BELOW.map(name => [
    `leaf-of-${name}`,
    () =>
      make({
        name: HOST,
        issuer: of(name),
        ...(name === 'root-no-key-id' || name === 'namesake-second' ? { extensions: { authorityKeyId: null } } : {})
      })
  ]);
  return Object.fromEntries(entries) as Record<BelowName, () => Made>;
}

const dns = (...names: (string | Uint8Array)[]): Form['extensions'] => ({
  subjectAltName: alternativeNames({ dns: names })
});

/** Leaves of unusual forms; their CA is `root-rsa` where nothing else is said. */
const FORMS = {
  'leaf-p384': { key: 'P-384' },
  'leaf-p521': { key: 'P-521' },
  'leaf-ed25519': { key: 'ed25519' },
  'leaf-rsa4096': { key: 'rsa4096' },
  'leaf-rsa1024': { key: 'rsa1024' },
  'leaf-pss': { key: 'rsa2048', pss: true },
  'leaf-secp256k1': { key: 'secp256k1' },
  'leaf-brainpool': { key: 'brainpoolP256r1' },
  'leaf-md5': { hash: 'md5' },
  'leaf-sha1': { hash: 'sha1' },
  'leaf-sha224': { hash: 'sha224' },
  'leaf-serial-0': { serial: Buffer.from([0]) },
  'leaf-serial-negative': { serial: Buffer.from([0xa5, 0x01]) },
  'leaf-until-2060': { notAfter: new Date('2060-01-01T00:00:00Z') },
  'leaf-soon': { notAfter: inDays(9.5) },
  'leaf-v1': { version: 1 },
  'leaf-damaged': { damaged: true },
  'leaf-wildcard': { name: '*.corp.test', names: ['*.corp.test'] },
  'leaf-wildcard-short': { name: '*.test', names: ['*.test'] },
  'leaf-wildcard-partial': { name: 'reg', extensions: dns('reg*.corp.test') },
  'leaf-wildcard-inside': { name: 'reg', extensions: dns('registry.*.test') },
  'leaf-wildcard-in-name': { name: '*.corp.test', extensions: { subjectAltName: null } },
  'leaf-v6': { addresses: ['fd00::5'] },
  'leaf-other-address': { addresses: ['10.1.2.3'] },
  'leaf-address-as-name': { extensions: dns('127.0.0.1') },
  'leaf-address-in-subject': { name: '127.0.0.1', extensions: dns('registry.corp.test') },
  'leaf-loopback-only': { name: 'registry', names: [], addresses: ['127.0.0.1', '::1'] },
  'leaf-with-port': { extensions: dns(`${HOST}:5000`) },
  'leaf-with-scheme': { extensions: dns(`https://${HOST}`) },
  'leaf-with-blank': { extensions: dns(` ${HOST}`) },
  'leaf-with-dot': { extensions: dns(`${HOST}.`) },
  'leaf-upper-case': { extensions: dns(HOST.toUpperCase()) },
  'leaf-many-names': { names: [...Array.from({ length: 60 }, (_, index) => `node${index}.corp.test`), HOST] },
  'leaf-no-name': { subject: [DEMO], extensions: { subjectAltName: null } },
  'leaf-mail-only': { extensions: { subjectAltName: alternativeNames({ email: ['pki@corp.test'] }) } },
  'leaf-uri-only': { extensions: { subjectAltName: alternativeNames({ uri: [`https://${HOST}:5000/`] }) } },
  'leaf-bad-uri': { extensions: { subjectAltName: alternativeNames({ dns: [HOST], uri: ['https://a b:x/'] }) } },
  'leaf-bad-address': {
    extensions: { subjectAltName: alternativeNames({ dns: [HOST], ip: [Buffer.from([10, 1, 2, 3, 4])] }) }
  },
  'leaf-umlaut': { extensions: { subjectAltName: alternativeNames({ dns: [HOST, 'käse.test'] }) } },
  'leaf-twice': { extensions: { again: alternativeNames({ dns: [HOST] }) } },
  'leaf-critical-key-id': { extensions: { subjectKeyId: subjectKeyId(Buffer.alloc(20, 7), true) } },
  'leaf-at': {
    subject: [
      ['O', 'printable', 'team@corp'],
      ['CN', 'printable', HOST]
    ]
  },
  'leaf-unknown-demand': { extensions: { unknown: unknown(true) } },
  'leaf-unknown-note': { extensions: { unknown: unknown(false) } },
  'leaf-for-clients': { extensions: { extendedKeyUsage: extendedKeyUsage(['clientAuth']) } },
  'leaf-for-anything': { extensions: { extendedKeyUsage: extendedKeyUsage(['any']) } },
  'leaf-no-purpose': { extensions: { extendedKeyUsage: null } },
  'leaf-may-sign-only': { extensions: { keyUsage: keyUsage(['keyCertSign']) } },
  'leaf-marked-ca': {
    extensions: {
      basicConstraints: basicConstraints({ ca: true }),
      keyUsage: keyUsage(['digitalSignature', 'keyCertSign'])
    }
  },
  'leaf-issuer-case': {
    issuerName: [
      ['O', 'utf8', 'DEMO Company'],
      ['CN', 'utf8', 'Corp Root CA']
    ]
  },
  'leaf-issuer-text': {
    issuerName: [
      ['O', 'printable', 'Demo Company'],
      ['CN', 'utf8', 'Corp Root CA']
    ]
  },
  'leaf-issuer-blanks': {
    issuerName: [
      ['O', 'utf8', 'Demo  Company'],
      ['CN', 'utf8', 'Corp Root CA']
    ]
  },
  'leaf-short-name': { name: 'registry', names: ['registry', 'registry.corp.test'] },
  'leaf-expired-other-name': {
    names: ['harbor.corp.test'],
    addresses: [],
    notBefore: inDays(-400),
    notAfter: inDays(-3)
  },
  'leaf-wrong-key-id': { extensions: { authorityKeyId: authorityKeyId(Buffer.alloc(20, 9)) } }
} satisfies Record<string, Partial<Form>>;

export type FormName = keyof typeof FORMS;

/** Leaves of unusual forms. */
export function leavesOfForm(of: Get): Record<FormName, () => Made> {
  const entries = Object.entries(FORMS).map(([name, form]) => [
    name,
    () => make({ name: HOST, issuer: of('root-rsa'), ...form })
  ]);
  return Object.fromEntries(entries) as Record<FormName, () => Made>;
}

/** Servers that sign for themselves. */
export const selfSigned = {
  'self-signed-expired': () => make({ name: HOST, issuer: null, notBefore: inDays(-400), notAfter: inDays(-5) }),
  // What ingress-nginx makes at its start (`internal/ingress/controller/ssl`): serves every name that it has no certificate for.
  'ingress-fake': () =>
    make({
      name: 'Kubernetes Ingress Controller Fake Certificate',
      subject: [
        ['O', 'utf8', 'Acme Co'],
        ['CN', 'utf8', 'Kubernetes Ingress Controller Fake Certificate']
      ],
      names: ['ingress.local'],
      addresses: []
    }),
  'self-signed-ca': () =>
    make({
      name: HOST,
      extensions: {
        basicConstraints: basicConstraints({ ca: true }),
        keyUsage: keyUsage(['digitalSignature', 'keyCertSign'])
      }
    }),
  'self-signed-plain': () =>
    make({ name: HOST, extensions: { basicConstraints: null, keyUsage: null, extendedKeyUsage: null } })
} satisfies Record<string, () => Made>;
