import type { ConsumerVerdict } from '../../common/finding.ts';
import type { Profile } from '../x509/profiles.ts';

/**
 * Size of the message that brings a chain, without its head.
 *
 * @param certificates - DER, as sent
 * @param protocol - as Node names it; RFC 8446 4.4.2 puts a context before, and extensions behind each; RFC 5246 7.4.2 not
 */
export function messageBytes(certificates: readonly Uint8Array[], protocol: string | null): number {
  const [head, around] = protocol === 'TLSv1.3' ? [4, 5] : [3, 3];
  return certificates.reduce((sum, { length }) => sum + around + length, head);
}

/** OpenSSL's limit for it (`SSL_MAX_CERT_LIST_DEFAULT`); Python and Node leave it. */
const OPENSSL_BYTES = 100 * 1024;
/** Go's (`crypto/tls/common.go`: `maxHandshake`, and since 1.23 `maxHandshakeCertificateMsg`). */
const GO_BYTES = 64 * 1024;
const GO_123_BYTES = 256 * 1024;

/** The smallest limit that a program in use has. */
export const LEAST_LIMIT = GO_BYTES;

function mostBytes(profile: Profile): number {
  return profile.family === 'python' ? OPENSSL_BYTES : profile.minor < 23 ? GO_BYTES : GO_123_BYTES;
}

/**
 * Whether a program takes a chain of this size.
 *
 * @param bytes - size of the message; null = more than OpenSSL takes, and how much is not known
 */
export function takesChain(profile: Profile, bytes: number | null): ConsumerVerdict {
  const most = mostBytes(profile);
  if (bytes === null) {
    return most <= OPENSSL_BYTES ? 'fails' : 'unknown';
  }
  return bytes <= most ? 'ok' : 'fails';
}
