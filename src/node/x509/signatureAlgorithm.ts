import { oidOf, smallInteger, type DerNode } from './asn1.ts';
import type { SignatureFacts } from './facts.ts';

type Known = Pick<SignatureFacts, 'scheme' | 'hash'>;

const ALGORITHMS: Readonly<Record<string, Known>> = {
  '1.2.840.113549.1.1.4': { scheme: 'rsa', hash: 'md5' },
  '1.2.840.113549.1.1.5': { scheme: 'rsa', hash: 'sha1' },
  '1.3.14.3.2.29': { scheme: 'rsa', hash: 'sha1' },
  '1.2.840.113549.1.1.14': { scheme: 'rsa', hash: 'sha224' },
  '1.2.840.113549.1.1.11': { scheme: 'rsa', hash: 'sha256' },
  '1.2.840.113549.1.1.12': { scheme: 'rsa', hash: 'sha384' },
  '1.2.840.113549.1.1.13': { scheme: 'rsa', hash: 'sha512' },
  '1.2.840.10045.4.1': { scheme: 'ecdsa', hash: 'sha1' },
  '1.2.840.10045.4.3.1': { scheme: 'ecdsa', hash: 'sha224' },
  '1.2.840.10045.4.3.2': { scheme: 'ecdsa', hash: 'sha256' },
  '1.2.840.10045.4.3.3': { scheme: 'ecdsa', hash: 'sha384' },
  '1.2.840.10045.4.3.4': { scheme: 'ecdsa', hash: 'sha512' },
  '1.3.101.112': { scheme: 'ed25519', hash: null },
  '1.3.101.113': { scheme: 'ed448', hash: null }
};

const PSS = '1.2.840.113549.1.1.10';

const HASHES: Readonly<Record<string, SignatureFacts['hash']>> = {
  '1.2.840.113549.2.5': 'md5',
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.4': 'sha224',
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512'
};

/** Reads an AlgorithmIdentifier of a signature; the parameters of RSA-PSS by RFC 4055 3.1. Null when it is none. */
export function readSignature(node: DerNode | undefined): SignatureFacts | null {
  const oid = oidOf(node?.children[0]);
  if (oid === '') {
    return null;
  }
  if (oid !== PSS) {
    return { oid, salt: 0, ...(ALGORITHMS[oid] ?? { scheme: 'other', hash: null }) };
  }
  const parameters = node?.children[1]?.children ?? [];
  const hash = parameters.find(part => part.tag === 0xa0)?.children[0]?.children[0];
  const salt = parameters.find(part => part.tag === 0xa2)?.children[0];
  return {
    oid,
    scheme: 'rsa-pss',
    hash: hash === undefined ? 'sha1' : (HASHES[oidOf(hash)] ?? null),
    salt: salt === undefined ? 20 : (smallInteger(salt.content) ?? 20)
  };
}
