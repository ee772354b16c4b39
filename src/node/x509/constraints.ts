import type { CertificateFacts, Subtree } from './facts.ts';
import { addressBytes } from './generalName.ts';

/** Comparisons after which both give up and refuse (Go `maxConstraintComparisons`, OpenSSL `NAME_CHECK_MAX`). */
const MAX_COMPARISONS = 250_000;

/** A name that a certificate claims. */
interface Claim {
  kind: Subtree['kind'];
  value: string;
}

const lower = (text: string): string => text.toLowerCase();

/** `host` lies in the tree of `base`; a leading dot asks for at least one label more (Go; OpenSSL for DNS as well). */
function inDomain(host: string, base: string): boolean {
  const [name, tree] = [lower(host), lower(base)];
  return tree === '' || name === tree || (tree.startsWith('.') ? name.endsWith(tree) : name.endsWith(`.${tree}`));
}

function inNetwork(address: string, base: string): boolean {
  const bytes = addressBytes(address);
  const network = Buffer.from(base, 'hex');
  return (
    bytes !== null &&
    network.length === 2 * bytes.length &&
    bytes.every((byte, index) => {
      const mask = network[bytes.length + index] as number;
      return (byte & mask) === ((network[index] as number) & mask);
    })
  );
}

function hostOfUri(uri: string): string {
  const authority = /^[^:]+:\/\/([^/?#]*)/.exec(uri)?.[1] ?? '';
  return authority.slice(authority.lastIndexOf('@') + 1).replace(/:\d*$/, '');
}

function isWithin(claim: Claim, base: string): boolean {
  switch (claim.kind) {
    case 'dns':
      return inDomain(claim.value, base);
    case 'ip':
      return inNetwork(claim.value, base);
    case 'email': {
      const at = claim.value.lastIndexOf('@');
      return base.includes('@') ? lower(claim.value) === lower(base) : inDomain(claim.value.slice(at + 1), base);
    }
    case 'uri':
      return inDomain(hostOfUri(claim.value), base);
    case 'directory':
      // A subject lies in a tree when it begins with the tree's parts.
      return claim.value.slice(0, -1).startsWith(base.slice(0, -1));
    case 'other':
      return false;
  }
}

function claimsOf(certificate: CertificateFacts, kinds: readonly Subtree['kind'][]): Claim[] {
  const { names } = certificate;
  const claims: Claim[] = [
    ...(names?.dns ?? []).map((value): Claim => ({ kind: 'dns', value })),
    ...(names?.ip ?? []).map((value): Claim => ({ kind: 'ip', value })),
    ...(names?.email ?? []).map((value): Claim => ({ kind: 'email', value })),
    ...(names?.uri ?? []).map((value): Claim => ({ kind: 'uri', value })),
    ...(certificate.subjectName.empty ? [] : [{ kind: 'directory', value: certificate.subjectName.canonical } as const])
  ];
  return claims.filter(claim => kinds.includes(claim.kind));
}

/**
 * The first CA of a path whose name constraints the names below it break (RFC 5280 4.2.1.10), or null.
 *
 * @param path - leaf first, anchor last
 * @param family - Go does not know directory names; OpenSSL also holds a leaf's common name against DNS constraints
 *   when it has no alternative DNS name, and passes over self-issued CAs
 */
export function brokenConstraint(path: readonly CertificateFacts[], family: 'go' | 'python'): CertificateFacts | null {
  const kinds: readonly Subtree['kind'][] =
    family === 'go' ? ['dns', 'ip', 'email', 'uri'] : ['dns', 'ip', 'email', 'uri', 'directory'];
  for (const [index, ca] of path.entries()) {
    const constraints = index === 0 ? null : ca.nameConstraints;
    if (constraints === null) {
      continue;
    }
    for (const [below, certificate] of path.slice(0, index).entries()) {
      if (family === 'python' && below > 0 && certificate.selfIssued) {
        continue;
      }
      const claims = claimsOf(certificate, kinds);
      const named = certificate.commonName;
      if (
        family === 'python' &&
        below === 0 &&
        (certificate.names?.dns.length ?? 0) === 0 &&
        named !== null &&
        /^[\w.-]+\.[\w-]+$/.test(named)
      ) {
        claims.push({ kind: 'dns', value: named });
      }
      if (claims.length * (constraints.permitted.length + constraints.excluded.length) > MAX_COMPARISONS) {
        return ca;
      }
      const broken = claims.some(claim => {
        const permitted = constraints.permitted.filter(subtree => subtree.kind === claim.kind);
        const excluded = constraints.excluded.filter(subtree => subtree.kind === claim.kind);
        return (
          (permitted.length > 0 && !permitted.some(subtree => isWithin(claim, subtree.base))) ||
          excluded.some(subtree => isWithin(claim, subtree.base))
        );
      });
      if (broken) {
        return ca;
      }
    }
  }
  return null;
}
