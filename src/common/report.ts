import type { CheckId, Raiser } from './checks.ts';
import type { Arg, DateArg, FingerprintArg, SubjectArg } from './args.ts';
import type { Area, Circumstance, Severity } from './catalogue/types.ts';
import type { Code } from './catalogue/index.ts';
import type { Consumer, ConsumerVerdict, Evidence, FixStep } from './finding.ts';

/** Version of the report's form; grows when a reader would have to change. */
export const SCHEMA_VERSION = 1;

export type Outcome = 'pass' | 'fail' | 'skipped' | 'unknown' | 'crashed' | 'timeout' | 'cancelled';
export type Verdict = 'ok' | 'warning' | 'problem';

/** What a consumer's verdict rests on: done from here, by its rules only, nothing. */
export type Basis = 'tested' | 'predicted' | 'none';

/** One certificate of the tree. */
export interface TreeCertificate {
  subject: SubjectArg;
  issuer: SubjectArg;
  /** Absent when it could not be read. */
  sha256?: FingerprintArg;
  /** Sent by the registry (or given instead), in the CA file, both, or a CA that the system brings along. */
  from: 'sent' | 'file' | 'sent-and-file' | 'system';
  validUntil: DateArg;
  /** Index of the certificate that signed it; null: itself, or one that is not there. */
  signedBy: number | null;
  selfSigned: boolean;
  /** What is wrong with this one: codes of findings, in a few words each. */
  problems: { code: Code; severity: Severity; text: string }[];
}

/** A verdict, or for readers that try or choose between several logins the kinds that they may come to. */
export type LoginVerdict = LoginResult | LoginResult[];
export type LoginResult = 'basic' | 'identitytoken' | 'registrytoken' | 'anonymous' | 'empty' | 'error';

/** What one consumer finds in the Docker config for a registry. */
export interface ConsumerLogin {
  /** `error`: it refuses the file. */
  finds: 'found' | 'none' | 'error' | 'unknown';
  /** Reader whose rules these are; null: none is published. */
  reader: string | null;
  entry: string | null;
  why: string;
}

export interface RegistryReport {
  host: string;
  verdict: Verdict | 'unknown';
  consumers: Record<Consumer, ConsumerVerdict>;
  basis: Record<Consumer, Basis>;
  sdkWitness: { status: 'confirmed' | 'disagrees' | 'none'; python?: string; openssl?: string; urllib3?: string };
  /** Per reader of Docker configs: which entry it finds (null = none) and why, in words of ours. */
  logins: { reader: string; entry: string | null; why: string }[];
  /**
   * The same for the three consumers, by what each of them is. `unknown`: its rules are not published, or it reads another
   * file (the machines); `entry` is then the one that it would find. Left out when there was no file to read.
   */
  consumerLogins?: Readonly<Record<Consumer, ConsumerLogin>>;
  /** Who signed whom, leaf first; left out when no certificate was seen. `others` in the CA file are not listed. */
  tree?: { certificates: TreeCertificate[]; others: number };
  /** Every known program, by the names of the measured data (`--profiles all`). */
  profiles?: { trust: Record<string, ConsumerVerdict>; login: Record<string, LoginVerdict> };
}

export interface CheckReport {
  id: CheckId;
  area: Area;
  /** Registry (`host[:port]`) or path. */
  subject: string;
  title: string;
  summary: string;
  outcome: Outcome;
  durationMs: number;
  codes: Code[];
  /** Ids of the checks that it waits for. */
  blockedBy: CheckId[];
}

export interface Finding {
  code: Code;
  variant?: string;
  check: Raiser;
  severity: Severity;
  subject: string;
  title: string;
  explanation: string;
  args: Readonly<Record<string, Arg>>;
  evidence: Evidence[];
  consumers?: Partial<Record<Consumer, ConsumerVerdict>>;
  rootCause: boolean;
  /** What decided which steps of the code's fix are shown; left out when nothing is known. */
  circumstances?: Circumstance[];
  fix: FixStep[];
}

/** All of one run, as the command prints it (`--format json`) and the panel receives it. */
export interface Report {
  schemaVersion: typeof SCHEMA_VERSION;
  tool: { name: string; version: string };
  /** RFC 3339, UTC. */
  startedAt: string;
  durationMs: number;
  verdict: Verdict;
  registries: RegistryReport[];
  checks: CheckReport[];
  /** Root causes first; the first one is the headline. */
  findings: Finding[];
}
