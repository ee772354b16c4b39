import * as React from 'react';
import type { IRegistryState } from '../../tokens.ts';
import { setupOf, type Setup } from '../../welcome/needs.ts';
import type { IWelcomeServices } from '../../welcome/services.ts';
import { useServices, useSignal } from '../shared/services.ts';

/** What the set-up shows. */
export interface ShownSetup {
  setup: Setup;
  welcome: IWelcomeServices;
  onLeave: () => void;
}

export interface SetupChoice {
  /** null: the rows are shown. */
  shown: ShownSetup | null;
  /** Back from the rows to the set-up; null where there is none. */
  onBack: (() => void) | null;
}

/**
 * Whether the panel shows the set-up in place of its rows. While checks run it stays as it was; a person who wants to see
 * the rows sees them until they go back or leave the page.
 */
export function useSetup(state: IRegistryState, chosen: string | null): SetupChoice {
  const { welcome } = useServices();
  const started = useSignal(welcome?.progress.changed, () => welcome?.progress.started ?? false);
  const [left, setLeft] = React.useState(false);
  const last = React.useRef<Setup | null>(null);
  const setup = setupOf(state, chosen, started) ?? (state.running ? last.current : null);
  last.current = setup;
  if (welcome === null || setup === null) {
    return { shown: null, onBack: null };
  }
  return left
    ? { shown: null, onBack: () => setLeft(false) }
    : { shown: { setup, welcome, onLeave: () => setLeft(true) }, onBack: null };
}
