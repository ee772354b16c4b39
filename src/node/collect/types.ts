import type { FactMap, FactName } from '../facts.ts';
import type { Network } from '../registry/network.ts';
import type { Secret, Vault } from '../secret.ts';
import type { WitnessHost } from '../witness/host.ts';
import type { FileAccess } from './file.ts';

/** What a run was asked for, after all grammar checks. */
export interface RunOptions {
  /** Environment by allow-list; kernel's additions laid over it. Values of secret variables are Secrets. */
  environment: Readonly<Record<string, string | Secret>>;
  /** Another place of either file, absolute. */
  dockerConfig: { path: string; origin: 'option' | 'setting' } | null;
  caFile: { path: string; origin: 'option' | 'setting' } | null;
  /** Home folder under which Kaptain's guide mounts both files; `/home/kubeflow` when left out. */
  kubeflowHome?: string;
  /** `HOST:PORT:ADDRESS`, as curl's: that host and port are reached at that address. */
  resolve: readonly { host: string; port: number; address: string }[];
  /** Judge dates at this time, milliseconds since 1970; null = now. */
  at: number | null;
  /** Certificates, leaf first, that are judged instead of those that the registry sends: no network, no login. */
  chain?: { certificates: readonly Uint8Array[]; cut: boolean };
  /** The report also tells the verdict of every known program. */
  profiles?: boolean;
  offline: boolean;
  /** No question to the Kubernetes API (`--no-cluster`). */
  noCluster?: boolean;
  /** Folder where Kubernetes mounts the account of a pod; the real one when left out. */
  serviceAccount?: string;
  /** A login that was refused before may be sent once more. */
  clicked: boolean;
  /** Name of the builder's profile, for example `kaniko-1.3.0`. */
  builder: string;
  /** Starts the notebook's Python, which confirms what we found; left out: nobody does. The caller ends it. */
  witness?: WitnessHost;
  /** Image references as typed: their pull is tested on the registry that they name. */
  images: readonly string[];
  /** Consent to begin and cancel one upload per registry, in the repository of its first image. */
  push: boolean;
  /** CAs that every system knows, PEM; those of Mozilla's list that Node brings along when left out. */
  publicCas?: readonly string[];
  /** Name service, connections and clock; this machine's when left out. */
  network?: Network;
  /** The file system's calls; this machine's when left out. */
  files?: FileAccess;
}

/** Things that several collectors of one registry share (a socket, a client). Ended when the run ends. */
export interface Resource {
  dispose(): void;
}

export interface CollectContext {
  options: RunOptions;
  vault: Vault;
  /** The registry as given, or an empty string for facts of the run. */
  subject: string;
  signal: AbortSignal;
  /** Milliseconds that this collector may take: its own limit or what is left of the run's budget. */
  limitMs: number;
  now: () => number;
  /** The subject's resource of that name, made on first use. */
  resource<R extends Resource>(name: string, make: () => R): R;
}

/** Result of a collector: the fact, or the facts because of which it could not be had. */
export type Collected<T> = { value: T } | { missing: readonly FactName[] };

/**
 * A source of one fact. Does I/O, may hold secrets (in the vault), never throws texts from outside.
 * Time-outs of the outside world are facts, not errors: a collector ends within `limitMs` by itself.
 */
export interface Collector<Name extends FactName = FactName, Needs extends FactName = FactName> {
  gives: Name;
  needs: readonly Needs[];
  cost: 'local' | 'network';
  /** Own limit in milliseconds. */
  limitMs: number;
  collect(facts: Pick<FactMap, Needs>, context: CollectContext): Promise<Collected<FactMap[Name]>>;
}

/** Keeps the types of one collector and forgets them in the list. */
export function collector<Name extends FactName, Needs extends FactName>(
  definition: Collector<Name, Needs>
): Collector {
  return definition as unknown as Collector;
}
