import type { ArgType } from '../args.ts';

/** How bad a standing finding is: error = the SDK will fail, warning = may fail or is risky, info = a notice. */
export type Severity = 'error' | 'warning' | 'info';

/** Who can take a step. */
export type Actor = 'you' | 'cluster-admin' | 'registry-owner';

export type Area = 'FIL' | 'CFG' | 'CRT' | 'NET' | 'TLS' | 'REG' | 'K8S' | 'SDK' | 'INT';

/**
 * What a run knows beside a finding, and what makes some steps of its fix useless. A file is `own` when this account can
 * replace it, `mounted` when it comes from outside the home's volume, as a Secret does. It is `chosen` when the person has
 * named it: whatever it is, it may be dear to them, and no step moves it or writes into it.
 */
export const CIRCUMSTANCES = [
  'ca-file-own',
  'ca-file-mounted',
  'ca-file-chosen',
  'docker-config-own',
  'docker-config-mounted',
  'docker-config-chosen',
  'ca-not-sent'
] as const;
export type Circumstance = (typeof CIRCUMSTANCES)[number];

/** What the person picks for a step: its command has the word FILE in that place. */
export type Choice = 'ca-file';

/**
 * One step of a fix. `{name}` in `text` and `command` is filled from the finding's arguments; the word HOST of one of our
 * own commands becomes the registry that the run is about.
 */
export interface FixTemplate {
  text: string;
  by: Actor;
  command?: string;
  choose?: Choice;
  /** The step is left out where one of these is known. */
  unless?: readonly Circumstance[];
  /** The step is there only where this is known. */
  when?: Circumstance;
}

/** The texts of one case of a code; a variant replaces only what it names. */
export interface Variant {
  title?: string;
  short?: string;
  severity?: Severity;
  explanation?: string;
  fix?: readonly FixTemplate[];
}

/** One entry of the catalogue. */
export interface CodeEntry {
  /** One sentence or phrase, the headline: the cause in plain words, without a full stop. `{name}` allowed. */
  title: string;
  /** Two to five words for the row of the check, lower case, for example "signed by another key". `{name}` allowed. */
  short: string;
  severity: Severity;
  /** Cause first, plain English, one to four sentences. `{name}` allowed. */
  explanation: string;
  /** Ordered steps; never empty for an error or a warning. */
  fix: readonly FixTemplate[];
  /** Names and types of the arguments that the texts may use. */
  args: Readonly<Record<string, ArgType>>;
  /** Codes whose standing finding on the same subject or on a file explains this one (then this one is no root cause). */
  explainedBy: readonly string[];
  /** Other wordings of the same cause, chosen by the check. */
  variants?: Readonly<Record<string, Variant>>;
}
