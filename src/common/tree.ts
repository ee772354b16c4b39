import type { RegistryReport, TreeCertificate } from './report.ts';

/** One line of the drawn tree. */
export interface TreeRow {
  /** 0 for what nothing above signed. */
  depth: number;
  /** Null for the issuer of what follows, which was neither sent nor is in the CA file. */
  certificate: TreeCertificate | null;
  /** Name of the missing issuer; empty for a certificate. */
  missing: string;
}

/** Where a certificate stands, in words; also true of a chain that was given in place of the one that is sent. */
export const ORIGIN_WORDS: Readonly<Record<TreeCertificate['from'], string>> = {
  sent: "in the registry's chain",
  file: 'in your CA file',
  'sent-and-file': "in the registry's chain and in your CA file",
  system: 'known to every system'
};

/** Levels that are drawn: a chain that is deeper is no chain of a registry. */
const MOST_LEVELS = 12;

/**
 * Lays the certificates out: each below the one that signed it. What nothing there signed stands at the top, below the
 * name of its missing issuer where it has one.
 */
export function treeRows({ certificates }: NonNullable<RegistryReport['tree']>): TreeRow[] {
  const rows: TreeRow[] = [];
  const drawn = new Set<number>();
  const draw = (index: number, depth: number): void => {
    const certificate = certificates[index];
    if (certificate === undefined || drawn.has(index) || depth > MOST_LEVELS) {
      return;
    }
    drawn.add(index);
    rows.push({ depth, certificate, missing: '' });
    certificates.forEach((child, at) => {
      if (child.signedBy === index) {
        draw(at, depth + 1);
      }
    });
  };
  const drawTop = (index: number): void => {
    const certificate = certificates[index];
    if (certificate === undefined || drawn.has(index)) {
      return;
    }
    const hasIssuer = certificate.selfSigned || certificate.signedBy !== null || certificate.issuer === '';
    if (!hasIssuer) {
      rows.push({ depth: 0, certificate: null, missing: certificate.issuer });
    }
    draw(index, hasIssuer ? 0 : 1);
  };
  const tops = certificates.flatMap((item, index) => (item.signedBy === null ? [index] : []));
  // What belongs to the registry's own certificate comes first.
  const first = topOf(certificates, 0);
  [first, ...tops, ...certificates.keys()].forEach(drawTop);
  return rows;
}

function topOf(certificates: readonly TreeCertificate[], start: number): number {
  let at = start;
  for (let steps = 0; steps < MOST_LEVELS; steps += 1) {
    const next = certificates[at]?.signedBy ?? null;
    if (next === null) {
      break;
    }
    at = next;
  }
  return at;
}
