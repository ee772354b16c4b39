import { Signal, type ISignal } from '@lumino/signaling';
import { parseHost } from '../../common/host.ts';
import { PROTOCOL, type RunContext, type RunEvent } from '../../common/protocol.ts';
import type { CheckReport } from '../../common/report.ts';
import type { IPanelSettings, IPlaces, IRegistryChecks, IRegistryState, IRow, IRunOptions } from '../tokens.ts';
import { causeOf, type Connection, type RunRequest } from './connection.ts';
import { findingOf, RunFailure, type Failure } from './failure.ts';
import { sinceOf, SinceMemory } from './since.ts';
import { keyOf, outcomeRows, planRows, reportRows, stoppedRows } from './rows.ts';

/** Milliseconds after which the panel stops waiting: the run's own limit and a cold start of the helper. */
const PATIENCE_MS = 60_000;

const EMPTY: IRegistryState = {
  running: false,
  startedAt: null,
  rows: [],
  report: null,
  context: null,
  site: null,
  failure: null,
  finishedAt: null,
  since: new Map(),
  ended: null
};

/** Checks of the two files alone: they open no connection. */
const FILES = ['fil.config', 'fil.ca'];

interface Run {
  /** Given by the server; null before its first event. */
  id: string | null;
  abort: AbortController;
  only: readonly string[] | null;
}

export namespace RegistryChecks {
  export interface IOptions {
    connection: Pick<Connection, 'run' | 'cancel'>;
    settings: IPanelSettings;
    /** Name of the current notebook's kernel spec; null when there is none. */
    kernel?: () => string | null;
    /** Since when findings stand, kept across reloads. */
    memory?: SinceMemory;
    /** Milliseconds since 1970. */
    now?: () => number;
  }
}

/** Runs the checks and keeps what they found. One run at a time. */
export class RegistryChecks implements IRegistryChecks {
  constructor(options: RegistryChecks.IOptions) {
    this.connection = options.connection;
    this.settings = options.settings;
    this.kernel = options.kernel ?? (() => null);
    this.memory = options.memory ?? new SinceMemory(null);
    this.now = options.now ?? Date.now;
    this.settings.changed.connect(() => this.changed.emit(), this);
  }

  get state(): IRegistryState {
    return this.current;
  }

  get stateChanged(): ISignal<IRegistryChecks, void> {
    return this.changed;
  }

  get chosen(): string | null {
    return this.settings.registry;
  }

  get places(): IPlaces {
    return this.settings.places;
  }

  choose(registry: string | null): void {
    void this.settings.save({ registry, places: this.places });
  }

  setPlaces(places: IPlaces): void {
    void this.settings.save({ registry: this.chosen, places });
  }

  /**
   * Runs all checks, or those named. When a check that was asked for alone now says something else, what hangs on it
   * may have changed too: then all run.
   */
  async run(options: IRunOptions = {}): Promise<void> {
    this.cancel();
    const only = options.only ?? null;
    const before = this.current;
    const run: Run = { id: null, abort: new AbortController(), only };
    this.underWay = run;
    const marked =
      only === null
        ? before.rows
        : before.rows.map(row =>
            only.includes(row.planned.id) ? { ...row, running: true, old: row.check !== null } : row
          );
    this.set({ running: true, startedAt: this.now(), rows: marked, failure: null, ended: null });
    const timer = setTimeout(() => this.fail(run, { kind: 'cause', cause: 'sidecar-timeout' }), PATIENCE_MS);
    try {
      await this.settings.ready;
      await this.remember();
      if (this.underWay === run) {
        await this.follow(run, this.requestOf(options));
      }
    } catch (error) {
      this.fail(run, error instanceof RunFailure ? error.failure : { kind: 'unknown-answer', errorClass: 'CLIENT' });
    } finally {
      clearTimeout(timer);
    }
    if (
      only !== null &&
      this.current.ended === 'complete' &&
      this.underWay === null &&
      this.saysOtherwise(before, only)
    ) {
      await this.run();
    }
  }

  cancel(): void {
    const run = this.underWay;
    if (run === null) {
      return;
    }
    this.stop(run);
    this.set({ running: false, startedAt: null, rows: stoppedRows(this.current.rows), ended: 'cancelled' });
  }

  async look(): Promise<void> {
    const { context } = this.current;
    if (context === null || this.underWay !== null || this.looking) {
      return;
    }
    this.looking = true;
    let changed = false;
    try {
      changed = await this.hasChanged(context);
    } catch {
      // Nothing to see without the server or its helper: the next run says so.
    } finally {
      this.looking = false;
    }
    if (changed && this.underWay === null && this.current.context === context) {
      await this.run();
    }
  }

  private async hasChanged(context: RunContext): Promise<boolean> {
    const { rows } = this.current;
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(), PATIENCE_MS);
    try {
      for await (const event of this.connection.run(this.requestOf({ only: FILES }), abort.signal)) {
        if (event.type === 'report') {
          const { checks } = event.report;
          return filesOf(event.context) !== filesOf(context) || checks.some(check => says(rows, check));
        }
      }
      return false;
    } finally {
      clearTimeout(timer);
    }
  }

  private requestOf(options: IRunOptions): RunRequest {
    const { dockerConfig, caFile } = this.places;
    const kernel = this.kernel();
    const address = this.chosen === null ? null : parseHost(this.chosen);
    if (address?.ok === false) {
      throw new RunFailure({ kind: 'address', given: this.chosen ?? '', fault: address.fault });
    }
    return {
      protocol: PROTOCOL,
      ...(this.chosen === null ? {} : { registry: this.chosen }),
      ...(dockerConfig === null ? {} : { dockerConfig }),
      ...(caFile === null ? {} : { caFile }),
      ...(kernel === null ? {} : { kernel }),
      ...(options.only === undefined ? {} : { only: options.only }),
      ...(options.clicked === true ? { clicked: true } : {}),
      ...(options.images === undefined ? {} : { images: options.images }),
      ...(options.push === true ? { push: true } : {})
    };
  }

  private async follow(run: Run, request: RunRequest): Promise<void> {
    for await (const event of this.connection.run(request, run.abort.signal)) {
      if (this.underWay !== run) {
        return;
      }
      this.take(run, event);
    }
    if (this.underWay === run) {
      // The answer ended without a report: the helper is gone.
      throw new RunFailure({ kind: 'cause', cause: 'sidecar-failed' });
    }
  }

  private take(run: Run, event: RunEvent): void {
    switch (event.type) {
      case 'run':
        if (event.protocol !== PROTOCOL) {
          throw new RunFailure({ kind: 'protocol', server: event.protocol });
        }
        run.id = event.id;
        this.set({ site: event.site ?? null });
        return;
      case 'plan':
        this.set({ rows: planRows(this.current.rows, event.checks, run.only !== null) });
        return;
      case 'outcome':
        this.set({ rows: outcomeRows(this.current.rows, event) });
        return;
      case 'report':
        this.underWay = null;
        this.set({
          running: false,
          startedAt: null,
          rows: reportRows(this.current.rows, event),
          // The report of some checks says nothing about the whole.
          ...(run.only === null || this.current.report === null
            ? { report: event.report, since: sinceOf(this.current.since, event.report) }
            : {}),
          context: event.context,
          finishedAt: this.now(),
          ended: 'complete'
        });
        this.keep(event.context);
        return;
      case 'error':
        if (event.error.code === 'cancelled') {
          this.cancel();
          return;
        }
        throw new RunFailure(causeOf(event.error) ?? { kind: 'unknown-answer', errorClass: 'UNKNOWN_CAUSE' });
    }
  }

  /** What was known before the page was loaded; once. */
  private async remember(): Promise<void> {
    if (!this.remembered) {
      const since = await this.memory.read();
      this.remembered = true;
      this.current = { ...this.current, since: new Map([...since, ...this.current.since]) };
    }
  }

  private keep({ registry, places }: RunContext): void {
    const subjects = [registry, places.dockerConfig.path, places.caFile.path].filter(item => item !== null);
    this.memory.keep(this.current.since, subjects);
  }

  private fail(run: Run, failure: Failure): void {
    if (this.underWay !== run) {
      return;
    }
    this.stop(run);
    this.set({
      running: false,
      startedAt: null,
      rows: stoppedRows(this.current.rows),
      failure: findingOf(failure),
      ended: 'failed'
    });
  }

  private stop(run: Run): void {
    this.underWay = null;
    if (run.id !== null) {
      void this.connection.cancel(run.id);
    }
    run.abort.abort();
  }

  private saysOtherwise(before: IRegistryState, only: readonly string[]): boolean {
    const word = (check: CheckReport | null) => (check === null ? '' : wordOf(check));
    const last = new Map(before.rows.map(row => [keyOf(row.planned), word(row.check)]));
    return this.current.rows.some(
      row => only.includes(row.planned.id) && last.get(keyOf(row.planned)) !== word(row.check)
    );
  }

  private set(change: Partial<IRegistryState>): void {
    this.current = { ...this.current, ...change };
    this.changed.emit();
  }

  /** A look is under way. */
  private looking = false;
  private readonly connection: RegistryChecks.IOptions['connection'];
  private readonly settings: IPanelSettings;
  private readonly kernel: () => string | null;
  private readonly memory: SinceMemory;
  private readonly now: () => number;
  private readonly changed = new Signal<IRegistryChecks, void>(this);
  private current: IRegistryState = EMPTY;
  private underWay: Run | null = null;
  private remembered = false;
}

/** What a look compares: which file stands at each place, and since when. */
function filesOf({ places }: RunContext): string {
  return JSON.stringify(
    [places.dockerConfig, places.caFile].map(({ path, found, changedAt, mounted }) => [path, found, changedAt, mounted])
  );
}

/** Whether a check says something else than its row. */
function says(rows: readonly IRow[], check: CheckReport): boolean {
  const row = rows.find(item => keyOf(item.planned) === keyOf(check));
  return row?.check !== undefined && row.check !== null && wordOf(row.check) !== wordOf(check);
}

function wordOf({ outcome, codes }: CheckReport): string {
  return [outcome, ...codes].join(' ');
}
