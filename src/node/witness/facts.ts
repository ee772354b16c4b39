/** Facts that the notebook's own Python gives: its versions, what it makes of a registry, where the SDK is. */

/** How a greeting by the witness ended: one class, never a message. */
export const WITNESS_OUTCOMES = [
  'ok',
  // The certificate or the name is refused.
  'issuer-unknown',
  'self-signed',
  'root-not-mounted',
  'no-root',
  'rejected',
  'signature',
  'not-a-ca',
  'expired',
  'not-yet-valid',
  'path-length',
  'purpose',
  'critical-extension',
  'constraints',
  'policies',
  'weak-key',
  'weak-signature',
  'strict',
  'unreadable',
  'wrong-name',
  'refused-otherwise',
  'ca-file',
  // Nothing was said about the certificate.
  'refused',
  'unreachable',
  'name-not-found',
  'proxy',
  'cut',
  'not-tls',
  'tls-version',
  'handshake',
  'client-certificate',
  'timeout',
  'failed'
] as const;

export type WitnessOutcome = (typeof WITNESS_OUTCOMES)[number];

/** Why there is no answer of an interpreter. */
export const WITNESS_FAULTS = [
  /** Nobody can be asked: switched off, or no Python kernel is known. */
  'no-interpreter',
  'not-started',
  /** It ended without an answer. */
  'ended',
  'timeout',
  /** More output than any answer has. */
  'too-much',
  /** No answer by its form. */
  'unreadable'
] as const;

export type WitnessFault = (typeof WITNESS_FAULTS)[number];

/** Versions of one Python; null = not installed, empty = cannot be told. */
export interface Versions {
  python: string;
  openssl: string;
  urllib3: string | null;
  requests: string | null;
  dxf: string | null;
  kaptain: string | null;
}

/** One Python that could run the SDK. */
export interface Interpreter extends Versions {
  /** Its number with the host that starts it. */
  number: number;
  /** Name of its kernel for people; empty for the command's Python. */
  name: string;
  /** It belongs to the kernel of the current notebook, or was named. */
  current: boolean;
}

export interface PythonFacts {
  /** The one that judges first; empty when there is none. */
  interpreters: readonly Interpreter[];
  /** Why there is none; `unfit`: there is one, but without urllib3 and requests the SDK cannot run in it. */
  absent: WitnessFault | 'unfit' | null;
}

/** What one greeting told. */
export interface Greeted {
  outcome: WitnessOutcome;
  /** OpenSSL's verify code (`include/openssl/x509_vfy.h`), 0 = none. */
  verifyCode: number;
  /** Name of the error's class. */
  errorClass: string | null;
  /** SHA-256 of the certificate that it was shown and accepted, upper-case hexadecimal with colons. */
  leaf: string | null;
  via: 'direct' | 'proxy';
  /** Flags of its TLS context; null when it did not come that far. */
  strict: boolean | null;
  partialChain: boolean | null;
  durationMs: number;
}

export interface Testimony {
  interpreter: Interpreter;
  /** Null when it gave none. */
  greeted: Greeted | null;
  fault: WitnessFault | null;
}

export interface WitnessFacts {
  /** In the order of the interpreters: the first one counts. */
  testimonies: readonly Testimony[];
  /** Why there are none; `other-time`: dates are judged at another time than now. */
  absent: PythonFacts['absent'] | 'other-time';
}

/** A class of the SDK, read from its sources. */
export interface SdkClass {
  name: string;
  module: string;
  /** Of its constructor, without the object itself. */
  parameters: readonly { name: string; required: boolean }[];
  factories: readonly string[];
}

/** The package `kaptain` in the first interpreter. */
export interface SdkFacts {
  found: boolean;
  /** Empty when it cannot be told. */
  version: string | null;
  classes: readonly SdkClass[];
  /** `module.Class` of the usual storage provider, whose place is documented nowhere; null when there is none. */
  storageProvider: string | null;
  interpreter: Interpreter | null;
  absent: PythonFacts['absent'];
}
