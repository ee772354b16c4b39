import type { CaContentFacts, CertificateFacts, ProfileVerdict, Refusal } from './facts.ts';
import { judgeAsGo } from './go.ts';
import { judgeAsPython } from './openssl.ts';
import { PROFILES, type Profile } from './profiles.ts';
import type { SignatureChecker } from './signature.ts';
import { refusal, type Finding, type Question } from './verdict.ts';

/** What every profile judges. */
export interface Case {
  chain: readonly CertificateFacts[];
  ca: CaContentFacts;
  host: string;
  /** Milliseconds since 1970. */
  at: number;
  /** CAs of the system that could matter. */
  system: readonly CertificateFacts[];
  /** The SDK gets no CA file: the chain leads to a CA that the system knows (design 6.4). */
  withoutProvider: boolean;
  signatures: SignatureChecker;
}

/** Refusals that do not depend on which CAs are trusted. */
const OF_THE_CHAIN: readonly Refusal['kind'][] = [
  'unreadable',
  'key-type',
  'expired',
  'not-yet-valid',
  'name',
  'critical-extension'
];

function pick(ca: CaContentFacts, indexes: readonly number[]): CertificateFacts[] {
  const seen = new Set<string>();
  return indexes.flatMap(index => {
    const certificate = ca.certificates[index];
    if (certificate === undefined || seen.has(certificate.sha256)) {
      return [];
    }
    seen.add(certificate.sha256);
    return [certificate];
  });
}

function settingsOf(ca: CaContentFacts): ReadonlyMap<string, 'trusted' | 'rejected'> {
  return new Map(
    Object.entries(ca.settings).flatMap(([index, setting]) => {
      const certificate = ca.certificates[Number(index)];
      return certificate === undefined ? [] : [[certificate.sha256, setting] as const];
    })
  );
}

function judgePython(profile: Profile & { family: 'python' }, input: Case): Finding {
  const { ca, system, chain, host, at, signatures } = input;
  const base = { chain, host, at, signatures, settings: new Map() };
  if (input.withoutProvider || ca.state === 'absent') {
    return judgeAsPython({ ...base, trusted: system }, profile);
  }
  const refused = ca.state === 'unreadable' || ca.state === 'too-large' || ca.python.refuses !== null;
  if (ca.state !== 'folder' && refused) {
    const { path, refusals } = judgeAsPython({ ...base, trusted: [] }, profile);
    const own = refusals.filter(item => OF_THE_CHAIN.includes(item.kind));
    return { path, refusals: [refusal('file-refused', null, ca.python.refuses ?? ca.state), ...own] };
  }
  return judgeAsPython({ ...base, trusted: pick(ca, ca.python.loads), settings: settingsOf(ca) }, profile);
}

function judge(profile: Profile, input: Case): Finding {
  if (profile.family === 'python') {
    return judgePython(profile, input);
  }
  const { ca, system, chain, host, at, signatures } = input;
  const question: Question = {
    chain,
    host,
    at,
    signatures,
    settings: new Map(),
    trusted: [...system, ...pick(ca, ca.go.loads)]
  };
  return judgeAsGo(question, profile);
}

function withoutRepeats(refusals: readonly Refusal[]): Refusal[] {
  const seen = new Set<string>();
  return refusals.filter(({ kind, certificate, what }) => {
    const key = `${kind} ${certificate} ${what}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** The verdict of every known profile. */
export function judgeAll(input: Case): ProfileVerdict[] {
  return PROFILES.map(profile => {
    const { refusals, path } = judge(profile, input);
    return {
      profile: profile.name,
      verdict: refusals.length === 0 ? 'ok' : 'fails',
      refusals: withoutRepeats(refusals),
      path: path.map(({ sha256 }) => sha256)
    };
  });
}
