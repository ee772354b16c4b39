import type { IStateDB } from '@jupyterlab/statedb';
import { Signal, type ISignal } from '@lumino/signaling';

const STATE_KEY = 'jupyterlab-kaptain-registry:welcome';

/** For this notebook only, or for every new one of the namespace. */
export type Way = 'now' | 'for-good';

interface Kept {
  started: boolean;
  way: Way;
}

const START: Kept = { started: false, way: 'now' };

/** How far a person is with the set-up, kept across reloads. The files and the report say the rest. */
export class WelcomeProgress {
  constructor(private readonly state: IStateDB | null) {
    this.ready = this.read();
  }

  /** Fulfilled when what was kept is read, or could not be; never rejected. */
  readonly ready: Promise<void>;

  /** Whether the person has begun and is not at the end. */
  get started(): boolean {
    return this.kept.started;
  }

  get way(): Way {
    return this.kept.way;
  }

  get changed(): ISignal<this, void> {
    return this.changedSignal;
  }

  /** Nothing that can be seen changes by it, so it is not announced: that would draw a control anew in mid-click. */
  begin(): void {
    this.take({ ...this.kept, started: true }, { store: true, announce: false });
  }

  choose(way: Way): void {
    this.take({ started: true, way }, { store: true, announce: true });
  }

  end(): void {
    this.take({ ...this.kept, started: false }, { store: true, announce: true });
  }

  private take(kept: Kept, { store, announce }: { store: boolean; announce: boolean }): void {
    if (kept.started === this.kept.started && kept.way === this.kept.way) {
      return;
    }
    this.touched = this.touched || store;
    this.kept = kept;
    if (announce) {
      this.changedSignal.emit();
    }
    if (store) {
      // A place that cannot be written to: it then lasts until the page is left.
      void this.state?.save(STATE_KEY, { ...kept }).catch(() => undefined);
    }
  }

  private async read(): Promise<void> {
    const value: unknown = await this.state?.fetch(STATE_KEY).catch(() => undefined);
    if (!this.touched && typeof value === 'object' && value !== null && 'started' in value && 'way' in value) {
      this.take(
        { started: value.started === true, way: value.way === 'for-good' ? 'for-good' : 'now' },
        { store: false, announce: true }
      );
    }
  }

  private readonly changedSignal = new Signal<this, void>(this);
  private kept: Kept = START;
  /** A person did something before what was kept was read: the newer holds. */
  private touched = false;
}
