import type { ConsumerVerdict } from '../../common/finding.ts';
import type {
  AlternativeNames,
  CaContentFacts,
  Cause,
  CauseKind,
  CertificateFacts,
  MissingTrust,
  NameCause,
  NameFacts,
  ProfileVerdict,
  Refusal,
  TrustFacts
} from './facts.ts';
import { canonicalAddress } from './generalName.ts';
import { PROFILES } from './profiles.ts';
import type { SignatureChecker } from './signature.ts';

/** What the search for causes looks at. */
export interface Evidence {
  chain: readonly CertificateFacts[];
  ca: CaContentFacts;
  system: readonly CertificateFacts[];
  signatures: SignatureChecker;
}

const MISSING: readonly Refusal['kind'][] = [
  'file-refused',
  'issuer-unknown',
  'self-signed',
  'root-not-mounted',
  'no-root'
];

/** Words that say nothing about whose CA it is. */
const COMMON_WORDS =
  /^(ca|cas|root|sub|subca|issuing|issuer|intermediate|signing|server|certificate|certification|certificates|authority|registry|docker|internal|private|tls|ssl|g?\d+|r\d+|v\d+)$/;

/** Words that mark the top of a hierarchy, and the places below it. */
const TOP = /\broot/i;
const BELOW = /issuing|issuer|intermediate|\bsub|signing|server/i;

/** Words of a name that tell whose it is: of its common name where that has any, else of the whole name. */
function ownWords({ commonNames, text }: NameFacts): Set<string> {
  const words = (value: string): string[] =>
    value
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter(word => word.length > 2 && !COMMON_WORDS.test(word));
  const named = words(commonNames.at(-1) ?? '');
  return new Set(named.length > 0 ? named : words(text.replace(/(^|, )[A-Za-z]+=/g, ' ')));
}

/**
 * Whether a CA of the file seems to stand above an issuer that was not sent. Without that issuer's certificate nothing
 * proves it; the signs are a word in common that is not a usual one, and names that say which of the two is the root.
 */
function seemsAbove(mounted: NameFacts, issuer: NameFacts): boolean {
  const words = ownWords(issuer);
  const related = [...ownWords(mounted)].some(word => words.has(word));
  return related && !TOP.test(issuer.text) && (TOP.test(mounted.text) || BELOW.test(issuer.text));
}

/** Why a chain leads nowhere for a program that could read the file; `at` is where its path ends. */
function whyMissing(
  at: CertificateFacts,
  leaf: CertificateFacts,
  family: 'python' | 'go',
  evidence: Evidence
): { kind: MissingTrust; certificate: CertificateFacts | null } {
  const { ca, signatures } = evidence;
  const mounted = ca.certificates;
  const issuers = mounted.filter(item => item.subjectName.canonical === at.issuerName.canonical);
  const signer = issuers.find(item => signatures.isSignedBy(at, item));
  if (ca.state === 'absent') {
    return { kind: 'no-ca-file', certificate: at };
  }
  if (ca.state !== 'read' || ca.certificates.length === 0) {
    return { kind: ca.state === 'read' ? 'file-not-loaded' : 'file-not-read', certificate: at };
  }
  const self = mounted.find(item => item.sha256 === at.sha256);
  const loads = family === 'go' ? ca.go.loads : ca.python.loads;
  const wanted = signer ?? (at.selfIssued ? self : undefined);
  if (wanted !== undefined && family === 'go') {
    const loaded = loads.some(index => ca.certificates[index]?.sha256 === wanted.sha256);
    return wanted.subjectName.raw === at.issuerName.raw || !loaded
      ? { kind: 'skipped-by-go', certificate: wanted }
      : { kind: 'name-spelling', certificate: wanted };
  }
  if (loads.length === 0) {
    return { kind: 'file-not-loaded', certificate: at };
  }
  if (mounted.some(item => item.sha256 === leaf.sha256)) {
    return { kind: 'leaf-mounted', certificate: leaf };
  }
  if (wanted !== undefined && !loads.some(index => ca.certificates[index]?.sha256 === wanted.sha256)) {
    return { kind: 'file-not-loaded', certificate: wanted };
  }
  if (wanted !== undefined) {
    // It signed, and yet its key identifiers point elsewhere: for OpenSSL it is another CA of that name.
    return { kind: 'same-name-other-key', certificate: wanted };
  }
  if (at.selfIssued) {
    const namesake = mounted.find(item => item.subjectName.canonical === at.subjectName.canonical);
    if (namesake !== undefined) {
      return { kind: 'same-name-other-key', certificate: namesake };
    }
    return { kind: at.sha256 === leaf.sha256 ? 'self-signed-not-mounted' : 'other-ca', certificate: at };
  }
  const [namesake] = issuers;
  if (namesake !== undefined) {
    return { kind: 'same-name-other-key', certificate: namesake };
  }
  const above = mounted.find(item => seemsAbove(item.subjectName, at.issuerName));
  if (above !== undefined) {
    return { kind: 'intermediate-not-sent', certificate: above };
  }
  return { kind: 'other-ca', certificate: at };
}

interface Group {
  kind: CauseKind;
  certificate: string | null;
  what: string;
  profiles: string[];
}

function causeOf(refused: Refusal, verdict: ProfileVerdict, evidence: Evidence): Omit<Group, 'profiles'> {
  const family = PROFILES.find(({ name }) => name === verdict.profile)?.family ?? 'python';
  const [leaf] = evidence.chain;
  const all = [...evidence.chain, ...evidence.ca.certificates, ...evidence.system];
  const certificate = all.find(({ sha256 }) => sha256 === refused.certificate);
  if (refused.kind === 'file-refused') {
    const unread = evidence.ca.state !== 'read';
    return { kind: unread ? 'file-not-read' : 'file-not-loaded', certificate: null, what: refused.what };
  }
  if (refused.kind === 'no-root') {
    return { kind: 'only-intermediate-mounted', certificate: refused.certificate, what: '' };
  }
  if (MISSING.includes(refused.kind) && certificate !== undefined && leaf !== undefined) {
    const why = whyMissing(certificate, leaf, family, evidence);
    return { kind: why.kind, certificate: why.certificate?.sha256 ?? null, what: '' };
  }
  if (
    refused.kind === 'signature' &&
    certificate !== undefined &&
    !certificate.faults.some(({ kind }) => kind === 'algorithms-differ')
  ) {
    const namesake = evidence.ca.certificates.find(
      item => item.subjectName.canonical === certificate.issuerName.canonical
    );
    if (namesake !== undefined) {
      return { kind: 'same-name-other-key', certificate: namesake.sha256, what: '' };
    }
  }
  return { kind: refused.kind as CauseKind, certificate: refused.certificate, what: refused.what };
}

/** Which consumers refuse because of it: all profiles that a consumer may be, or only some of them. */
export function consumersOf(profiles: readonly string[], judges: TrustFacts['judges']): Cause['consumers'] {
  const verdictOf = (names: readonly string[]): ConsumerVerdict | null => {
    const some = names.filter(name => profiles.includes(name)).length;
    return some === 0 ? null : some === names.length ? 'fails' : 'unknown';
  };
  const [sdk, builder] = [verdictOf(judges.sdk), verdictOf(judges.builder)];
  return { ...(sdk === null ? {} : { sdk }), ...(builder === null ? {} : { builder }) };
}

/**
 * Everything that stands between the programs and the registry, each once with the programs it concerns. Refusals are
 * per program; causes are what is true of chain and file.
 */
export function findCauses(
  verdicts: readonly ProfileVerdict[],
  evidence: Evidence,
  judges: TrustFacts['judges']
): Cause[] {
  const groups = new Map<string, Group>();
  for (const verdict of verdicts) {
    for (const refused of verdict.refusals) {
      const cause = causeOf(refused, verdict, evidence);
      const key = `${cause.kind} ${cause.certificate} ${cause.what}`;
      const group = groups.get(key) ?? { ...cause, profiles: [] };
      groups.set(key, group);
      if (!group.profiles.includes(verdict.profile)) {
        group.profiles.push(verdict.profile);
      }
    }
  }
  return [...groups.values()].map(group => ({ ...group, consumers: consumersOf(group.profiles, judges) }));
}

/** A name as somebody might have typed it into a certificate: without scheme, port, blanks and final dot. */
function plainName(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/[:/].*$/, '')
    .replace(/\.$/, '');
}

/** How the registry's name is missed by the programs that miss it. */
export function nameCause(host: string, leaf: CertificateFacts): NameCause {
  const address = canonicalAddress(host);
  const wanted = plainName(host);
  // Of lists that stand twice some programs read the one, some the other: what matters is the one that misses.
  const lists = [leaf.names, ...(leaf.repeated === null ? [] : [leaf.repeated.names])];
  const holds = (list: AlternativeNames | null): boolean =>
    address === null ? list?.dns.includes(wanted) === true : list?.ip.includes(address) === true;
  const { dns = [], ip = [] } = lists.find(list => !holds(list)) ?? leaf.names ?? {};
  if (address !== null) {
    return { kind: ip.length > 0 ? 'ip-other' : 'ip-without-ip-san' };
  }
  if (dns.some(name => plainName(name) === wanted)) {
    return { kind: 'spelling' };
  }
  const covers = (name: string): boolean => {
    const [first = '', ...rest] = plainName(name).split('.');
    const [label = '', ...others] = wanted.split('.');
    const [head = '', tail = ''] = first.split('*');
    return first.includes('*') && rest.join('.') === others.join('.') && label.startsWith(head) && label.endsWith(tail);
  };
  if (dns.some(covers)) {
    return { kind: 'wildcard' };
  }
  const named = leaf.subjectName.commonNames.some(name => plainName(name) === wanted || covers(name));
  return { kind: dns.length === 0 && named ? 'no-san' : 'other-name' };
}
