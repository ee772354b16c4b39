import type { ConsumerVerdict } from '../../common/finding.ts';
import { collector } from '../collect/types.ts';
import type { PythonFacts } from '../witness/facts.ts';
import { findCauses, nameCause } from './causes.ts';
import { noCaContent } from './caContent.ts';
import type { CaContentFacts, CertificateFacts, ProfileVerdict, TrustFacts } from './facts.ts';
import { judgeAsPython } from './openssl.ts';
import { builderProfiles, PROFILES, PYTHON_PROFILES, pythonProfiles, type PythonProfile } from './profiles.ts';
import { bundledRoots, givenRoots, type SystemRoots } from './roots.ts';
import { SignatureChecker } from './signature.ts';
import { certificateTree } from './tree.ts';
import { judgeAll } from './verify.ts';

/** What is to be analysed. */
export interface TrustQuestion {
  /** As sent, leaf first. */
  chain: readonly CertificateFacts[];
  /** Content of the CA file; null = there is none. */
  caContent: CaContentFacts | null;
  /** Name or address without brackets and port. */
  host: string;
  /** Judge dates at this time, milliseconds since 1970. */
  at: number;
  /** Name of the builder, for example `kaniko-1.3.0`. */
  builder: string;
  /** Profiles among which the notebook's Python is; without them every known one. */
  sdkProfiles?: readonly string[];
  systemRoots?: SystemRoots;
  /** Positions of certificates that were sent and could not be read. */
  unread?: readonly number[];
  /** Certificates were sent that could not be read, or more than are read. */
  chainIncomplete?: boolean;
}

/** The verdict that all profiles share, else `unknown`. */
function shared(verdicts: readonly ProfileVerdict[], names: readonly string[]): ConsumerVerdict {
  const own = new Set(verdicts.filter(({ profile }) => names.includes(profile)).map(({ verdict }) => verdict));
  const [only] = own;
  return own.size === 1 && only !== undefined ? only : 'unknown';
}

/** Whether a chain leads to a CA that the system knows, whatever else is wrong with it. */
function leadsToSystem(
  question: Omit<TrustQuestion, 'caContent' | 'builder'>,
  system: readonly CertificateFacts[],
  signatures: SignatureChecker
): boolean {
  const lenient = PROFILES.find((profile): profile is PythonProfile => profile.family === 'python' && !profile.strict);
  if (lenient === undefined || system.length === 0 || question.chain.length === 0) {
    return false;
  }
  const { refusals } = judgeAsPython({ ...question, trusted: system, settings: new Map(), signatures }, lenient);
  return !refusals.some(({ kind }) =>
    ['issuer-unknown', 'self-signed', 'root-not-mounted', 'no-root', 'signature', 'not-a-ca', 'unreadable'].includes(
      kind
    )
  );
}

/**
 * Judges a chain and a name for every program by its own rules, and says what stands in the way (design 6.4).
 * No verdict comes from Node's or the ASN.1 library's own chain check.
 */
export function analyseTrust(question: TrustQuestion): TrustFacts {
  const { chain, host, at } = question;
  const ca = question.caContent ?? noCaContent('', 'absent');
  const roots = question.systemRoots ?? bundledRoots;
  const system = roots([...chain, ...ca.certificates.slice(0, 20)].map(({ issuerName }) => issuerName.raw));
  const signatures = new SignatureChecker();
  const publiclyTrusted = leadsToSystem(question, system, signatures);
  const profiles = judgeAll({ chain, ca, host, at, system, withoutProvider: publiclyTrusted, signatures });
  const sdk = question.sdkProfiles ?? PYTHON_PROFILES;
  const builder = builderProfiles(question.builder);
  const incomplete = question.chainIncomplete ?? false;
  const unread = ca.state === 'too-large' && !publiclyTrusted;
  const causes = findCauses(profiles, { chain, ca, system, signatures }, { sdk, builder });
  const [leaf] = chain;
  const nameMissed = profiles.some(({ refusals }) => refusals.some(({ kind }) => kind === 'name'));
  const path = pathOf(profiles, sdk, builder);
  const known = [...chain, ...ca.certificates, ...system];
  return {
    consumers: {
      sdk: incomplete || unread ? 'unknown' : shared(profiles, sdk),
      builder: incomplete || unread ? 'unknown' : shared(profiles, builder),
      nodes: 'unknown'
    },
    profiles,
    judges: { sdk, builder },
    causes,
    name: nameMissed && leaf !== undefined ? nameCause(host, leaf) : null,
    path,
    certificates: known.filter(
      ({ sha256 }, index) =>
        known.findIndex(other => other.sha256 === sha256) === index &&
        (index < chain.length || path.includes(sha256) || causes.some(({ certificate }) => certificate === sha256))
    ),
    tree: certificateTree({
      chain,
      unread: question.unread ?? [],
      mounted: ca.certificates,
      system,
      path,
      atFault: causes.flatMap(({ certificate }) => (certificate === null ? [] : [certificate])),
      signatures
    }),
    mounted: ca.certificates.map(({ sha256 }) => sha256),
    onlyServers:
      ca.certificates.length > 0 &&
      ca.certificates.every(({ isCa, selfIssued, names }) => !isCa && !selfIssued && names !== null),
    mountedServers: ca.certificates.filter(one => isServerOf(one, host, leaf)).map(({ sha256 }) => sha256),
    publiclyTrusted,
    caFile: ca.state,
    caPath: ca.path,
    chainIncomplete: incomplete
  };
}

function isServerOf(one: CertificateFacts, host: string, leaf: CertificateFacts | undefined): boolean {
  const { selfIssued, names, subjectName } = one;
  return (
    selfIssued &&
    (names?.dns.some(name => name.toLowerCase() === host.toLowerCase()) === true ||
      names?.ip.includes(host) === true ||
      subjectName.canonical === leaf?.subjectName.canonical)
  );
}

/** The path of a program that accepts, else the longest that one found. */
function pathOf(
  profiles: readonly ProfileVerdict[],
  sdk: readonly string[],
  builder: readonly string[]
): readonly string[] {
  const own = profiles.filter(({ profile }) => sdk.includes(profile) || builder.includes(profile));
  const accepted = own.find(({ verdict }) => verdict === 'ok');
  return (
    accepted?.path ?? own.reduce<readonly string[]>((best, { path }) => (path.length > best.length ? path : best), [])
  );
}

/** Short form for a chain of another host, for example a login service's. */
export function judgeTrust(question: {
  chain: readonly CertificateFacts[];
  hostname: string;
  ca: CaContentFacts;
  at: number;
  builder: string;
  sdkProfiles?: readonly string[];
  publicCas?: readonly string[] | undefined;
}): { sdk: ConsumerVerdict; builder: ConsumerVerdict; publiclyTrusted: boolean } {
  const { hostname, ca, publicCas, ...rest } = question;
  const { consumers, publiclyTrusted } = analyseTrust({
    ...rest,
    ...systemOf(publicCas),
    caContent: ca,
    host: hostname
  });
  return { sdk: consumers.sdk, builder: consumers.builder, publiclyTrusted };
}

/** Profiles of the notebook's Python for a question; nothing where its versions are not known or have no profile. */
export function sdkProfilesOf({ interpreters }: PythonFacts): Pick<TrustQuestion, 'sdkProfiles'> {
  const [interpreter] = interpreters;
  const sdkProfiles = interpreter === undefined ? null : pythonProfiles(interpreter);
  return sdkProfiles === null ? {} : { sdkProfiles };
}

function systemOf(publicCas: readonly string[] | undefined): Pick<TrustQuestion, 'systemRoots'> {
  return publicCas === undefined ? {} : { systemRoots: givenRoots(publicCas) };
}

/** Judges the chain that the registry sent. */
export const trustCollector = collector({
  gives: 'trust',
  needs: ['address', 'tls', 'ca.content', 'python'],
  cost: 'local',
  limitMs: 5000,
  collect: async ({ address, tls, 'ca.content': caContent, python }, context) => {
    if (tls.chain.length === 0 && tls.unread.length === 0) {
      return { missing: ['tls'] };
    }
    return {
      value: analyseTrust({
        ...sdkProfilesOf(python),
        ...systemOf(context.options.publicCas),
        chain: tls.chain,
        caContent,
        host: address.hostname,
        at: context.options.at ?? context.now(),
        builder: context.options.builder,
        unread: tls.unread.map(({ position }) => position),
        chainIncomplete: tls.unread.length > 0 || tls.chainCut
      })
    };
  }
});
