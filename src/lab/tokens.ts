import { Token } from '@lumino/coreutils';
import type { ISignal } from '@lumino/signaling';
import type { CheckReport, Finding, Report } from '../common/report.ts';
import type { PlannedCheck, RunContext, Section } from '../common/protocol.ts';
import type { Phrase } from '../common/finding.ts';

/** One row of the panel: a check, before, while and after it runs. */
export interface IRow {
  planned: PlannedCheck;
  section: Section;
  /** null while it runs or waits. */
  check: CheckReport | null;
  summary: Phrase | null;
  findings: Finding[];
}

/** State of the checks, as every face of the front end sees it. */
export interface IRegistryState {
  running: boolean;
  rows: readonly IRow[];
  /** Last complete report; null before the first. */
  report: Report | null;
  context: RunContext | null;
  /** Finding about the tool itself (KR-INT-005, KR-INT-006) when no run was possible. */
  failure: Finding | null;
  /** Milliseconds since 1970 of the last complete run; null before. */
  finishedAt: number | null;
}

/** Runs the checks and tells what they found. Never null, never waits at activation. */
export interface IRegistryChecks {
  readonly state: IRegistryState;
  readonly stateChanged: ISignal<IRegistryChecks, void>;
  /** Runs all checks, or those named; a run that is under way is cancelled first. */
  run(options?: { only?: string[]; clicked?: boolean }): Promise<void>;
  cancel(): void;
  /** Chooses the registry (`host[:port]`); null lets the checks choose. Kept across reloads. */
  choose(registry: string | null): void;
  readonly chosen: string | null;
  /** Other places of the two files; null = default. Kept across reloads. */
  setPlaces(places: { dockerConfig: string | null; caFile: string | null }): void;
  readonly places: { dockerConfig: string | null; caFile: string | null };
}

export const IRegistryChecks = new Token<IRegistryChecks>(
  'jupyterlab-kaptain-registry:IRegistryChecks',
  'Runs the checks of the private registry and tells what they found.'
);
