import * as React from 'react';
import type { IRegistryChecks } from '../../tokens.ts';
import type { ITypist } from '../../welcome/terminal.ts';

/** Checks of the two files alone: they open no connection. */
const FILES = ['fil.config', 'fil.ca'];

/** Milliseconds of rest after which the files are looked at again: a command writes several lines. */
const REST_MS = 500;

/** What a terminal can have changed. */
function files(checks: IRegistryChecks): string {
  const places = checks.state.context?.places;
  return JSON.stringify([places?.dockerConfig, places?.caFile]);
}

/**
 * Looks at the two files again; the registry is asked only when they have changed, for then there is another login or CA
 * to try (a login that was refused is not sent again without a click).
 */
export async function lookAgain(checks: IRegistryChecks): Promise<void> {
  if (checks.state.running) {
    return;
  }
  const before = files(checks);
  const { report } = checks.state;
  await checks.run({ only: FILES });
  // The model itself runs everything when one of the two now says something else.
  if (checks.state.ended === 'complete' && checks.state.report === report && files(checks) !== before) {
    await checks.run();
  }
}

/**
 * Lets each step check itself: after a terminal that we opened wrote something, and when the person comes back to the
 * page. Nothing while the panel is hidden.
 */
export function useRecheck(checks: IRegistryChecks, typist: ITypist, active: boolean): void {
  React.useEffect(() => {
    if (!active) {
      return undefined;
    }
    let timer: ReturnType<typeof setTimeout> | undefined;
    const soon = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (checks.state.running) {
          soon();
        } else {
          void lookAgain(checks);
        }
      }, REST_MS);
    };
    const onReturn = (): void => {
      if (document.visibilityState === 'visible') {
        soon();
      }
    };
    typist.wrote.connect(soon);
    window.addEventListener('focus', onReturn);
    document.addEventListener('visibilitychange', onReturn);
    return () => {
      clearTimeout(timer);
      typist.wrote.disconnect(soon);
      window.removeEventListener('focus', onReturn);
      document.removeEventListener('visibilitychange', onReturn);
    };
  }, [checks, typist, active]);
}
