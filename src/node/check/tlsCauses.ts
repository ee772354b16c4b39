import {
  dateArg,
  fingerprintArg,
  hostArg,
  objectArg,
  objectsArg,
  pathArg,
  subjectArg,
  type SubjectArg
} from '../../common/args.ts';
import {
  draft,
  type Consumer,
  type ConsumerVerdict,
  type DraftOptions,
  type FindingDraft,
  type VariantOf
} from '../../common/finding.ts';
import type { FactMap } from '../facts.ts';
import type { Cause, CertificateFacts, TrustFacts } from '../x509/facts.ts';
import { certificateEvidence, type CertificateOrigin } from './crt.ts';
import { namespaceOf } from './namespace.ts';
import { programEvidence, ruleWords } from './programs.ts';

/** What the check `tls.chain` can raise. */
export const CHAIN_CODES = [
  'KR-CRT-006',
  'KR-CRT-007',
  'KR-CRT-011',
  'KR-CRT-019',
  'KR-TLS-002',
  'KR-TLS-003',
  'KR-TLS-004',
  'KR-TLS-005',
  'KR-TLS-014',
  'KR-TLS-017',
  'KR-TLS-021',
  'KR-TLS-022',
  'KR-TLS-023',
  'KR-TLS-024',
  'KR-TLS-025',
  'KR-TLS-029'
] as const;
export type ChainCode = (typeof CHAIN_CODES)[number];

export type Consumers = Partial<Record<Consumer, ConsumerVerdict>>;

/** Products that open encrypted connections, by words in the names of their CAs. */
const INSPECTION =
  /zscaler|netskope|fortinet|fortigate|blue ?coat|palo ?alto|forcepoint|websense|checkpoint|sophos|mcafee|cisco umbrella|kaspersky|untangle|squid|mitmproxy|charles proxy|barracuda/i;

/** Certificates that ingress controllers make for themselves at their start, for every name that they have none for. */
const EMERGENCY = /^(?:kubernetes ingress controller fake certificate|traefik default cert)$/i;

/** What the drafts of one registry share. */
export interface Scene {
  /** The registry as given. */
  host: string;
  trust: TrustFacts;
  environment: FactMap['environment'];
}

function byHash(trust: TrustFacts, sha256: string | null): CertificateFacts | undefined {
  return trust.certificates.find(certificate => certificate.sha256 === sha256);
}

/** Where a certificate was seen; one that the registry sends and the file holds as well is the registry's. */
export function originOf(trust: TrustFacts, { sha256 }: { sha256: string }): CertificateOrigin {
  const from = trust.tree.nodes.find(node => node.sha256 === sha256)?.from;
  return from === 'file' || from === 'system' ? from : 'registry';
}

function subjectOf(certificate: { subject: string } | undefined): SubjectArg {
  return subjectArg(certificate?.subject === '' ? '(no name)' : (certificate?.subject ?? '(unknown)'));
}

/**
 * Severity by whom it concerns: what neither the SDK nor the chosen builder refuses is a notice about other versions.
 */
export function severityFor(consumers: Consumers): { severity?: 'info' } {
  return consumers.sdk === undefined && consumers.builder === undefined ? { severity: 'info' } : {};
}

/** Consumers, severity and evidence that every finding about a cause carries. */
function options<C extends Parameters<typeof draft>[0]>(
  cause: Cause,
  trust: TrustFacts,
  certificate: CertificateFacts | undefined
): DraftOptions<C> {
  return {
    consumers: cause.consumers,
    ...severityFor(cause.consumers),
    evidence: [
      ...(certificate === undefined ? [] : (certificateEvidence(certificate, originOf(trust, certificate)) ?? [])),
      ...programEvidence(cause.profiles)
    ]
  };
}

/** Which of two CAs of one name is newer, where the dates show it. */
function renewal(theirs: number, yours: CertificateFacts, known: boolean): VariantOf<'KR-TLS-004'> | undefined {
  if (known ? theirs > yours.notBefore : theirs > yours.notAfter) {
    return 'newer';
  }
  return theirs < yours.notBefore ? 'older' : undefined;
}

function namesake(cause: Cause, { host, trust, environment }: Scene) {
  const yours = byHash(trust, cause.certificate);
  const named = (name: string): boolean => name === yours?.subjectName.canonical;
  // The CA's own certificate is known when the server sent it; else the date of what it signed has to do.
  const sent = trust.certificates.find(
    ({ subjectName, sha256, selfIssued }) =>
      selfIssued && named(subjectName.canonical) && !trust.mounted.includes(sha256)
  );
  const child = trust.certificates.find(({ issuerName, selfIssued }) => !selfIssued && named(issuerName.canonical));
  const theirs = sent?.notBefore ?? child?.notBefore ?? NaN;
  const keyIds = cause.consumers.builder === undefined && cause.profiles.every(name => name.startsWith('python'));
  const twice = trust.certificates.filter(({ subjectName }) => named(subjectName.canonical)).length > 1;
  const variant: VariantOf<'KR-TLS-004'> | undefined =
    yours === undefined
      ? undefined
      : keyIds
        ? twice
          ? 'order-in-file'
          : 'key-ids'
        : renewal(theirs, yours, sent !== undefined);
  return draft(
    'KR-TLS-004',
    host,
    {
      host: hostArg(host),
      subject: subjectOf(yours),
      path: pathArg(trust.caPath),
      theirs: dateArg(theirs),
      yours: dateArg(yours?.notBefore ?? NaN),
      namespace: namespaceOf(environment)
    },
    { ...options(cause, trust, yours), ...(variant === undefined ? {} : { variant }) }
  );
}

function otherCa(cause: Cause, { host, trust, environment }: Scene) {
  const last = byHash(trust, cause.certificate);
  const issuer = subjectArg(last?.issuer ?? '');
  // The file may hold several; what is best named is a CA that has nothing to do with the chain.
  const inFile = trust.tree.nodes.filter(({ from }) => from === 'file');
  const mounted = inFile.find(({ signedBy }) => signedBy === null) ?? inFile[0];
  const finding = draft(
    'KR-TLS-003',
    host,
    {
      host: hostArg(host),
      issuer,
      subject: mounted === undefined ? subjectArg('another CA') : subjectOf(mounted),
      path: pathArg(trust.caPath),
      namespace: namespaceOf(environment)
    },
    { ...options(cause, trust, last), ...(trust.onlyServers ? { variant: 'server' as const } : {}) }
  );
  return INSPECTION.test(last?.issuer ?? '')
    ? [
        draft(
          'KR-TLS-017',
          host,
          { host: hostArg(host), issuer },
          { consumers: cause.consumers, ...severityFor(cause.consumers) }
        ),
        finding
      ]
    : [finding];
}

/** A server that signs for itself: its own work, an ingress without a certificate, or a newer one than in the file. */
function selfSigned(cause: Cause, { host, trust, environment }: Scene) {
  const certificate = byHash(trust, cause.certificate);
  const variant = EMERGENCY.test(certificate?.commonName ?? '')
    ? 'emergency'
    : trust.mountedServers.some(sha256 => sha256 !== certificate?.sha256)
      ? 'replaced'
      : undefined;
  return draft(
    'KR-TLS-014',
    host,
    {
      host: hostArg(host),
      path: pathArg(trust.caPath),
      namespace: namespaceOf(environment),
      fingerprint: fingerprintArg(cause.certificate ?? '')
    },
    { ...options(cause, trust, certificate), ...(variant === undefined ? {} : { variant }) }
  );
}

function untrusted(cause: Cause, scene: Scene, variant?: VariantOf<'KR-TLS-002'>) {
  const { host, trust, environment } = scene;
  const leaf = trust.certificates[0];
  return draft(
    'KR-TLS-002',
    host,
    {
      host: hostArg(host),
      issuer: subjectArg(leaf?.issuer ?? ''),
      path: pathArg(trust.caPath),
      namespace: namespaceOf(environment)
    },
    { ...options(cause, trust, leaf), ...(variant === undefined ? {} : { variant }) }
  );
}

/** The CA stands in the file, but Go programs do not take it: a fault of the file, or of the certificate itself. */
function skipped(cause: Cause, scene: Scene) {
  const certificate = byHash(scene.trust, cause.certificate);
  const fault = certificate?.faults.find(({ kind }) => kind !== 'curve' && kind !== 'trailing-bytes');
  return fault === undefined || certificate === undefined
    ? untrusted(cause, scene, 'builder-skips')
    : unreadable(cause, scene, certificate, fault.kind);
}

function unreadable(cause: Cause, { host, trust }: Scene, certificate: CertificateFacts | undefined, rule: string) {
  const fault = certificate?.faults.find(({ kind }) => kind === rule);
  const what = rule === 'curve' && fault !== undefined ? objectArg(fault.what) : ruleWords(rule);
  return draft(
    'KR-TLS-022',
    host,
    { subject: subjectOf(certificate), what },
    { ...options(cause, trust, certificate), ...(rule === 'curve' ? { variant: 'key-type' as const } : {}) }
  );
}

function weakness(certificate: CertificateFacts | undefined, cause: Cause): string {
  if (cause.kind === 'weak-key') {
    return cause.what === ''
      ? `${certificate?.key.type.toUpperCase() ?? 'a'} key of ${certificate?.key.bits ?? 0} bits`
      : cause.what;
  }
  return `signature with ${(certificate?.signature.hash ?? '').toUpperCase().replace('SHA', 'SHA-')}`;
}

function forbidden(cause: Cause, { host, trust, environment }: Scene) {
  const certificate = byHash(trust, cause.certificate);
  const subject = subjectOf(certificate);
  const args = { host: hostArg(host), subject };
  if (cause.kind === 'not-a-ca' && cause.certificate !== null && trust.mounted.includes(cause.certificate)) {
    const file = { path: pathArg(trust.caPath), namespace: namespaceOf(environment), what: objectArg(cause.what) };
    return draft('KR-CRT-007', host, { ...args, ...file }, options(cause, trust, certificate));
  }
  const variant =
    cause.kind === 'purpose' || cause.kind === 'not-a-ca' || cause.kind === 'signature' ? cause.kind : undefined;
  const words: Partial<Record<Cause['kind'], string>> = {
    constraints: 'the names for which it may sign (name constraints)',
    'path-length': 'the number of CAs that may follow it (path length)',
    policies: 'the policies that it demands'
  };
  const what = words[cause.kind] ?? (cause.what === '' ? 'signature' : cause.what);
  return draft(
    'KR-TLS-024',
    host,
    { ...args, what: objectArg(what) },
    { ...options(cause, trust, certificate), ...(variant === undefined ? {} : { variant }) }
  );
}

/** Findings of one cause; causes about names and dates have checks of their own. */
export function findingsOf(cause: Cause, scene: Scene): FindingDraft<ChainCode>[] {
  const { host, trust, environment } = scene;
  const certificate = byHash(trust, cause.certificate);
  const file = { path: pathArg(trust.caPath), namespace: namespaceOf(environment) };
  const args = { host: hostArg(host), subject: subjectOf(certificate) };
  switch (cause.kind) {
    case 'no-ca-file':
      return [untrusted(cause, scene)];
    case 'file-not-loaded':
    case 'file-not-read':
    case 'rejected':
      return [untrusted(cause, scene, 'file-unusable')];
    case 'skipped-by-go':
      return [skipped(cause, scene)];
    case 'other-ca':
      return otherCa(cause, scene);
    case 'same-name-other-key':
      return [namesake(cause, scene)];
    case 'self-signed-not-mounted':
      return [selfSigned(cause, scene)];
    case 'intermediate-not-sent': {
      const leaf = trust.certificates[0];
      const last = byHash(trust, trust.path.at(-1) ?? null) ?? leaf;
      return [
        draft(
          'KR-TLS-005',
          host,
          { ...args, ...file, issuer: subjectArg(last?.issuer ?? '') },
          { ...options(cause, trust, last), ...(last === leaf ? {} : { variant: 'stops-early' }) }
        )
      ];
    }
    case 'leaf-mounted':
      return [
        draft(
          'KR-CRT-006',
          host,
          { ...file, host: args.host, issuer: subjectArg(certificate?.issuer ?? '') },
          options(cause, trust, certificate)
        )
      ];
    case 'only-intermediate-mounted':
      return [
        draft(
          'KR-CRT-011',
          host,
          { ...file, subject: args.subject, issuer: subjectArg(certificate?.issuer ?? '') },
          options(cause, trust, certificate)
        )
      ];
    case 'name-spelling':
      return [draft('KR-TLS-021', host, args, options(cause, trust, certificate))];
    case 'unreadable':
      return [unreadable(cause, scene, certificate, cause.what)];
    case 'key-type':
      return [
        draft(
          'KR-TLS-022',
          host,
          { subject: args.subject, what: objectArg(cause.what) },
          { ...options(cause, trust, certificate), variant: 'key-type' }
        )
      ];
    case 'weak-key':
    case 'weak-signature':
      return [
        draft(
          'KR-TLS-023',
          host,
          { subject: args.subject, what: objectArg(weakness(certificate, cause)) },
          options(cause, trust, certificate)
        )
      ];
    case 'unknown-algorithm':
      return [
        draft(
          'KR-TLS-023',
          host,
          { subject: args.subject, what: objectArg(cause.what) },
          { ...options(cause, trust, certificate), variant: 'unknown' }
        )
      ];
    case 'critical-extension':
      return [
        draft(
          'KR-TLS-025',
          host,
          { subject: args.subject, what: objectArg(cause.what) },
          options(cause, trust, certificate)
        )
      ];
    case 'constraints':
    case 'path-length':
    case 'policies':
    case 'purpose':
    case 'not-a-ca':
    case 'signature':
      return [forbidden(cause, scene)];
    case 'strict': {
      const severity = cause.consumers.sdk === 'fails' ? ({ severity: 'error' } as const) : {};
      return [
        draft(
          'KR-CRT-019',
          host,
          { subject: args.subject, what: objectsArg([cause.what]) },
          { ...options(cause, trust, certificate), ...severity }
        )
      ];
    }
    case 'expired':
    case 'not-yet-valid':
    case 'name':
      return [];
  }
}
