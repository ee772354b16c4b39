import type { FaultKind } from './facts.ts';

/** How a program matches the registry's name: see `hostnames.ts`. */
export type NameRules = 'urllib3-1.26' | 'openssl' | 'go1.14' | 'go1.15' | 'go1.23';

/** A program of the Python family: OpenSSL decides the chain, urllib3 the flags and the name. */
export interface PythonProfile {
  name: string;
  family: 'python';
  names: NameRules;
  /** Sets VERIFY_X509_STRICT and VERIFY_X509_PARTIAL_CHAIN (urllib3 `util/ssl_.py`: Python ≥ 3.13 with urllib3 ≥ 2.4). */
  strict: boolean;
}

/** A program of the Go family: the standard library decides everything. */
export interface GoProfile {
  name: string;
  family: 'go';
  /** Second number of the version: 14 for Go 1.14. */
  minor: number;
  names: NameRules;
  /** SHA-1 signatures are taken (Go 1.18 release notes: off). */
  sha1: boolean;
  /** Looks for issuers by key identifier first, and only by name when it finds none (`findVerifiedParents`). */
  keyIdFirst: boolean;
  /** Understands policy constraints, mappings and inhibitAnyPolicy (Go 1.24 release notes). */
  policies: boolean;
  /** Longest and shortest RSA key in bits that a handshake takes; 0 = no limit. */
  rsaBits: { least: number; most: number };
}

export type Profile = PythonProfile | GoProfile;

/** Every known profile; the names are those of the measured data. */
export const PROFILES: readonly Profile[] = [
  { name: 'python3.7+requests2.27+urllib3-1.26', family: 'python', names: 'urllib3-1.26', strict: false },
  { name: 'python3.7+urllib3-2.0', family: 'python', names: 'openssl', strict: false },
  { name: 'python3.11+urllib3-1.26', family: 'python', names: 'urllib3-1.26', strict: false },
  { name: 'python3.11+urllib3-2.8', family: 'python', names: 'openssl', strict: false },
  { name: 'python3.13+urllib3-2.8', family: 'python', names: 'openssl', strict: true },
  {
    name: 'go1.14.15',
    family: 'go',
    minor: 14,
    names: 'go1.14',
    sha1: true,
    keyIdFirst: true,
    policies: false,
    rsaBits: { least: 0, most: 0 }
  },
  {
    name: 'go1.15.15',
    family: 'go',
    minor: 15,
    names: 'go1.15',
    sha1: true,
    keyIdFirst: false,
    policies: false,
    rsaBits: { least: 0, most: 0 }
  },
  {
    name: 'go1.19.13',
    family: 'go',
    minor: 19,
    names: 'go1.15',
    sha1: false,
    keyIdFirst: false,
    policies: false,
    rsaBits: { least: 0, most: 8192 }
  },
  {
    name: 'go1.22.12',
    family: 'go',
    minor: 22,
    names: 'go1.15',
    sha1: false,
    keyIdFirst: false,
    policies: false,
    rsaBits: { least: 0, most: 8192 }
  },
  {
    name: 'go1.23.4',
    family: 'go',
    minor: 23,
    names: 'go1.23',
    sha1: false,
    keyIdFirst: false,
    policies: false,
    rsaBits: { least: 0, most: 8192 }
  },
  {
    name: 'go1.26.8',
    family: 'go',
    minor: 26,
    names: 'go1.23',
    sha1: false,
    keyIdFirst: false,
    policies: true,
    rsaBits: { least: 1024, most: 8192 }
  }
];

/** Profiles among which the notebook's Python is, as long as its versions are not known. */
export const PYTHON_PROFILES: readonly string[] = PROFILES.filter(profile => profile.family === 'python').map(
  profile => profile.name
);

/**
 * Profiles that judge as a Python of these versions does; null when that cannot be told: OpenSSL other than 3 has other
 * limits for keys and signatures, urllib3 before 1.26 other names.
 *
 * @param versions - `3.11.7`, `OpenSSL 3.0.19 27 Jan 2026`, `2.8.0`
 */
export function pythonProfiles(versions: {
  python: string;
  openssl: string;
  urllib3: string | null;
}): readonly string[] | null {
  const [major = 0, minor = 0] = numbersOf(versions.python);
  const [first = 0, second = 0] = numbersOf(versions.urllib3 ?? '');
  if (!/^OpenSSL 3\./.test(versions.openssl) || !(first === 1 ? second >= 26 : first === 2)) {
    return null;
  }
  const strict = major === 3 && minor >= 13 && first === 2 && second >= 4;
  const names: NameRules = first === 1 ? 'urllib3-1.26' : 'openssl';
  return PROFILES.filter(
    profile => profile.family === 'python' && profile.names === names && profile.strict === strict
  ).map(profile => profile.name);
}

function numbersOf(version: string): number[] {
  return version.split('.', 2).map(part => Number.parseInt(part, 10) || 0);
}

/** Builders and the Go they are built with: Kaniko 1.3.0 by its `deploy/Dockerfile` (`FROM golang:1.14`). */
const BUILDER_PROFILES = {
  'kaniko-1.3.0': 'go1.14.15',
  'kaniko-current': 'go1.26.8'
} as const;

/** Names that `--builder` and the setting take, beside `go1.14`, `go1.15` …: a builder by the Go it is built with. */
export const BUILDERS: readonly string[] = Object.keys(BUILDER_PROFILES);

/** Second number of the oldest Go that was measured. */
const OLDEST_GO = 14;

/** Second number of the version that a builder's name `go1.N` gives; null for other names and for Go before 1.14. */
function goMinor(name: string): number | null {
  const minor = Number(/^go1\.([1-9]\d{0,2})$/.exec(name)?.[1] ?? 0);
  return minor >= OLDEST_GO ? minor : null;
}

/** Whether a name is one of `BUILDERS`, or `go1.N`. */
export function isBuilder(name: string): boolean {
  return Object.hasOwn(BUILDER_PROFILES, name) || goMinor(name) !== null;
}

/**
 * Names of the profiles that stand for Go 1.N: its own, or the measured ones before and after it, whose verdicts count
 * where they agree. A Go newer than all is taken for the newest.
 */
function goProfiles(minor: number): readonly string[] {
  const known = PROFILES.filter((profile): profile is GoProfile => profile.family === 'go');
  const before = known.findLast(profile => profile.minor <= minor);
  const after = known.find(profile => profile.minor >= minor);
  return [...new Set([before, after])].flatMap(profile => (profile === undefined ? [] : [profile.name]));
}

/** Names of the profiles that judge for a builder, which have to agree; empty for an unknown builder. */
export function builderProfiles(builder: string): readonly string[] {
  const minor = goMinor(builder);
  if (minor !== null) {
    return goProfiles(minor);
  }
  return Object.hasOwn(BUILDER_PROFILES, builder) ? [BUILDER_PROFILES[builder as keyof typeof BUILDER_PROFILES]] : [];
}

/** First Go (second number of its version) that refuses to read a certificate with this fault. */
const GO_REFUSES_FROM: Readonly<Record<FaultKind, number | null>> = {
  'negative-serial': 23,
  // Go 1.19 release notes, crypto/x509 (CL 383215); until then the last one counts, see `asGoReads`.
  'duplicate-extension': 19,
  'algorithms-differ': 17,
  // Go ≥ 1.17 reads such a certificate without its extensions; see `asGoReads`.
  'old-version-extensions': null,
  'printable-string': 0,
  'utf8-string': 0,
  'ia5-string': 0,
  'other-string': 17,
  'san-not-ascii': 17,
  'san-uri': 0,
  'san-ip': 0,
  curve: 0,
  key: 0,
  'ski-critical': 24,
  'aki-critical': 24,
  'aia-critical': 24,
  extension: 0,
  dates: 0,
  'trailing-bytes': 0
};

/** Whether a Go version refuses to read a certificate with this fault (`crypto/x509` `parser.go`). */
export function goRefuses(kind: FaultKind, minor: number): boolean {
  const from = GO_REFUSES_FROM[kind];
  return from !== null && minor >= from;
}
