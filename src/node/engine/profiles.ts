import type { ConsumerVerdict } from '../../common/finding.ts';
import type { LoginResult, RegistryReport } from '../../common/report.ts';
import type { ReaderResult } from '../docker/facts.ts';
import type { TrustFacts } from '../x509/facts.ts';
import { PROFILES } from '../x509/profiles.ts';

function loginResult(kind: ReaderResult['kind']): LoginResult {
  return kind === 'panic' ? 'error' : kind;
}

/**
 * What every known program makes of one registry (design section 6.2). Where chance decides, and for the kubelet, which
 * tries one login after the other, all kinds that it may come to.
 *
 * @param trust - undefined when no chain was judged
 * @param logins - results of every reader, for the repository in question
 */
export function everyProfile(
  trust: TrustFacts | undefined,
  logins: readonly ReaderResult[]
): NonNullable<RegistryReport['profiles']> {
  // What was not read may have been what a verdict hangs on.
  const unread =
    trust === undefined || trust.chainIncomplete || (trust.caFile === 'too-large' && !trust.publiclyTrusted);
  const verdictOf = (name: string): ConsumerVerdict =>
    unread ? 'unknown' : (trust.profiles.find(({ profile }) => profile === name)?.verdict ?? 'unknown');
  return {
    trust: Object.fromEntries(PROFILES.map(({ name }) => [name, verdictOf(name)])),
    login: Object.fromEntries(
      logins.map(({ reader, outcomes }) => {
        const kinds = [...new Set(outcomes.map(({ kind }) => loginResult(kind)))];
        const [only] = kinds;
        return [reader, kinds.length === 1 && only !== undefined ? only : kinds];
      })
    )
  };
}
