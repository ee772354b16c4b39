import { Token } from '@lumino/coreutils';
import type { ISignal } from '@lumino/signaling';
import type { Severity } from '../common/catalogue/types.ts';
import type { CheckReport, Finding, Report } from '../common/report.ts';
import type { PlannedCheck, RunContext, Section, SiteFacts } from '../common/protocol.ts';
import type { Phrase } from '../common/finding.ts';

/** One row of the panel: a check, before, while and after it runs. */
export interface IRow {
  planned: PlannedCheck;
  section: Section;
  /** Last outcome; null as long as there is none. */
  check: CheckReport | null;
  summary: Phrase | null;
  findings: Finding[];
  /** Runs now. `check` is then the outcome of the run before, if there was one. */
  running: boolean;
  /** `check` is of an earlier run than the rest: the last run did not come this far. */
  old: boolean;
}

/** State of the checks, as every face of the front end sees it. Never changed in place: a change is a new object. */
export interface IRegistryState {
  running: boolean;
  /** Milliseconds since 1970 at which the run under way began; null when there is none. */
  startedAt: number | null;
  rows: readonly IRow[];
  /** Last complete report; null before the first. */
  report: Report | null;
  context: RunContext | null;
  /** What the server's administrator says about this place; null before the first run, or when the server does not tell. */
  site: SiteFacts | null;
  /** Finding about the tool itself (KR-INT-005, KR-INT-006, KR-INT-009) when no run was possible. */
  failure: Finding | null;
  /** Milliseconds since 1970 of the last complete run; null before. */
  finishedAt: number | null;
  /** Since when each finding of the report stands (`sinceKey` → RFC 3339), as far as this workspace knows. */
  since: ReadonlyMap<string, string>;
  /** How the last run ended; null before its end. */
  ended: 'complete' | 'cancelled' | 'failed' | null;
}

/** The two files of the SDK, where they are looked for; null = default place. */
export interface IPlaces {
  readonly dockerConfig: string | null;
  readonly caFile: string | null;
}

export interface IRunOptions {
  /** Ids of checks; without it all run. */
  only?: string[];
  /** A person asked for it: a login that was refused may be sent once more. */
  clicked?: boolean;
  /** Images whose pull is tested, as `host/name:tag`. */
  images?: string[];
  /** Consent to begin one upload in the repository of the first image, and to cancel it. */
  push?: boolean;
}

/** Runs the checks and tells what they found. Never null, never waits at activation. */
export interface IRegistryChecks {
  readonly state: IRegistryState;
  readonly stateChanged: ISignal<IRegistryChecks, void>;
  /** Runs all checks, or those named; a run that is under way is cancelled first. */
  run(options?: IRunOptions): Promise<void>;
  cancel(): void;
  /**
   * Looks whether one of the two files has changed, without a sign of it in the state, and runs all checks if so. Opens no
   * connection to a registry otherwise. Nothing before the first run, and while one is under way.
   */
  look(): Promise<void>;
  /** Chooses the registry (`host[:port]`); null lets the checks choose. Kept across reloads. */
  choose(registry: string | null): void;
  readonly chosen: string | null;
  /** Other places of the two files; null = default. Kept across reloads. */
  setPlaces(places: IPlaces): void;
  readonly places: IPlaces;
}

export const IRegistryChecks = new Token<IRegistryChecks>(
  'jupyterlab-kaptain-registry:IRegistryChecks',
  'Runs the checks of the private registry and tells what they found.'
);

/** A row of the panel's section "Notebook". Texts are translated already. */
export interface INotebookRow {
  /** The row about the Config cell. */
  readonly id?: 'config-cell';
  /** Two or three words, for example "Config cell". */
  readonly title: string;
  /** Two to five words, for example "up to date". */
  readonly summary: string;
  /** `info` is a notice: nothing to do, no verdict. */
  readonly state: 'pass' | 'fail' | 'unknown' | 'info';
  /** Of a failing row; without it `error`. */
  readonly severity?: Severity;
  /** Shown on demand, with their fix steps. */
  readonly findings?: readonly Finding[];
}

/** What the panel says about the current notebook. */
export interface INotebookSection {
  /** In the order in which they are shown; a new array when anything changed. */
  readonly rows: readonly INotebookRow[];
  readonly changed: ISignal<INotebookSection, void>;
}

export const INotebookSection = new Token<INotebookSection>(
  'jupyterlab-kaptain-registry:INotebookSection',
  'Rows of the section "Notebook" of the private registry panel.'
);

/** What a person chose, kept across reloads. */
export interface IPanelSettings {
  /** `host[:port]`; null lets the checks choose. */
  readonly registry: string | null;
  readonly places: IPlaces;
  /** Whether the first show of the panel runs the checks. */
  readonly autoCheck: boolean;
  readonly showStatus: boolean;
  /** Fulfilled when the stored values are read, or could not be; never rejected. */
  readonly ready: Promise<void>;
  /** A value changed, here or in the settings editor. */
  readonly changed: ISignal<IPanelSettings, void>;
  /** Stores the choice; without a place to store it, it lasts until the page is left. */
  save(choice: { registry: string | null; places: IPlaces }): Promise<void>;
}

export const IPanelSettings = new Token<IPanelSettings>(
  'jupyterlab-kaptain-registry:IPanelSettings',
  'Settings of the private registry panel and the choices made in it.'
);

/** Ids of our commands, for whoever runs them. */
export const CommandIDs = {
  openPanel: 'kaptain-registry:open-panel',
  runChecks: 'kaptain-registry:run-checks',
  runCheck: 'kaptain-registry:run-check',
  cancelChecks: 'kaptain-registry:cancel-checks',
  copyReport: 'kaptain-registry:copy-report',
  openSettings: 'kaptain-registry:open-settings',
  insertConfigCell: 'kaptain-registry:insert-config-cell',
  explainCell: 'kaptain-registry:explain-cell'
} as const;

/** Domain of our translations. */
export const DOMAIN = 'jupyterlab_kaptain_registry';

/** Id of the panel's widget. */
export const PANEL_ID = 'jp-kaptain-registry-panel';
