import type { ConsumerVerdict } from '../../common/finding.ts';
import { takesChain } from './certificateMessage.ts';
import { PROFILES, type Profile } from '../x509/profiles.ts';
import type { TlsFacts } from './facts.ts';

/** Kinds of terms of encryption that not every program agrees to. */
type Kind = 'today' | 'old-version' | 'rsa-exchange' | 'dhe' | 'sha1' | 'broken' | 'rare';

type Agreed = Pick<TlsFacts, 'outcome' | 'protocol' | 'cipher' | 'modern' | 'chainBytes'>;

/** Names of ciphers are those of the IANA registry. */
function kindOf({ protocol, cipher, modern }: Omit<Agreed, 'outcome'>): Kind {
  const name = cipher ?? '';
  if (protocol === 'TLSv1' || protocol === 'TLSv1.1') {
    return 'old-version';
  }
  if (modern !== false) {
    return 'today';
  }
  if (/^TLS_RSA_WITH_AES_/.test(name)) {
    return 'rsa-exchange';
  }
  if (/^TLS_DHE_/.test(name)) {
    return 'dhe';
  }
  if (/^TLS_ECDHE_.*_AES_.*_CBC_SHA$/.test(name)) {
    return 'sha1';
  }
  return /_(3DES|RC4|NULL|DES|EXPORT|SEED|IDEA|CAMELLIA|ARIA)_/.test(name) ? 'broken' : 'rare';
}

/**
 * What a program makes of the terms: urllib3 1.26 brings a list of ciphers of its own (`util/ssl_.py`), later ones take
 * Python's; OpenSSL 3 refuses TLS 1.1 at its level 2; Go's release notes of 1.18 (TLS 1.2 at least) and 1.22 (no RSA key
 * exchange), and it never knew DHE.
 */
function agrees(profile: Profile, kind: Kind): ConsumerVerdict {
  const go = profile.family === 'go';
  const verdict = (works: boolean): ConsumerVerdict => (works ? 'ok' : 'fails');
  switch (kind) {
    case 'today':
      return 'ok';
    case 'old-version':
      return verdict(go && profile.minor < 18);
    case 'rsa-exchange':
      return verdict(go ? profile.minor < 22 : profile.names === 'urllib3-1.26');
    case 'sha1':
      return verdict(go || profile.names === 'urllib3-1.26');
    case 'dhe':
      return go ? 'fails' : 'unknown';
    case 'broken':
      return 'fails';
    case 'rare':
      return 'unknown';
  }
}

/** Whether a program gets an encrypted connection, whatever it thinks of the certificate. */
export function termsVerdict(agreed: Agreed, profile: Profile): ConsumerVerdict {
  switch (agreed.outcome) {
    case 'done':
      return takesChain(profile, agreed.chainBytes) === 'fails' ? 'fails' : agrees(profile, kindOf(agreed));
    case 'too-large':
      return takesChain(profile, null);
    case 'plain-http':
    case 'not-tls':
    case 'version':
    case 'client-certificate':
    case 'alert':
      return 'fails';
    default:
      return 'unknown';
  }
}

/** The verdict that all profiles of a consumer share. */
function shared(names: readonly string[], verdictOf: (profile: Profile) => ConsumerVerdict): ConsumerVerdict {
  const verdicts = new Set(PROFILES.filter(({ name }) => names.includes(name)).map(verdictOf));
  const [only] = verdicts;
  return verdicts.size === 1 && only !== undefined ? only : 'unknown';
}

/** Whether a consumer gets an encrypted connection, by its profiles. */
export function sharedTerms(agreed: Agreed, names: readonly string[]): ConsumerVerdict {
  return shared(names, profile => termsVerdict(agreed, profile));
}

/** Whether a consumer takes a chain of this size, by its profiles. */
export function sharedSize(bytes: number, names: readonly string[]): ConsumerVerdict {
  return shared(names, profile => takesChain(profile, bytes));
}
