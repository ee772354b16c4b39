import { Signal, type ISignal } from '@lumino/signaling';
import type { ISettingRegistry } from '@jupyterlab/settingregistry';
import type { IStateDB } from '@jupyterlab/statedb';
import type { IPanelSettings, IPlaces } from '../tokens.ts';

/** Key in the state database, for choices that the settings would not take (a read-only home). */
const STATE_KEY = 'jupyterlab-kaptain-registry:choices';

interface Values {
  registry: string | null;
  places: IPlaces;
  autoCheck: boolean;
  showStatus: boolean;
}

const DEFAULTS: Values = {
  registry: null,
  places: { dockerConfig: null, caFile: null },
  autoCheck: true,
  showStatus: true
};

function text(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

export namespace PanelSettings {
  export interface IOptions {
    /** Loads our settings; null when JupyterLab has no settings. */
    load: (() => Promise<ISettingRegistry.ISettings>) | null;
    state: IStateDB | null;
  }
}

/** Choices and settings. Works from its defaults when nothing can be read, and for this page when nothing can be stored. */
export class PanelSettings implements IPanelSettings {
  constructor(options: PanelSettings.IOptions = { load: null, state: null }) {
    this.state = options.state;
    this.ready = this.read(options.load);
  }

  readonly ready: Promise<void>;

  get registry(): string | null {
    return this.values.registry;
  }

  get places(): IPlaces {
    return this.values.places;
  }

  get autoCheck(): boolean {
    return this.values.autoCheck;
  }

  get showStatus(): boolean {
    return this.values.showStatus;
  }

  get changed(): ISignal<IPanelSettings, void> {
    return this.changedSignal;
  }

  async save(choice: { registry: string | null; places: IPlaces }): Promise<void> {
    const stored = { registry: choice.registry, ...choice.places };
    this.chosenHere = true;
    this.take({ ...this.values, registry: choice.registry, places: choice.places });
    await this.ready;
    try {
      await this.store(stored);
      await this.state?.remove(STATE_KEY);
    } catch {
      // No settings, or a read-only home: the choice still lasts as long as the workspace.
      await this.state?.save(STATE_KEY, stored).catch(() => undefined);
    }
  }

  private async store(stored: Readonly<Record<string, string | null>>): Promise<void> {
    const { settings } = this;
    if (settings === null) {
      throw new Error('no settings');
    }
    this.storing = true;
    try {
      for (const [name, value] of Object.entries(stored)) {
        if (text(settings.user[name]) !== value) {
          await (value === null ? settings.remove(name) : settings.set(name, value));
        }
      }
    } finally {
      this.storing = false;
    }
  }

  private async read(load: PanelSettings.IOptions['load']): Promise<void> {
    try {
      this.settings = (await load?.()) ?? null;
    } catch {
      this.settings = null;
    }
    this.settings?.changed.connect(this.onSettings, this);
    const kept = await this.state?.fetch(STATE_KEY).catch(() => undefined);
    const values = this.valuesOf(typeof kept === 'object' && kept !== null ? { ...kept } : {});
    this.take(this.chosenHere ? { ...values, registry: this.registry, places: this.places } : values);
  }

  private onSettings(): void {
    if (!this.storing) {
      this.take(this.valuesOf({}));
    }
  }

  private valuesOf(kept: Readonly<Record<string, unknown>>): Values {
    const get = (name: string): unknown => text(kept[name]) ?? this.settings?.composite[name];
    const flag = (name: 'autoCheck' | 'showStatus'): boolean => {
      const value = get(name);
      return typeof value === 'boolean' ? value : DEFAULTS[name];
    };
    return {
      registry: text(get('registry')),
      places: { dockerConfig: text(get('dockerConfig')), caFile: text(get('caFile')) },
      autoCheck: flag('autoCheck'),
      showStatus: flag('showStatus')
    };
  }

  private take(values: Values): void {
    if (JSON.stringify(values) !== JSON.stringify(this.values)) {
      this.values = values;
      this.changedSignal.emit();
    }
  }

  private readonly state: IStateDB | null;
  private readonly changedSignal = new Signal<IPanelSettings, void>(this);
  private settings: ISettingRegistry.ISettings | null = null;
  /** Our own writing is under way: what it announces is known. */
  private storing = false;
  /** A person chose before the stored values were read: the newer choice holds. */
  private chosenHere = false;
  private values: Values = DEFAULTS;
}
