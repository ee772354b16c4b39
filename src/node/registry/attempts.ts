import { createHash } from 'node:crypto';
import type { Credential } from '../secret.ts';

/** Most refused logins that are remembered; the oldest are forgotten first. */
const MOST = 1000;

/** Logins that were refused in this process: hashes over a keyed fingerprint, of no use to anybody else. */
const refused = new Map<string, Refusal>();

export interface Refusal {
  by: 'registry' | 'login-service';
}

/**
 * Name of one login at one registry: changes with the user, the secret and the host.
 *
 * @param host - `host:port`, the port spelled out
 */
export function attemptKey(host: string, credential: Credential): string {
  return createHash('sha256')
    .update(
      JSON.stringify([
        host.toLowerCase(),
        credential.kind,
        credential.username.fingerprint(),
        credential.secret.fingerprint()
      ])
    )
    .digest('hex');
}

/**
 * Whether this login was refused before. It is not sent again without a click or a change, because repeated tries can
 * lock an account.
 */
export function refusedBefore(key: string): Refusal | undefined {
  return refused.get(key);
}

export function rememberRefusal(key: string, refusal: Refusal): void {
  refused.delete(key);
  refused.set(key, refusal);
  if (refused.size > MOST) {
    const oldest = refused.keys().next().value;
    if (oldest !== undefined) {
      refused.delete(oldest);
    }
  }
}

/** The login was accepted: an earlier refusal no longer counts. */
export function forgetRefusal(key: string): void {
  refused.delete(key);
}
