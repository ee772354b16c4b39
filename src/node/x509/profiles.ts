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

/** Builders and the Go they are built with: Kaniko 1.3.0 by its `deploy/Dockerfile` (`FROM golang:1.14`). */
const BUILDER_PROFILES = {
  'kaniko-1.3.0': 'go1.14.15',
  'kaniko-current': 'go1.26.8'
} as const;

/** Names that `--builder` and the setting take. */
export const BUILDERS: readonly string[] = Object.keys(BUILDER_PROFILES);

/** Whether a name is one of `BUILDERS`. */
export function isBuilder(name: string): name is keyof typeof BUILDER_PROFILES {
  return Object.hasOwn(BUILDER_PROFILES, name);
}

/** Name of the profile that judges for a builder; null for an unknown one. */
export function builderProfile(builder: string): string | null {
  return isBuilder(builder) ? BUILDER_PROFILES[builder] : null;
}

/** First Go (second number of its version) that refuses to read a certificate with this fault. */
const GO_REFUSES_FROM: Readonly<Record<FaultKind, number | null>> = {
  'negative-serial': 23,
  'duplicate-extension': 17,
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
