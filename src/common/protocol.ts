import type { CheckId } from './checks.ts';
import type { Contacts } from './contacts.ts';
import type { FindingDraft, Phrase } from './finding.ts';
import type { CheckReport, Finding, Report } from './report.ts';

/** Grows when an old panel and a new sidecar (or the other way round) would misunderstand each other. */
export const PROTOCOL = 1;

/** Methods of the JSON-RPC 2.0 between the server half and the sidecar, one object a line over stdio. */
export const METHODS = {
  /** Request, first: `InitializeParams` → `InitializeResult`. */
  initialize: 'initialize',
  /** Request: `RunParams` → `RunResult`; `event` notifications come before the answer. */
  run: 'run',
  /** Notification to the sidecar: `CancelParams`. */
  cancel: 'cancel',
  /** Notification from the sidecar: `RunEvent`. */
  event: 'event',
  /** Request from the sidecar, only to a host that said it in `InitializeParams.host`: `WitnessParams` → an answer. */
  witness: 'host/witness'
} as const;

/** What the server half knows of the process's environment; the sidecar's own is empty (design section 5). */
export interface InitializeParams {
  protocol: number;
  /** Facts of the environment: names of the allow-list only. Proxies and DOCKER_AUTH_CONFIG become Secrets at once. */
  environment: Record<string, string>;
  /** What the host can be asked for. */
  host?: { witness?: boolean };
}

/** What the notebook's own Python is asked, through the host, which alone may start it (design section 6.5). */
export type WitnessQuestion =
  | { ask: 'survey' }
  | {
      ask: 'handshake';
      /** Number in the survey's answer. */
      interpreter: number;
      /** Name or address without brackets. */
      host: string;
      port: number;
      /** Connect there; null = as Python finds it. */
      address: string | null;
      /** Absolute path; null = Python's own bundle. */
      caFile: string | null;
      /** For one step. */
      seconds: number;
    }
  | { ask: 'sdk'; interpreter: number };

export interface WitnessParams {
  /** The run that it belongs to: what is started ends with it. */
  run: string;
  limitMs: number;
  question: WitnessQuestion;
}

export interface InitializeResult {
  protocol: number;
  version: string;
  pid: number;
}

/** One run, as the panel asks for it. Hosts and places are checked by grammar; nothing else can be asked for. */
export interface RunParams {
  /** Made by the server half. */
  id: string;
  /** The registry that was chosen; without it the only private one of the Docker config. */
  registry?: string;
  /** Another place of either file: absolute path (design section 8, rule 6). */
  dockerConfig?: string;
  caFile?: string;
  /** Variables that the notebook's kernel adds (its kernel spec's `env`), laid over the environment. */
  environment?: Record<string, string>;
  /** Ids of the checks to run; without it all. What they need is collected again. */
  only?: CheckId[];
  /** The person asked for this run: a login that was refused before may be sent once more (rule 7). */
  clicked?: boolean;
  /** Image references as typed: their pull is tested on the registries that they name. */
  images?: string[];
  /** Consent to begin and cancel one upload in the repository of the first image; counts with `clicked` only. */
  push?: boolean;
}

export interface CancelParams {
  id: string;
}

/** A check before it ran. */
export interface PlannedCheck {
  id: CheckId;
  subject: string;
  title: string;
  section: Section;
}

export type Section = 'files' | 'registry' | 'notebook';

/** What the panel needs beside the report: no part of the report's contract. */
export interface RunContext {
  /** Registry that the headline speaks of; null when the person has to choose. */
  registry: string | null;
  /** Why it is this one. */
  chosenBy: 'request' | 'only-private-entry' | 'none';
  /** Registries of the Docker config, as written there, Hub last. */
  known: string[];
  /** Registries of other Docker configs: in variables of the environment and the files that these name. */
  elsewhere?: string[];
  /** The two files that were used. */
  places: { dockerConfig: Place; caFile: Place };
  /** What the Config cell has to say, or why there can be none. */
  cell: CellContext;
}

export interface Place {
  path: string;
  found: boolean;
  /** Whether it is where the SDK's `default()` looks. */
  isDefault: boolean;
  /** Last change of the file, milliseconds since 1970; null when there is none. */
  changedAt: number | null;
  /** It comes from outside the home's volume: a Secret, for example. */
  mounted?: boolean;
}

export type CellContext =
  | {
      ok: true;
      caFile: { need: 'default' | 'from_file' | 'none'; path: string };
      dockerConfig: { need: 'default' | 'from_file'; path: string };
      awsCredentials: boolean;
    }
  | { ok: false; reason: 'no-registry' };

/** What whoever runs the server says about this place (traits of the server half). Holds no secret. */
export interface SiteFacts {
  /** Registries that are offered first. */
  registries: string[];
  contacts: Contacts;
  /** The folder whose files JupyterLab shows; empty when it is not known. */
  root: string;
  /** How the command is called in a terminal: its name, or its path. */
  command: string;
  /** What a person may choose here: a registry that is not among `registries`, another place of either file. */
  may: { chooseRegistry: boolean; choosePlaces: boolean };
}

/** What happens during a run, in order: plan, outcomes, and at last the report (or an error). */
export type RunEvent =
  | { type: 'run'; id: string; protocol: number; site?: SiteFacts }
  | { type: 'plan'; id: string; checks: PlannedCheck[] }
  | { type: 'outcome'; id: string; check: CheckReport; section: Section; summary: Phrase | null; findings: Finding[] }
  | { type: 'report'; id: string; report: Report; context: RunContext; summaries: Record<string, Phrase> }
  | { type: 'error'; id: string; error: ProtocolError };

export interface RunResult {
  report: Report;
  context: RunContext;
  /** Key: check id and subject, joined by a space. */
  summaries: Record<string, Phrase>;
}

/** Causes that the server half or the sidecar can name. Each becomes KR-INT-005 or KR-INT-006 in the panel. */
export type ErrorCause =
  | 'no-node'
  | 'unsupported-platform'
  | 'sidecar-failed'
  | 'sidecar-broken'
  | 'sidecar-timeout'
  | 'protocol-mismatch'
  | 'bad-request'
  | 'forbidden'
  | 'cancelled'
  | 'internal';

export interface ProtocolError {
  code: ErrorCause;
  message: string;
}

/** Answer of `GET kaptain-registry/status`: no path, no host, no finding. */
export interface ServerStatus {
  version: string;
  protocol: number;
  sidecar: 'stopped' | 'starting' | 'running' | 'broken' | 'no-node';
}

export type { FindingDraft };
