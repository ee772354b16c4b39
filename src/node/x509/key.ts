import { oidOf, readDer, TAG, DerError, type DerNode } from './asn1.ts';
import type { FaultFacts, KeyFacts } from './facts.ts';

/** Named curves: bits, and whether Go's `namedCurveFromOID` knows them. Only these four have a NIST name in Node's TLS. */
const CURVES: Readonly<Record<string, { name: string; bits: number; nist: boolean }>> = {
  '1.3.132.0.33': { name: 'P-224', bits: 224, nist: true },
  '1.2.840.10045.3.1.7': { name: 'P-256', bits: 256, nist: true },
  '1.3.132.0.34': { name: 'P-384', bits: 384, nist: true },
  '1.3.132.0.35': { name: 'P-521', bits: 521, nist: true },
  '1.2.840.10045.3.1.1': { name: 'P-192', bits: 192, nist: false },
  '1.3.132.0.10': { name: 'secp256k1', bits: 256, nist: false },
  '1.3.36.3.3.2.8.1.1.7': { name: 'brainpoolP256r1', bits: 256, nist: false },
  '1.3.36.3.3.2.8.1.1.11': { name: 'brainpoolP384r1', bits: 384, nist: false },
  '1.3.36.3.3.2.8.1.1.13': { name: 'brainpoolP512r1', bits: 512, nist: false }
};

const TYPES: Readonly<Record<string, KeyFacts['type']>> = {
  '1.2.840.113549.1.1.1': 'rsa',
  '1.2.840.113549.1.1.10': 'rsa-pss',
  '1.2.840.10045.2.1': 'ec',
  '1.3.101.112': 'ed25519',
  '1.3.101.113': 'ed448',
  '1.2.840.10040.4.1': 'dsa'
};

/** Names of curves that Go reads and that do not kill Node. */
export const NIST_CURVES: readonly string[] = Object.values(CURVES)
  .filter(curve => curve.nist)
  .map(curve => curve.name);

/**
 * Reads a SubjectPublicKeyInfo (RFC 5280 4.1.2.7).
 *
 * @param faults - gets what Go refuses: curves it does not know, keys out of form
 * @returns null when it is none
 */
export function readKey(spki: DerNode, faults: FaultFacts[]): KeyFacts | null {
  const [algorithm, bits] = spki.children;
  const oid = oidOf(algorithm?.children[0]);
  if (oid === '' || bits?.tag !== TAG.bitString || bits.content.length < 2) {
    return null;
  }
  const type = TYPES[oid] ?? 'other';
  const parameters = algorithm?.children[1];
  const material = bits.content.subarray(1);
  switch (type) {
    case 'rsa':
    case 'rsa-pss': {
      const length = modulusBits(material);
      if (length === 0 || (type === 'rsa' && parameters?.tag !== TAG.null)) {
        faults.push({ kind: 'key', what: 'RSA' });
      }
      return { type, bits: length, curve: null };
    }
    case 'ec': {
      const named = oidOf(parameters);
      const curve = CURVES[named];
      if (curve?.nist !== true) {
        faults.push({ kind: 'curve', what: curve?.name ?? (named === '' ? 'explicit parameters' : named) });
      } else if (material[0] !== 4 || material.length !== 1 + 2 * Math.ceil(curve.bits / 8)) {
        faults.push({ kind: 'key', what: curve.name });
      }
      return { type, bits: curve?.bits ?? 0, curve: curve?.name ?? (named === '' ? 'explicit' : named) };
    }
    case 'ed25519':
    case 'ed448':
      return { type, bits: 8 * material.length, curve: null };
    default:
      return { type, bits: 0, curve: null };
  }
}

function modulusBits(material: Uint8Array): number {
  try {
    const modulus = readDer(material).children[0];
    if (modulus?.tag !== TAG.integer) {
      return 0;
    }
    const first = modulus.content.findIndex(byte => byte !== 0);
    return first < 0 ? 0 : 8 * (modulus.content.length - first) - Math.clz32(modulus.content[first] as number) + 24;
  } catch (error) {
    if (error instanceof DerError) {
      return 0;
    }
    throw error;
  }
}

/**
 * Whether Node 24 survives a verified connection with this key: `getPeerCertificate` asks OpenSSL for the NIST name of
 * the curve, which is no name at all for the others, and ends the process.
 */
export function isSafeForNode(key: KeyFacts): boolean {
  return key.type !== 'ec' || (key.curve !== null && NIST_CURVES.includes(key.curve));
}

/** RSA's strength in bits as OpenSSL computes it (`ossl_ifc_ffc_compute_security_bits`, NIST SP 800-56B appendix D). */
function rsaStrength(bits: number): number {
  if (bits < 8) {
    return 0;
  }
  const x = bits * Math.LN2;
  const strength = (1.923 * Math.cbrt(x * Math.log(x) ** 2) - 4.69) / Math.LN2;
  return Math.floor((Math.floor(strength) + 4) / 8) * 8;
}

/** Strength of a key in bits, as OpenSSL's security levels count it. */
export function strengthOf(key: KeyFacts): number {
  switch (key.type) {
    case 'rsa':
    case 'rsa-pss':
      return key.bits >= 2048 ? 112 : Math.min(rsaStrength(key.bits), 112);
    case 'ec':
      return Math.floor(key.bits / 2);
    case 'ed25519':
      return 128;
    case 'ed448':
      return 224;
    default:
      return 0;
  }
}
