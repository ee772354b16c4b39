import type { ConsumerVerdict } from '../../common/finding.ts';
import type { LoginResult, RegistryReport } from '../../common/report.ts';
import type { ReaderResult } from '../docker/facts.ts';
import type { TlsFacts } from '../registry/facts.ts';
import { termsVerdict } from '../registry/terms.ts';
import type { TrustFacts } from '../x509/facts.ts';
import { PROFILES, type Profile } from '../x509/profiles.ts';

function loginResult(kind: ReaderResult['kind']): LoginResult {
  return kind === 'panic' ? 'error' : kind;
}

/**
 * What every known program makes of one registry (design section 6.2). Where chance decides, and for the kubelet, which
 * tries one login after the other, all kinds that it may come to.
 *
 * @param trust - undefined when no chain was judged
 * @param terms - how the greeting ended, and whether the registry wants a certificate from its callers
 * @param logins - results of every reader, for the repository in question
 */
export function everyProfile(
  trust: TrustFacts | undefined,
  terms: { tls: TlsFacts | undefined; wantsCertificate: boolean },
  logins: readonly ReaderResult[]
): NonNullable<RegistryReport['profiles']> {
  // What was not read may have been what a verdict hangs on.
  const unread =
    trust === undefined || trust.chainIncomplete || (trust.caFile === 'too-large' && !trust.publiclyTrusted);
  const { tls, wantsCertificate } = terms;
  const verdictOf = (profile: Profile): ConsumerVerdict => {
    const session = wantsCertificate ? 'fails' : tls === undefined ? 'unknown' : termsVerdict(tls, profile);
    const own = unread ? undefined : trust.profiles.find(item => item.profile === profile.name)?.verdict;
    return session === 'fails' || own === 'fails' ? 'fails' : session === 'ok' && own === 'ok' ? 'ok' : 'unknown';
  };
  return {
    trust: Object.fromEntries(PROFILES.map(profile => [profile.name, verdictOf(profile)])),
    login: Object.fromEntries(
      logins.map(({ reader, outcomes }) => {
        const kinds = [...new Set(outcomes.map(({ kind }) => loginResult(kind)))];
        const [only] = kinds;
        return [reader, kinds.length === 1 && only !== undefined ? only : kinds];
      })
    )
  };
}
