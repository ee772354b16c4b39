import type { Code } from '../../common/catalogue/index.ts';
import { dateArg, fingerprintArg, objectArg, objectsArg, pathArg, subjectArg } from '../../common/args.ts';
import { draft, type DraftOptions, type FindingDraft, type VariantOf } from '../../common/finding.ts';
import type { FactMap } from '../facts.ts';
import type { BlockFacts, CaContentFacts, CertificateFacts, FileFault } from '../x509/facts.ts';
import { strengthOf } from '../x509/key.ts';
import { unknownDemands } from '../x509/openssl.ts';
import { namespaceOf } from './namespace.ts';
import { check, pass, type CheckInput, type Judgement } from './types.ts';

/** What the check `crt.format` can raise. */
export const FORMAT_CODES = [
  'KR-CRT-001',
  'KR-CRT-002',
  'KR-CRT-003',
  'KR-CRT-004',
  'KR-CRT-005',
  'KR-CRT-013',
  'KR-CRT-015',
  'KR-CRT-016',
  'KR-CRT-017',
  'KR-CRT-020',
  'KR-CRT-021'
] as const;
export type FormatCode = (typeof FORMAT_CODES)[number];

/** What the check `crt.validity` can raise. */
export const VALIDITY_CODES = [
  'KR-CRT-008',
  'KR-CRT-009',
  'KR-CRT-010',
  'KR-CRT-012',
  'KR-CRT-014',
  'KR-CRT-018'
] as const;
export type ValidityCode = (typeof VALIDITY_CODES)[number];

/** Days before its end from which a CA is announced. */
const CA_SOON_DAYS = 30;
const DAY_MS = 86_400_000;
/** Files with more certificates are bundles: one of them that ends is no news. */
const BUNDLE = 5;
/** Most findings of one kind for one file. */
const MOST = 3;

type Facts = Pick<FactMap, 'ca.content' | 'environment'>;

/** Codes and variants of files from which no program takes a certificate. */
function fileFinding(
  fault: FileFault,
  content: CaContentFacts,
  args: { path: ReturnType<typeof pathArg>; namespace: ReturnType<typeof objectArg> }
) {
  const one = (variant?: VariantOf<'KR-CRT-001'>) =>
    draft('KR-CRT-001', content.path, args, variant === undefined ? {} : { variant });
  const five = (variant?: VariantOf<'KR-CRT-005'>) =>
    draft('KR-CRT-005', content.path, args, variant === undefined ? {} : { variant });
  switch (fault) {
    case 'der':
    case 'pkcs7':
    case 'pkcs12':
    case 'utf16':
    case 'html':
    case 'bare-base64':
    case 'blank':
    case 'path':
    case 'docker-config':
    case 'manifest':
    case 'java-keystore':
    case 'archive':
      return one(fault);
    case 'damaged-markers':
      return one('markers');
    case 'text':
      return one();
    case 'base64-of-pem':
      return draft('KR-CRT-004', content.path, args);
    case 'literal-newlines':
    case 'json-string':
      return five('literal-newlines');
    case 'one-line':
      return five();
    case 'old-mac':
    case 'indented':
    case 'quoted':
      return five(fault);
    case 'text-before-marker':
      return five('text-before');
    case 'other-blocks': {
      const found = objectsArg([...new Set(content.blocks.map(({ label }) => label))]);
      return draft('KR-CRT-015', content.path, { ...args, found });
    }
  }
}

function damagedVariant(block: BlockFacts): VariantOf<'KR-CRT-002'> | undefined {
  switch (block.fault) {
    case 'cut':
    case 'glued':
    case 'headers':
    case 'blank-lines':
    case 'pkcs7':
    case 'unreadable-name':
      return block.fault;
    default:
      return undefined;
  }
}

const isCertificateBlock = (block: BlockFacts): boolean =>
  block.label === 'CERTIFICATE' || block.label === 'X509 CERTIFICATE' || block.label === 'TRUSTED CERTIFICATE';

function blockFindings(
  content: CaContentFacts,
  args: { path: ReturnType<typeof pathArg>; namespace: ReturnType<typeof objectArg> }
) {
  const { blocks, path } = content;
  const findings = [];
  const damaged = blocks.find(block => block.fault !== null && block.fault !== 'not-seen');
  const good = blocks.filter(block => isCertificateBlock(block) && block.fault === null);
  if (damaged !== undefined) {
    const { number } = damaged;
    const variant = damagedVariant(damaged);
    findings.push(
      good.length > 0
        ? draft('KR-CRT-020', path, { ...args, number })
        : draft('KR-CRT-002', path, { ...args, number }, variant === undefined ? {} : { variant })
    );
  } else if (content.fault === null && blocks.some(block => isCertificateBlock(block) && block.fault === 'not-seen')) {
    findings.push(draft('KR-CRT-005', path, args, { variant: 'one-of-several' }));
  }
  const goTakes = new Set(content.go.loads.map(index => content.certificates[index]?.sha256));
  for (const block of good.slice(0, 100)) {
    const certificate = block.certificate === null ? undefined : content.certificates[block.certificate];
    if (certificate === undefined) {
      continue;
    }
    if (block.certificate !== null && content.settings[block.certificate] === 'rejected') {
      // Also what Go passes over: the same step mends both.
      const evidence = certificateEvidence(certificate);
      findings.push(draft('KR-CRT-021', path, { ...args, subject: subjectArg(certificate.subject) }, { evidence }));
    } else if (!goTakes.has(certificate.sha256)) {
      const variant =
        block.label !== 'CERTIFICATE' ? undefined : block.bom ? 'bom' : block.trailing ? 'trailing' : undefined;
      findings.push(
        draft(
          'KR-CRT-017',
          path,
          { ...args, number: block.number, label: objectArg(block.label) },
          { evidence: certificateEvidence(certificate), ...(variant === undefined ? {} : { variant }) }
        )
      );
    }
  }
  return findings.slice(0, MOST);
}

/** Where a certificate was seen. */
export type CertificateOrigin = 'file' | 'registry' | 'system';

const ORIGINS: Readonly<Record<CertificateOrigin, string>> = {
  file: 'Certificate in your CA file',
  registry: 'Certificate from the registry',
  system: 'Certificate of this system'
};

/**
 * What identifies a certificate, for people.
 *
 * @param from - where it was seen: a SHA-256 is compared with one that was told, so it has to be clear whose it is
 */
export function certificateEvidence(
  certificate: CertificateFacts,
  from: CertificateOrigin = 'file'
): NonNullable<DraftOptions<Code>['evidence']> {
  return [
    { label: ORIGINS[from], value: subjectArg(certificate.subject) },
    { label: 'Issuer', value: subjectArg(certificate.issuer) },
    { label: 'Valid from', value: dateArg(certificate.notBefore) },
    { label: 'Valid until', value: dateArg(certificate.notAfter) },
    { label: 'SHA-256', value: fingerprintArg(certificate.sha256) }
  ];
}

function argsOf({ 'ca.content': content, environment }: Facts): {
  path: ReturnType<typeof pathArg>;
  namespace: ReturnType<typeof objectArg>;
} {
  return { path: pathArg(content.path), namespace: namespaceOf(environment) };
}

/**
 * Whether programs can take certificates from the file at all. Who fails for it depends on the registry (a publicly
 * trusted one needs no file), so consumers stand with the certificate's finding.
 */
function judgeFormat({ facts }: CheckInput<keyof Facts>): Judgement<FormatCode> {
  const { 'ca.content': content } = facts;
  if (content.state !== 'read' || content.size === 0) {
    return pass('nothing to read');
  }
  const args = argsOf(facts);
  const findings = [];
  if (content.fault !== null) {
    findings.push(fileFinding(content.fault, content, args));
  } else {
    findings.push(...blockFindings(content, args));
  }
  if (content.hasPrivateKey) {
    findings.unshift(draft('KR-CRT-003', content.path, args));
  }
  if (content.lineEnds === 'crlf' && content.fault === null) {
    findings.push(draft('KR-CRT-016', content.path, { path: args.path }));
  }
  const count = new Set(content.certificates.map(({ sha256 }) => sha256)).size;
  if (count > 1 && content.python.refuses === null) {
    findings.push(draft('KR-CRT-013', content.path, { path: args.path, count }));
  }
  return {
    findings,
    summary: count === 1 ? { text: 'one certificate', args: {} } : { text: '{count} certificates', args: { count } }
  };
}

/** Certificates that some program takes from the file, each once. */
function taken(content: CaContentFacts): CertificateFacts[] {
  const indexes = new Set([...content.python.loads, ...content.go.loads]);
  const seen = new Set<string>();
  return content.certificates.filter(
    ({ sha256 }, index) => indexes.has(index) && !seen.has(sha256) && seen.add(sha256)
  );
}

/** A server's certificate that vouches for itself, and no CA. */
function isServer({ selfIssued, isCa, names }: CertificateFacts): boolean {
  return selfIssued && !isCa && names !== null;
}

function dateFindings(
  content: CaContentFacts,
  certificates: readonly CertificateFacts[],
  at: number,
  args: ReturnType<typeof argsOf>
) {
  const findings = [];
  const isCurrent = ({ notBefore, notAfter }: CertificateFacts): boolean => at >= notBefore && at <= notAfter;
  const others = certificates.some(isCurrent);
  for (const certificate of certificates) {
    const { notBefore, notAfter } = certificate;
    const replaced = certificates.some(
      other =>
        other !== certificate &&
        other.subjectName.canonical === certificate.subjectName.canonical &&
        isCurrent(other) &&
        other.notAfter > notAfter
    );
    const subject = subjectArg(certificate.subject);
    const evidence = certificateEvidence(certificate);
    if (replaced) {
      continue;
    }
    if (at > notAfter) {
      findings.push(
        draft(
          'KR-CRT-008',
          content.path,
          { ...args, subject, date: dateArg(notAfter) },
          { evidence, ...(others ? { variant: 'one-of-several' } : isServer(certificate) ? { variant: 'server' } : {}) }
        )
      );
    } else if (at < notBefore) {
      // Beside a CA that is in use, one for later is foresight.
      if (!others) {
        findings.push(draft('KR-CRT-009', content.path, { ...args, subject, date: dateArg(notBefore) }, { evidence }));
      }
    } else if (notAfter - at < CA_SOON_DAYS * DAY_MS && certificates.length <= BUNDLE) {
      const days = Math.floor((notAfter - at) / DAY_MS);
      findings.push(
        draft('KR-CRT-010', content.path, { ...args, subject, date: dateArg(notAfter), days }, { evidence })
      );
    }
  }
  return findings.slice(0, MOST);
}

/** Kind of key that Go programs do not know. */
function foreignCurve({ faults, key }: CertificateFacts): string | null {
  return faults.find(({ kind }) => kind === 'curve')?.what ?? (key.type === 'ed448' ? 'Ed448' : null);
}

function isShort(key: CertificateFacts['key']): boolean {
  return key.bits > 0 && strengthOf(key) < 112;
}

function isWeak(certificate: CertificateFacts): boolean {
  return foreignCurve(certificate) !== null || isShort(certificate.key) || unknownDemands(certificate).length > 0;
}

/** What is wrong with the certificates of the file, whatever the registry. */
function judgeValidity({ facts, at }: CheckInput<keyof Facts>) {
  const { 'ca.content': content } = facts;
  const certificates = taken(content);
  if (certificates.length === 0) {
    return pass('no certificate to judge');
  }
  const args = argsOf(facts);
  const findings: FindingDraft<ValidityCode>[] = dateFindings(content, certificates, at, args);
  const { path } = args;
  // One among others may be there for another registry; where it is the one that counts, the certificate's check says so.
  const among = certificates.some(one => !isWeak(one) && at >= one.notBefore && at <= one.notAfter);
  const options = among ? ({ severity: 'info' } as const) : {};
  for (const certificate of certificates) {
    const subject = subjectArg(certificate.subject);
    const evidence = certificateEvidence(certificate);
    const { key } = certificate;
    const curve = foreignCurve(certificate);
    if (curve !== null) {
      const what = objectArg(curve);
      findings.push(draft('KR-CRT-018', content.path, { path, subject, what }, { evidence, ...options }));
    } else if (isShort(key)) {
      findings.push(draft('KR-CRT-012', content.path, { path, subject, bits: key.bits }, { evidence, ...options }));
    }
    const [unknown] = unknownDemands(certificate);
    if (unknown !== undefined) {
      const what = objectArg(unknown);
      findings.push(draft('KR-CRT-014', content.path, { path, subject, what }, { evidence, ...options }));
    }
  }
  const until = Math.min(...certificates.map(({ notAfter }) => notAfter));
  return {
    findings: findings.slice(0, 2 * MOST),
    ...(Number.isNaN(until) ? {} : { summary: { text: 'valid until {date}', args: { date: dateArg(until) } } })
  };
}

/** Checks of the CA file's content. */
export const crtChecks = [
  check({
    id: 'crt.format',
    judges: 'ca.content',
    needs: ['ca.content', 'environment'],
    emits: FORMAT_CODES,
    run: judgeFormat
  }),
  check({
    id: 'crt.validity',
    judges: 'ca.content',
    needs: ['ca.content', 'environment'],
    emits: VALIDITY_CODES,
    run: judgeValidity
  })
];
