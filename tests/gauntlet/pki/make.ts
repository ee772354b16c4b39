import {
  constants,
  createHash,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  sign,
  type KeyObject
} from 'node:crypto';
import { inDays } from '../../../scripts/demo/certificates.mjs';
import { bits, context, element, integer, nothing, oid, sequence, set, text, time } from './der.ts';
import * as ext from './extensions.ts';

/** Kinds of keys that certificates of the tests have. */
export type KeyKind =
  | 'rsa1024'
  | 'rsa2048'
  | 'rsa3072'
  | 'rsa4096'
  | 'rsa-pss'
  | 'P-224'
  | 'P-256'
  | 'P-384'
  | 'P-521'
  | 'secp256k1'
  | 'brainpoolP256r1'
  | 'ed25519'
  | 'ed448';

export type HashName = 'md5' | 'sha1' | 'sha224' | 'sha256' | 'sha384' | 'sha512';

/** A certificate with its key, and what it takes to sign others with it. */
export interface Made {
  pem: string;
  der: Buffer;
  keyPem: string;
  key: KeyObject;
  /** DER of the subject. */
  subject: Buffer;
  keyId: Buffer;
}

/** One attribute of a name: kind of attribute, kind of text, text. */
export type NamePart = readonly [
  attribute: 'CN' | 'O' | 'OU' | 'C',
  kind: Parameters<typeof text>[0],
  value: string | Uint8Array
];

/** What a certificate is like. What is left out is a healthy server certificate or CA. */
export interface Form {
  /** Common name. */
  name: string;
  /** The whole subject instead. */
  subject?: readonly NamePart[];
  /** Null = it signs itself. */
  issuer?: Made | null;
  /** Name of the issuer as it is written, when it is not the issuer's own. */
  issuerName?: readonly NamePart[];
  ca?: boolean;
  names?: readonly string[];
  addresses?: readonly string[];
  /** Key of another certificate: a cross-signed or renewed CA. */
  keyOf?: Made;
  key?: KeyKind;
  hash?: HashName;
  /** RSA-PSS instead of PKCS #1. */
  pss?: boolean;
  version?: 1 | 3;
  /** Content bytes of the serial number. */
  serial?: Uint8Array;
  notBefore?: Date;
  notAfter?: Date;
  /** Extensions by name that replace the usual ones; null leaves one out, a name of its own adds one. */
  extensions?: Readonly<Record<string, Buffer | null>>;
  /** Bit of the signature that is turned over. */
  damaged?: boolean;
}

const ATTRIBUTES = { CN: '2.5.4.3', O: '2.5.4.10', OU: '2.5.4.11', C: '2.5.4.6' } as const;

function nameOf(parts: readonly NamePart[]): Buffer {
  return sequence(
    ...parts.map(([attribute, kind, value]) => set(sequence(oid(ATTRIBUTES[attribute]), text(kind, value))))
  );
}

function newKey(kind: KeyKind): KeyObject {
  switch (kind) {
    case 'rsa1024':
    case 'rsa2048':
    case 'rsa3072':
    case 'rsa4096':
      return generateKeyPairSync('rsa', { modulusLength: Number(kind.slice(3)) }).privateKey;
    case 'rsa-pss':
      return generateKeyPairSync('rsa-pss', { modulusLength: 2048 }).privateKey;
    case 'ed25519':
      return generateKeyPairSync('ed25519').privateKey;
    case 'ed448':
      return generateKeyPairSync('ed448').privateKey;
    default:
      return generateKeyPairSync('ec', { namedCurve: kind }).privateKey;
  }
}

const RSA: Readonly<Record<HashName, string>> = {
  md5: '1.2.840.113549.1.1.4',
  sha1: '1.2.840.113549.1.1.5',
  sha224: '1.2.840.113549.1.1.14',
  sha256: '1.2.840.113549.1.1.11',
  sha384: '1.2.840.113549.1.1.12',
  sha512: '1.2.840.113549.1.1.13'
};
const ECDSA: Readonly<Partial<Record<HashName, string>>> = {
  sha1: '1.2.840.10045.4.1',
  sha224: '1.2.840.10045.4.3.1',
  sha256: '1.2.840.10045.4.3.2',
  sha384: '1.2.840.10045.4.3.3',
  sha512: '1.2.840.10045.4.3.4'
};
const SHA256 = '2.16.840.1.101.3.4.2.1';

/** RSASSA-PSS with SHA-256 and a salt of 32 bytes (RFC 4055 3.1). */
function pssAlgorithm(): Buffer {
  const hash = sequence(oid(SHA256), nothing());
  const mask = sequence(oid('1.2.840.113549.1.1.8'), hash);
  const parameters = sequence(context(0, true, hash), context(1, true, mask), context(2, true, integer(32)));
  return sequence(oid('1.2.840.113549.1.1.10'), parameters);
}

function signing(key: KeyObject, hash: HashName, pss: boolean): { algorithm: Buffer; sign(data: Buffer): Buffer } {
  switch (key.asymmetricKeyType) {
    case 'ed25519':
      return { algorithm: sequence(oid('1.3.101.112')), sign: data => sign(null, data, key) };
    case 'ed448':
      return { algorithm: sequence(oid('1.3.101.113')), sign: data => sign(null, data, key) };
    case 'ec':
      return { algorithm: sequence(oid(ECDSA[hash] ?? '')), sign: data => sign(hash, data, key) };
    default:
      return pss || key.asymmetricKeyType === 'rsa-pss'
        ? {
            algorithm: pssAlgorithm(),
            sign: data => sign('sha256', data, { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 })
          }
        : { algorithm: sequence(oid(RSA[hash]), nothing()), sign: data => sign(hash, data, key) };
  }
}

/** The bytes as a block of text. */
export function toPem(der: Uint8Array, label = 'CERTIFICATE'): string {
  const lines = Buffer.from(der)
    .toString('base64')
    .replace(/.{64}(?=.)/g, '$&\n');
  return `-----BEGIN ${label}-----\n${lines}\n-----END ${label}-----\n`;
}

/** Makes a certificate, signed by its issuer or by itself. */
export function make(form: Form): Made {
  const { issuer = null, ca = false, version = 3, hash = 'sha256' } = form;
  const key = form.keyOf?.key ?? newKey(form.key ?? 'P-256');
  const spki = createPublicKey(key).export({ type: 'spki', format: 'der' });
  const keyId = createHash('sha1').update(spki).digest();
  const subject = nameOf(
    form.subject ?? [
      ['O', 'utf8', 'Demo Company'],
      ['CN', 'utf8', form.name]
    ]
  );
  const { algorithm, sign: signWith } = signing(issuer?.key ?? key, hash, form.pss ?? false);
  const usual: Record<string, Buffer> = {
    basicConstraints: ext.basicConstraints({ ca }),
    keyUsage: ext.keyUsage(ca ? ['keyCertSign', 'cRLSign', 'digitalSignature'] : ['digitalSignature']),
    ...(ca ? {} : { extendedKeyUsage: ext.extendedKeyUsage(['serverAuth']) }),
    ...(ca
      ? {}
      : {
          subjectAltName: ext.alternativeNames({
            dns: form.names ?? [form.name],
            ip: form.addresses ?? ['127.0.0.1', '::1']
          })
        }),
    subjectKeyId: ext.subjectKeyId(keyId),
    authorityKeyId: ext.authorityKeyId(issuer?.keyId ?? keyId)
  };
  const extensions = Object.values({ ...usual, ...form.extensions }).filter(item => item !== null);
  const tbs = sequence(
    ...(version === 1 ? [] : [context(0, true, integer(version - 1))]),
    integer(form.serial ?? Buffer.concat([Buffer.from([0x40]), randomBytes(15)])),
    algorithm,
    form.issuerName === undefined ? (issuer?.subject ?? subject) : nameOf(form.issuerName),
    sequence(time(form.notBefore ?? inDays(ca ? -30 : -7)), time(form.notAfter ?? inDays(ca ? 3650 : 365))),
    subject,
    spki,
    ...(version === 1 ? [] : [context(3, true, sequence(...extensions))])
  );
  const signature = signWith(tbs);
  if (form.damaged === true) {
    signature[signature.length - 1] = (signature.at(-1) as number) ^ 1;
  }
  const der = sequence(tbs, algorithm, bits(signature));
  return { pem: toPem(der), der, keyPem: key.export({ type: 'pkcs8', format: 'pem' }) as string, key, subject, keyId };
}

/** A PKCS #7 bundle of certificates alone (RFC 2315 9.1), as Windows and some CAs export it. */
export function pkcs7(...certificates: readonly Made[]): Buffer {
  const content = sequence(
    integer(1),
    set(),
    sequence(oid('1.2.840.113549.1.7.1')),
    element(0xa0, ...certificates.map(({ der }) => der)),
    set()
  );
  return sequence(oid('1.2.840.113549.1.7.2'), context(0, true, content));
}

/** An empty list of revoked certificates (RFC 5280 5.1), signed by its CA. */
export function revocationList(issuer: Made, label?: string): string {
  const { algorithm, sign: signWith } = signing(issuer.key, 'sha256', false);
  const tbs = sequence(integer(1), algorithm, issuer.subject, time(inDays(-1)), time(inDays(30)));
  return toPem(sequence(tbs, algorithm, bits(signWith(tbs))), label ?? 'X509 CRL');
}
