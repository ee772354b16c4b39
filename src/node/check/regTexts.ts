import type { Arg, HostArg } from '../../common/args.ts';
import { draft } from '../../common/finding.ts';
import type { NotSentReason } from '../registry/facts.ts';

/** Why a login was not sent, for the row of the check. */
export function notSentText(reason: NotSentReason | null): string {
  switch (reason) {
    case 'other-certificate':
      return 'not sent: the certificate changed between two connections';
    case 'unsafe-certificate':
      return "not sent: this tool cannot hold the certificate's kind of key";
    case 'login-kind':
      return 'not sent: the kind of login does not fit';
    case 'not-utf8':
      return 'not sent: programs read the login differently';
    case 'connection':
      return 'not sent: the second connection failed';
    case 'login-service':
      return 'not sent: the login service was not judged';
    default:
      return 'not sent: the session could not be verified';
  }
}

/** The answer 429, with the pause that it asks for. */
export function tooMany(
  subject: string,
  { tries, retryAfter }: { tries: number; retryAfter: number | null },
  host: HostArg,
  evidence: readonly { label: string; value: Arg }[]
) {
  const args = { host, tries, seconds: retryAfter ?? 0 };
  return draft('KR-REG-004', subject, args, retryAfter === null ? { evidence } : { variant: 'with-time', evidence });
}
