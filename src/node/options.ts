import { ENVIRONMENT_NAMES, SECRET_NAMES } from '../common/environment.ts';
import type { RunOptions } from './collect/types.ts';
import { Secret } from './secret.ts';

/** Builder whose rules are predicted when nothing else is asked for: the one that Kaptain lists. */
export const DEFAULT_BUILDER = 'kaniko-1.3.0';

/**
 * Takes the variables of the allow-list out of an environment; those that can hold a login become Secrets here and
 * are never plain text again.
 */
export function readEnvironment(variables: Readonly<Record<string, string | undefined>>): RunOptions['environment'] {
  const taken: Record<string, string | Secret> = {};
  for (const name of ENVIRONMENT_NAMES) {
    const value = variables[name];
    if (value !== undefined) {
      taken[name] = value;
    }
  }
  for (const name of SECRET_NAMES) {
    const value = variables[name];
    if (value !== undefined) {
      taken[name] = new Secret(value);
    }
  }
  return taken;
}

/** Options of a run without any wish: default places, now, over the network. */
export function defaultOptions(environment: RunOptions['environment']): RunOptions {
  return {
    environment,
    dockerConfig: null,
    caFile: null,
    resolve: [],
    at: null,
    offline: false,
    clicked: false,
    builder: DEFAULT_BUILDER,
    images: [],
    push: false
  };
}
