/** Facts about certificates. The reader fills them; checks and collectors read them. */
import type { ConsumerVerdict } from '../../common/finding.ts';
import type { Mistaken } from '../mistaken.ts';

/** Start and end of a part within the DER, in bytes. */
export type Range = readonly [start: number, end: number];

/** A distinguished name: as bytes (Go compares these), normalised (OpenSSL compares this) and as text. */
export interface NameFacts {
  /** The DER, hexadecimal. */
  raw: string;
  /** Letter case, blanks and kind of string evened out, as OpenSSL does (`x509_name_canon`). */
  canonical: string;
  /** `CN=…, O=…`, most specific part first; for people. */
  text: string;
  commonNames: readonly string[];
  /** Without any attribute. */
  empty: boolean;
}

export interface KeyFacts {
  type: 'rsa' | 'rsa-pss' | 'ec' | 'ed25519' | 'ed448' | 'dsa' | 'other';
  /** Length of the modulus or of the field, 0 when it cannot be told. */
  bits: number;
  /** Name of the curve, else its object identifier, `explicit` when its parameters are spelled out; null for other keys. */
  curve: string | null;
}

export interface SignatureFacts {
  /** Object identifier. */
  oid: string;
  scheme: 'rsa' | 'rsa-pss' | 'ecdsa' | 'ed25519' | 'ed448' | 'other';
  /** `sha256` …; null where the scheme has its own or it is unknown. */
  hash: 'md5' | 'sha1' | 'sha224' | 'sha256' | 'sha384' | 'sha512' | null;
  /** Salt length of RSA-PSS in bytes. */
  salt: number;
}

/** What one reader or another refuses a certificate for. */
export type FaultKind =
  | 'negative-serial'
  | 'duplicate-extension'
  | 'algorithms-differ'
  /** Extensions in a certificate that says it is of version 1 or 2. */
  | 'old-version-extensions'
  | 'printable-string'
  | 'utf8-string'
  | 'ia5-string'
  | 'other-string'
  | 'san-not-ascii'
  | 'san-uri'
  | 'san-ip'
  | 'curve'
  | 'key'
  | 'ski-critical'
  | 'aki-critical'
  | 'aia-critical'
  | 'extension'
  | 'dates'
  | 'trailing-bytes';

export interface FaultFacts {
  kind: FaultKind;
  /** Object identifier of the extension, name of the curve or of the field; empty when there is nothing to add. */
  what: string;
}

/** Names of the subject alternative name. */
export interface AlternativeNames {
  dns: readonly string[];
  /** Addresses, IPv6 in its canonical short form. */
  ip: readonly string[];
  /** Entries of other kinds. */
  others: number;
  email: readonly string[];
  uri: readonly string[];
  critical: boolean;
  /** Number of entries of any kind. */
  count: number;
}

export interface Subtree {
  kind: 'dns' | 'ip' | 'email' | 'uri' | 'directory' | 'other';
  /** Text; for `ip` address and mask, hexadecimal; for `directory` the canonical name. */
  base: string;
}

export interface NameConstraints {
  permitted: readonly Subtree[];
  excluded: readonly Subtree[];
  critical: boolean;
}

export interface PolicyFacts {
  /** Object identifiers of the certificate policies. */
  oids: readonly string[];
  mappings: readonly { issuer: string; subject: string }[];
  requireExplicit: number | null;
  inhibitMapping: number | null;
  inhibitAny: number | null;
}

/** What the extensions of a certificate say. */
export type ExtensionFacts = Pick<
  CertificateFacts,
  | 'names'
  | 'basicConstraints'
  | 'keyUsage'
  | 'extendedKeyUsage'
  | 'subjectKeyId'
  | 'authorityKey'
  | 'nameConstraints'
  | 'policies'
  | 'extensions'
>;

/** One certificate, read from DER by our own reader. */
export interface CertificateFacts {
  /** Base64 of the DER. */
  der: string;
  /** SHA-256 of the DER, upper-case hexadecimal with colons. */
  sha256: string;
  /** As text, for people. */
  subject: string;
  issuer: string;
  /** Milliseconds since 1970; NaN when the date cannot be read. */
  notBefore: number;
  notAfter: number;
  /** Common name, if any: the last one, which is the most specific. */
  commonName: string | null;
  /** The subject alternative name; null without that extension. */
  names: AlternativeNames | null;
  /** basicConstraints says CA. */
  isCa: boolean;
  /** Subject and issuer are the same name. */
  selfIssued: boolean;
  /** Whether Node 24 may be given it (`ca`, session): an EC key on a curve without a NIST name kills the process. */
  safeForNode: boolean;
  /** 1 to 3. */
  version: number;
  /** Hexadecimal, with a minus sign when negative. */
  serial: string;
  subjectName: NameFacts;
  issuerName: NameFacts;
  key: KeyFacts;
  signature: SignatureFacts;
  basicConstraints: { ca: boolean; pathLength: number | null; critical: boolean } | null;
  /** Bits by their number in RFC 5280 4.2.1.3: 0 digitalSignature … 5 keyCertSign, 6 cRLSign. */
  keyUsage: { bits: readonly number[]; critical: boolean } | null;
  /** Object identifiers. */
  extendedKeyUsage: readonly string[] | null;
  /** Hexadecimal. */
  subjectKeyId: string | null;
  authorityKey: { keyId: string | null; serial: string | null; issuer: string | null } | null;
  nameConstraints: NameConstraints | null;
  policies: PolicyFacts;
  /** Object identifiers of extensions, in order, and which of them are critical. */
  extensions: readonly { oid: string; critical: boolean }[];
  /** The same for a reader that takes the last of extensions that stand twice; null when none does. */
  repeated: ExtensionFacts | null;
  faults: readonly FaultFacts[];
  /** Where the parts stand in the DER. */
  parts: Readonly<Record<'tbs' | 'spki' | 'signature', Range>>;
}

/** Why bytes are no certificate that could be judged. */
export interface CertificateFault {
  fault: 'too-large' | 'too-deep' | 'too-many-parts' | 'not-der' | 'not-a-certificate';
}

/** Labels of interest; everything else is `other`. */
export type BlockLabel =
  | 'CERTIFICATE'
  | 'X509 CERTIFICATE'
  | 'TRUSTED CERTIFICATE'
  | 'PRIVATE KEY'
  | 'PUBLIC KEY'
  | 'CERTIFICATE REQUEST'
  | 'PKCS7'
  | 'X509 CRL'
  | 'OTHER';

/** What is wrong with one block. */
export type BlockFault =
  /** The END line is missing. */
  | 'cut'
  /** The END line names another kind. */
  | 'label-differs'
  /** Something stands on the line of the END marker: usually the next BEGIN. */
  | 'glued'
  | 'not-base64'
  | 'headers'
  | 'blank-lines'
  /** Empty body. */
  | 'empty'
  /** Decodes, but is no certificate. */
  | 'not-a-certificate'
  /** PKCS#7 under the label CERTIFICATE. */
  | 'pkcs7'
  /** A name in it is no valid text: no program reads it. */
  | 'unreadable-name'
  /** The BEGIN line is not alone on its line: every program passes over it. */
  | 'not-seen';

export interface BlockFacts {
  /** Position among all blocks of the file, from 1. */
  number: number;
  label: BlockLabel;
  fault: BlockFault | null;
  /** Index in `certificates`; null when no certificate could be read. */
  certificate: number | null;
  /** Whether a byte-order mark stands right before it. */
  bom: boolean;
  /** Header lines stand in it. */
  headers: boolean;
  /** Bytes follow the certificate within the block. */
  trailing: boolean;
}

/** Why the file as a whole is not what it should be. */
export type FileFault =
  | 'blank'
  | 'der'
  | 'pkcs7'
  | 'pkcs12'
  | 'utf16'
  | 'html'
  | 'json-string'
  | 'base64-of-pem'
  | 'bare-base64'
  | 'literal-newlines'
  | 'one-line'
  | 'old-mac'
  | 'indented'
  | 'quoted'
  | 'text-before-marker'
  | 'damaged-markers'
  | 'other-blocks'
  | Exclude<Mistaken, 'pem'>
  | 'text';

/** How one family of programs takes the file. */
export interface LoadFacts {
  /** Indexes in `certificates`, in file order. */
  loads: readonly number[];
  /** The whole file is refused: nothing in it, or a damaged block. */
  refuses: 'nothing-found' | 'damaged' | null;
}

/** Content of the CA file. */
export interface CaContentFacts {
  /** `absent`: no file (or a link to nothing); `folder`, `unreadable`, `too-large`: there is one that was not read. */
  state: 'read' | 'absent' | 'folder' | 'unreadable' | 'too-large';
  path: string;
  /** Bytes that were read. */
  size: number;
  /** Every certificate that could be read, in file order, whichever program takes it. */
  certificates: readonly CertificateFacts[];
  blocks: readonly BlockFacts[];
  fault: FileFault | null;
  /** A private key stands in it. Its bytes are no fact. */
  hasPrivateKey: boolean;
  lineEnds: 'lf' | 'crlf' | 'mixed' | 'none';
  /** More than 1,000 blocks: the rest was not read. */
  cut: boolean;
  python: LoadFacts;
  /** Before each Go version's own reading of a certificate. `silent` is the number of blocks that are skipped without a word. */
  go: LoadFacts & { silent: number };
  node: LoadFacts;
  /** What `TRUSTED CERTIFICATE` says about TLS servers, by index in `certificates`. */
  settings: Readonly<Record<number, 'trusted' | 'rejected'>>;
}

/** Why a program refuses a chain. */
export type RefusalKind =
  | 'file-refused'
  | 'unreadable'
  | 'issuer-unknown'
  | 'self-signed'
  | 'root-not-mounted'
  | 'no-root'
  | 'rejected'
  | 'signature'
  | 'not-a-ca'
  | 'expired'
  | 'not-yet-valid'
  | 'path-length'
  | 'purpose'
  | 'critical-extension'
  | 'constraints'
  | 'policies'
  | 'weak-key'
  | 'weak-signature'
  | 'unknown-algorithm'
  | 'strict'
  | 'key-type'
  | 'name';

export interface Refusal {
  kind: RefusalKind;
  /** SHA-256 of the certificate it is about; null for the file or the chain as a whole. */
  certificate: string | null;
  /** Which rule, field or extension, in words of our own source; empty when the kind says all. */
  what: string;
}

/** What one program makes of chain and name. */
export interface ProfileVerdict {
  /** Name of the profile, as in the measured data: `go1.14.15`, `python3.11+urllib3-2.8` … */
  profile: string;
  verdict: 'ok' | 'fails';
  /** Everything it would stumble over, not the first alone: an expired root must not hide a wrong name. */
  refusals: readonly Refusal[];
  /** SHA-256 from the leaf to the anchor, as far as it got. */
  path: readonly string[];
}

/** Why trust is missing where no other cause explains it. */
export type MissingTrust =
  | 'no-ca-file'
  | 'self-signed-not-mounted'
  | 'other-ca'
  | 'same-name-other-key'
  | 'intermediate-not-sent'
  | 'leaf-mounted'
  | 'only-intermediate-mounted'
  | 'name-spelling'
  | 'skipped-by-go'
  | 'file-not-loaded'
  | 'file-not-read';

export type CauseKind =
  | MissingTrust
  | Exclude<RefusalKind, 'issuer-unknown' | 'self-signed' | 'root-not-mounted' | 'no-root' | 'file-refused'>;

/** One cause, with the programs that refuse because of it. Several can stand at once. */
export interface Cause {
  kind: CauseKind;
  /** SHA-256 of the certificate that is at fault or that shows it; null when there is none. */
  certificate: string | null;
  what: string;
  /** Names of the profiles that refuse because of it. */
  profiles: readonly string[];
  consumers: Partial<Record<'sdk' | 'builder', ConsumerVerdict>>;
}

/** How the registry's name is missed. */
export interface NameCause {
  kind: 'other-name' | 'no-san' | 'ip-without-ip-san' | 'ip-other' | 'wildcard' | 'spelling';
}

/** One certificate of the tree. */
export interface TreeNode {
  /** Null when it could not be read: only `position` is known. */
  sha256: string | null;
  /** As text. */
  subject: string;
  issuer: string;
  from: 'sent' | 'file' | 'sent-and-file' | 'system';
  /** Place among the certificates that were sent, leaf = 0; only for one that could not be read. */
  position: number | null;
  /** Index of the certificate that signed it; null: itself, or one that is not there. */
  signedBy: number | null;
  selfIssued: boolean;
  notAfter: number;
}

/** Who signed whom: what was sent, what is mounted, what the system adds. */
export interface TreeFacts {
  nodes: readonly TreeNode[];
  /** Certificates of the CA file that are left out: they have nothing to do with the registry. */
  others: number;
}

/** Verdicts of the chain analysis. */
export interface TrustFacts {
  consumers: { sdk: ConsumerVerdict; builder: ConsumerVerdict; nodes: ConsumerVerdict };
  /** Every known profile. */
  profiles: readonly ProfileVerdict[];
  /** Names of the profiles that `sdk` and `builder` stand for. */
  judges: { sdk: readonly string[]; builder: readonly string[] };
  causes: readonly Cause[];
  /** How the name is missed; null when the name is fine for every profile. */
  name: NameCause | null;
  /** SHA-256 from the leaf to the anchor, where some program finds a path. */
  path: readonly string[];
  /** The chain as sent, then what the path took from the CA file or the system. */
  certificates: readonly CertificateFacts[];
  tree: TreeFacts;
  /** SHA-256 of certificates of the CA file. */
  mounted: readonly string[];
  /** Those of them that vouch for themselves and are made out for this host, or have the name of the one that was sent. */
  mountedServers: readonly string[];
  /** The CA file holds certificates of servers alone, each issued by somebody else. */
  onlyServers: boolean;
  /** The chain leads to a CA that the system knows: no CA file is needed. */
  publiclyTrusted: boolean;
  /** State of the CA file that was judged. */
  caFile: CaContentFacts['state'];
  caPath: string;
  /** Fewer certificates could be read than were sent. */
  chainIncomplete: boolean;
}
