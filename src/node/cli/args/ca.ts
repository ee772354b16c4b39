import type { Contacts } from '../../../common/contacts.ts';
import { CONTACTS, contactsOf } from './contacts.ts';
import {
  first,
  onlyHost,
  resolveRule,
  timeoutMs,
  UsageError,
  type Grammar,
  type ResolveRule,
  type Split
} from './grammar.ts';

export interface CaArguments {
  command: 'ca';
  host: string;
  /** SHA-256 of the CA that may be written, upper-case hexadecimal with colons; null = only show. */
  accept: string | null;
  /** File that holds the CA, as its owner sent it; null = what the registry sends. */
  from: string | null;
  /** CA file that is written; null = `$HOME/.tls/certificate.crt`. */
  toFile: string | null;
  resolve: ResolveRule[];
  timeoutMs: number | null;
  contacts: Contacts;
}

export const CA: Grammar = {
  accept: 'value',
  from: 'value',
  'to-file': 'value',
  resolve: 'values',
  timeout: 'value',
  ...CONTACTS,
  help: 'flag'
};

/**
 * Reads a SHA-256 in any usual spelling: with or without colons or blanks, any case, with what `openssl x509
 * -fingerprint` or a browser puts before it.
 *
 * @returns upper-case hexadecimal with colons
 */
export function readFingerprint(text: string): string {
  const hex = text
    .replace(/^\s*sha-?256(?:\s*fingerprint)?\s*[:=]?/i, '')
    .replace(/[\s:-]/g, '')
    .toUpperCase();
  if (!/^[0-9A-F]{64}$/.test(hex)) {
    throw new UsageError(
      'ca: --accept takes the SHA-256 of a certificate: 64 hexadecimal digits, with or without colons. A shorter one is a SHA-1 or was cut.'
    );
  }
  return hex.replace(/..(?=.)/g, '$&:');
}

/** Reads the arguments of `ca`. */
export function parseCa({ operands, options }: Split): CaArguments {
  const accept = first(options, 'accept');
  return {
    command: 'ca',
    host: onlyHost('ca', operands),
    accept: accept === null ? null : readFingerprint(accept),
    from: first(options, 'from'),
    toFile: first(options, 'to-file'),
    resolve: (options.get('resolve') ?? []).map(value => resolveRule('ca', value)),
    timeoutMs: timeoutMs('ca', options),
    contacts: contactsOf('ca', options)
  };
}
