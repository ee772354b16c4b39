import { constants, createPublicKey, verify, type KeyObject } from 'node:crypto';
import { partOf } from './certificate.ts';
import type { CertificateFacts } from './facts.ts';

/** Which keys can make which signatures. */
const KEYS: Readonly<Record<CertificateFacts['signature']['scheme'], readonly string[]>> = {
  rsa: ['rsa'],
  'rsa-pss': ['rsa', 'rsa-pss'],
  ecdsa: ['ec'],
  ed25519: ['ed25519'],
  ed448: ['ed448'],
  other: []
};

/** Whether the parent's kind of key can make the child's kind of signature. */
export function fitsKey(child: CertificateFacts, parent: CertificateFacts): boolean {
  return KEYS[child.signature.scheme].includes(parent.key.type);
}

/**
 * Checks signatures of certificates with Node's own arithmetic, each pair once. `createPublicKey` is safe with every
 * curve; what is not is `getPeerCertificate` and `toLegacyObject`, which nothing here calls.
 */
export class SignatureChecker {
  readonly #results = new Map<string, boolean>();
  readonly #keys = new Map<string, KeyObject | null>();

  /** Whether the parent's key made the child's signature. False also for algorithms that cannot be checked. */
  isSignedBy(child: CertificateFacts, parent: CertificateFacts): boolean {
    const pair = `${child.sha256} ${parent.sha256}`;
    let result = this.#results.get(pair);
    if (result === undefined) {
      result = fitsKey(child, parent) && this.#verify(child, parent);
      this.#results.set(pair, result);
    }
    return result;
  }

  #verify(child: CertificateFacts, parent: CertificateFacts): boolean {
    const key = this.#key(parent);
    const { scheme, hash, salt } = child.signature;
    if (key === null) {
      return false;
    }
    const padding =
      scheme === 'rsa'
        ? { padding: constants.RSA_PKCS1_PADDING }
        : scheme === 'rsa-pss'
          ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: salt }
          : {};
    try {
      return verify(hash, partOf(child, 'tbs'), { key, ...padding }, partOf(child, 'signature'));
    } catch {
      // OpenSSL refuses the key or the combination: not signed by it, whatever the reason.
      return false;
    }
  }

  #key(certificate: CertificateFacts): KeyObject | null {
    const known = this.#keys.get(certificate.sha256);
    if (known !== undefined) {
      return known;
    }
    let key: KeyObject | null = null;
    try {
      key = createPublicKey({ key: partOf(certificate, 'spki'), format: 'der', type: 'spki' });
    } catch {
      // A key that OpenSSL cannot hold signs nothing here.
    }
    this.#keys.set(certificate.sha256, key);
    return key;
  }
}
