import type { Consumer } from '../../common/finding.ts';
import type { CredentialHandle } from '../secret.ts';
import type { JsonFault, Position } from './json.ts';

/** Programs whose reading of a Docker config was measured; the names are those of the report. */
export const READERS = [
  'docker-cli',
  'ggcr',
  'docker-cli-2019',
  'kaniko-1.3.0',
  'containers-image',
  'docker-py',
  'kubelet'
] as const;
export type Reader = (typeof READERS)[number];

/** Ways to decode an entry: readers that share a library share one. */
export type Decoder = 'docker' | 'docker-2019' | 'containers-image' | 'kubelet';

/** A login, by its handle in the vault. */
export interface CredentialFacts {
  handle: CredentialHandle;
  kind: 'basic' | 'identitytoken' | 'registrytoken';
  fingerprint: string;
}

/** Why a program refuses an entry. */
export type EntryFault = 'base64' | 'no-colon' | 'user-empty' | 'not-text' | 'not-utf8';

/** What one way of decoding makes of an entry. */
export type EntryLogin =
  | { kind: 'login'; credential: CredentialFacts }
  /** Nothing in it; `empty` = the program sends an empty login instead of none. */
  | { kind: 'anonymous' | 'empty' }
  | { kind: 'error'; fault: EntryFault };

/** The names under which readers look an entry up; null = no registry can match it (or it must not be shown). */
export interface EntryNames {
  /** The key as it stands. */
  exact: string | null;
  docker: string | null;
  docker2019: string | null;
  containersImage: string | null;
  dockerPy: string | null;
}

/** Fields of an entry, in the order in which docker writes them. */
export const ENTRY_FIELDS = [
  'username',
  'password',
  'auth',
  'email',
  'serveraddress',
  'identitytoken',
  'registrytoken'
] as const;
export type EntryField = (typeof ENTRY_FIELDS)[number];

/** State of the `auth` value. */
export type AuthState =
  | 'absent'
  | 'empty'
  | 'ok'
  | 'padding'
  | 'url-safe'
  | 'blanks'
  | 'characters'
  | 'no-colon'
  | 'encoded-twice'
  /** Bytes as Python shows them: b'…'. */
  | 'python-bytes'
  /** The lines of a certificate stand around it, as certutil of Windows writes them. */
  | 'certutil'
  /** "Basic " stands in front, as in a header. */
  | 'scheme'
  | 'wrong-type';

/**
 * `robot`: user name of a robot account of Harbor without its "$" (a shell takes what follows for a variable); `blank`:
 * a blank at an end; `quotes`: quotes around it; `escaped`: percent signs as in web addresses.
 */
export type LoginSuspect = 'robot' | 'blank' | 'quotes' | 'escaped';

/** One entry of `auths`, as the readers written in Go decode it. */
export interface EntryFacts extends Position {
  /** The key without user information and query, or `entry-N` when it does not look like a registry. */
  key: string;
  /** `host[:port]`, as docker reduces the key; null when it does not look like a registry. */
  host: string | null;
  /** Lower-case name and port of the key, for near misses. */
  near: { name: string; port: string } | null;
  names: EntryNames;
  /** Host pattern and path, as kubelet reads the key; null when it ignores the entry. */
  glob: { host: string; path: string } | null;
  hasUserinfo: boolean;
  hasPath: boolean;
  /** The same key stands in the file again, further up. */
  repeated: boolean;
  /** Fields of a login that the entry has, in their right spelling. */
  fields: readonly EntryField[];
  auth: AuthState;
  /** Python, which skips strange characters, gets a login out of `auth`. */
  pythonDecodes: boolean;
  user: 'absent' | 'empty' | 'present';
  password: 'absent' | 'empty' | 'present';
  placeholder: boolean;
  /** The password ends in a line break. */
  finalBreak: boolean;
  /** Byte-order mark, zero bytes or other control characters in the login. */
  invisible: boolean;
  notUtf8: boolean;
  /** `auth` says something else than `username` and `password`. */
  conflict: boolean;
  /** What may be wrong with the login when the registry refuses it. */
  suspect: LoginSuspect | null;
  /** User name of a cloud provider's short-lived login. */
  shortLived: boolean;
  identityToken: boolean;
  registryToken: boolean;
  /** End of a token that says so itself (JWT), milliseconds since 1970. */
  tokenExpires: number | null;
  logins: Readonly<Record<Decoder, EntryLogin>>;
}

/** One entry as docker-py sees it: exact field names, the last duplicate, also the old layout. */
export interface PythonEntryFacts {
  key: string;
  names: EntryNames;
  login: EntryLogin;
}

export type DocumentState =
  /** There was nothing to parse: see the file's own facts. */
  | 'unavailable'
  /** It was a file a moment ago, and could not be read whole. */
  | 'changing'
  | 'ok'
  | 'empty'
  | 'blank'
  | 'null'
  | 'bom'
  | 'utf16'
  | 'base64'
  | 'secret'
  /** A Secret written in YAML. */
  | 'secret-text'
  | 'wrapped'
  | 'legacy'
  /** `auths` holds nothing but another `auths`. */
  | 'nested'
  | 'not-an-object'
  | 'syntax';

/** Parts of the file's readers that stop at a value of the wrong type. */
export type Family = Decoder;

/** What stands in the file instead of a Docker config: `as-text` is one, in quotes. */
export type ConfigMixUp = 'path' | 'pem' | 'archive' | 'as-text';

export interface WrongType extends Position {
  field: string;
  expected: 'text' | 'object' | 'list';
  /** Readers that refuse the file for it. */
  families: readonly Family[];
}

export interface Helper {
  /** Key of `credHelpers`; null when it does not look like a registry. */
  key: string | null;
  /** What follows `docker-credential-`; empty when none is named. */
  program: string;
}

/** Content of the Docker config: derived values only. */
export interface DockerConfigFacts {
  path: string;
  document: { state: DocumentState; fault: JsonFault | ConfigMixUp | null } & Position;
  /** Where text follows the document; docker ignores it, others refuse the file. */
  trailing: Position | null;
  /** Bytes that are no UTF-8. */
  notUtf8: boolean;
  /** Registries of the file, as docker reduces its keys, in file order, public hubs last. Also those of a file that no program can read but we can. */
  hosts: readonly string[];
  entries: readonly EntryFacts[];
  /** docker-py's view; null = it stops at the file. */
  pythonEntries: readonly PythonEntryFacts[] | null;
  credsStore: string;
  credHelpers: readonly Helper[];
  /** The same two as Python reads them: exact field names. */
  pythonHelpers: { credsStore: string; credHelpers: readonly Helper[] };
  wrongTypes: readonly WrongType[];
  /** Where a second `auths` section begins; Go merges the two, Python keeps the last. */
  secondAuths: Position | null;
  /** Fields that only readers written in Go recognise, for their capital letters. */
  miscased: readonly string[];
  headersHoldLogin: boolean;
  proxies: { present: boolean; holdLogin: boolean };
}

export type ResultKind = 'basic' | 'identitytoken' | 'registrytoken' | 'anonymous' | 'empty' | 'error' | 'panic';

/** One thing that a reader may come to. */
export interface ReaderOutcome {
  kind: ResultKind;
  /** Key of the entry; null when none was chosen. */
  entry: string | null;
  credential: CredentialFacts | null;
}

/** What one reader finds for one registry. */
export interface ReaderResult extends ReaderOutcome {
  reader: Reader;
  /** In words of ours, English. */
  why: string;
  /** All it may come to: more than one when chance decides (`deterministic` is false) or when it tries one after the other (kubelet). */
  outcomes: readonly ReaderOutcome[];
  deterministic: boolean;
}

/** What one consumer finds for one registry. */
export interface ConsumerLogin {
  finds: 'found' | 'none' | 'error' | 'unknown';
  /** Reader whose rules this is; null: a program whose rules are not published. */
  reader: Reader | null;
  /** Key of the entry; for `unknown` the one that it would be. */
  entry: string | null;
  /** In words of ours, English. */
  why: string;
}

/** Which login each reader finds for one registry. */
export interface LoginFacts {
  /** The registry as given. */
  host: string;
  /** The login that is tried from here: what Kaniko or docker would send, else what stands in the entry. Null when there is none. */
  credential: CredentialFacts | null;
  /** There is a login, but its bytes are no UTF-8: what each program makes of them differs, so it is not tried. */
  withheld: boolean;
  readers: readonly ReaderResult[];
  /** What the three consumers come to. `unknown` for the SDK where the key is spelled in a way that Kaptain does not document. */
  consumers: Readonly<Record<Consumer, ConsumerLogin>>;
  /** The entry that names this registry by today's rules of docker, exact spelling first; null when there is none. */
  entry: EntryFacts | null;
  /** All entries that name this registry. */
  entries: readonly EntryFacts[];
  /** Entries with wildcards that would name this registry, if programs other than kubelet knew wildcards. */
  patterns: readonly EntryFacts[];
  /** Entries of other registries for which docker and Kaniko refuse the whole file. */
  damagedOthers: readonly EntryFacts[];
  /** Helper program that docker would ask for this registry; null when none. */
  helper: string | null;
  /** Same name, other or missing port. */
  otherPort: readonly EntryFacts[];
  /** Same registry to a person, not to any program: capital letters, blanks, final dot. */
  otherSpelling: readonly EntryFacts[];
}
