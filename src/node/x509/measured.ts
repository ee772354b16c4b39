/** Measured cases for the tests of this folder and of the checks: certificates, CA files, what each program did. */
import { readFileSync } from 'node:fs';
import { noCaContent, readCaContent } from './caContent.ts';
import { readCertificate } from './certificate.ts';
import type { CaContentFacts, CertificateFacts, TrustFacts } from './facts.ts';
import { analyseTrust } from './trust.ts';

export interface Measured {
  name: string;
  host: string;
  validAt: string;
  /** Base64 of the file's bytes; null = no file. */
  caFile: string | null;
  /** PEM, in the order sent. */
  servedChain: string;
  expected: Record<'sdk' | 'builder' | 'nodes', 'ok' | 'fails' | 'depends'>;
  verdicts: Record<string, { ok: boolean; error?: string }>;
}

export const measured: readonly Measured[] = readFileSync(
  new URL('../../../tests/fixtures/certificates.jsonl', import.meta.url),
  'utf8'
)
  .trimEnd()
  .split('\n')
  .map(line => JSON.parse(line) as Measured);

/** The case of that name. */
export function caseOf(name: string): Measured {
  const found = measured.find(row => row.name === name);
  if (found === undefined) {
    throw new Error(`no case ${name}`);
  }
  return found;
}

/** Bytes of the certificates of a PEM text. */
export function dersOf(pem: string): Buffer[] {
  return [...pem.matchAll(/-----BEGIN CERTIFICATE-----([^-]+)-----END/g)].map(([, body = '']) =>
    Buffer.from(body, 'base64')
  );
}

/** Certificates of a PEM text, all of which can be read. */
export function certificatesOf(pem: string): CertificateFacts[] {
  return dersOf(pem).map(der => {
    const certificate = readCertificate(der);
    if ('fault' in certificate) {
      throw new Error(certificate.fault);
    }
    return certificate;
  });
}

/** The bytes of the case's CA file. */
export function caBytesOf(row: Measured): Buffer {
  return Buffer.from(row.caFile ?? '', 'base64');
}

/** Content of the case's CA file. */
export function caOf(row: Measured): CaContentFacts {
  const path = '/home/kubeflow/.tls/certificate.crt';
  return row.caFile === '(a folder)'
    ? noCaContent(path, 'folder')
    : row.caFile === null
      ? noCaContent(path, 'absent')
      : readCaContent(caBytesOf(row), path);
}

/** Analysis of a case without any system CA, with parts replaced. */
export function trustOf(
  name: string,
  changes: Partial<{
    ca: CaContentFacts;
    at: number;
    host: string;
    builder: string;
    chain: CertificateFacts[];
    roots: CertificateFacts[];
  }> = {}
): TrustFacts {
  const row = caseOf(name);
  return analyseTrust({
    chain: changes.chain ?? certificatesOf(row.servedChain),
    caContent: changes.ca ?? caOf(row),
    host: changes.host ?? row.host,
    at: changes.at ?? Date.parse(row.validAt),
    builder: changes.builder ?? 'kaniko-1.3.0',
    systemRoots: () => changes.roots ?? []
  });
}
