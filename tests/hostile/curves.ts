import type { TlsOptions } from 'node:tls';
import { make, type KeyKind, type Made } from '../gauntlet/pki/make.ts';

/** A server and a CA file, in one of which is a key whose curve has no NIST name. */
interface Served {
  chain: string;
  key: string;
  ca: string;
  terms: TlsOptions;
}

const CURVES = ['secp256k1', 'brainpoolP256r1'] as const satisfies readonly KeyKind[];

const leaf = (issuer: Made | null, key: KeyKind = 'P-256'): Made =>
  make({ name: 'registry.test', names: ['registry.test'], issuer, key });
const ca = (key: KeyKind, issuer: Made | null = null): Made => make({ name: `CA on ${key}`, ca: true, key, issuer });

function served(own: Made, sent: readonly Made[], mounted: readonly Made[], terms: TlsOptions = {}): Served {
  const pem = (made: readonly Made[]): string => made.map(item => item.pem).join('');
  return { chain: pem([own, ...sent]), key: own.keyPem, ca: pem(mounted), terms };
}

export const curves: Readonly<Record<string, Served>> = Object.fromEntries(
  CURVES.flatMap(curve => {
    const [root, usual] = [ca(curve), ca('P-256')];
    const [intermediate, self, own] = [ca(curve, usual), leaf(null, curve), leaf(usual, curve)];
    const old: TlsOptions = { maxVersion: 'TLSv1.2', ecdhCurve: `${curve}:P-256`, ciphers: 'ALL:@SECLEVEL=0' };
    return [
      [`${curve}: mounted, and it signed the registry's`, served(leaf(root), [], [root])],
      [`${curve}: mounted and sent`, served(leaf(root), [root], [root])],
      [`${curve}: between the registry's and the mounted CA`, served(leaf(intermediate), [intermediate], [usual])],
      [`${curve}: mounted beside the right CA`, served(leaf(usual), [], [root, usual])],
      [`${curve}: of the registry itself`, served(own, [], [usual], old)],
      [`${curve}: of the registry itself, which is mounted`, served(self, [], [self], old)]
    ] satisfies [string, Served][];
  })
);
