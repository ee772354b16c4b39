import type { JupyterFrontEnd } from '@jupyterlab/application';
import type { TranslationBundle } from '@jupyterlab/translation';
import type { ISignal } from '@lumino/signaling';
import * as React from 'react';
import type { ICellFailures } from '../../failure/tokens.ts';
import type { INotebookSection, IRegistryChecks } from '../../tokens.ts';
import type { IWelcomeServices } from '../../welcome/services.ts';

/** What the parts of the panel work with. */
export interface PanelServices {
  checks: IRegistryChecks;
  commands: JupyterFrontEnd['commands'];
  trans: TranslationBundle;
  /** null as long as no plugin says anything about the notebook. */
  notebook: INotebookSection | null;
  /** null as long as no plugin explains failed cells. */
  failures: ICellFailures | null;
  /** null where there is no set-up to offer. */
  welcome: IWelcomeServices | null;
  /** Puts a text on the clipboard; rejects when the browser does not allow it. */
  copy(text: string): Promise<void>;
  /** Says a sentence in the panel's live region. */
  announce(text: string): void;
}

export const Services = React.createContext<PanelServices | null>(null);

export function useServices(): PanelServices {
  const services = React.useContext(Services);
  if (services === null) {
    throw new Error('Services are missing');
  }
  return services;
}

/** Renders again whenever `signal` is emitted and `read` gives another value; disconnects when the component goes. */
export function useSignal<T>(signal: ISignal<unknown, unknown> | undefined, read: () => T): T {
  const subscribe = React.useCallback(
    (changed: () => void) => {
      const slot = (): void => changed();
      signal?.connect(slot);
      return () => {
        signal?.disconnect(slot);
      };
    },
    [signal]
  );
  return React.useSyncExternalStore(subscribe, read);
}
