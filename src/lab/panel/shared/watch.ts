import * as React from 'react';
import type { IRegistryChecks } from '../../tokens.ts';
import type { ITypist } from '../../welcome/terminal.ts';

/** Milliseconds of rest after which the files are looked at again: a command writes several lines. */
const REST_MS = 500;

/** Milliseconds between two looks while the steps of a fix are on the screen: at first, and after a long time. */
const SOON_MS = 2_000;
const LATE_MS = 15_000;

/** A look comes after a twentieth of the time that has passed: what takes long is not noticed to the second. */
function pauseAfter(passedMs: number): number {
  return Math.min(LATE_MS, Math.max(SOON_MS, passedMs / 20));
}

export interface Watched {
  /** null where no terminal can be opened. */
  typist: ITypist | null;
  /** Somebody sees the panel. */
  visible: boolean;
  /** Something is left to fix. */
  open: boolean;
  /** The person follows the steps of a fix: a file may change at any time, also from outside. */
  following: boolean;
}

/**
 * Lets the panel notice by itself that a file has changed: after a terminal that we opened wrote something, when the
 * person comes back to the page or to the panel, and every few seconds while the steps of a fix are on the screen. Each
 * time only the two files are looked at; the registry is asked when one of them has changed, for then there is another
 * login or CA to try. Nothing while nobody sees the panel.
 */
export function useWatch(checks: IRegistryChecks, { typist, visible, open, following }: Watched): void {
  const active = visible && open;
  const shown = React.useRef(visible);
  React.useEffect(() => {
    if (!active) {
      shown.current = visible;
      return undefined;
    }
    let timer: ReturnType<typeof setTimeout> | undefined;
    const soon = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (checks.state.running) {
          soon();
        } else {
          void checks.look();
        }
      }, REST_MS);
    };
    const onReturn = (): void => {
      if (document.visibilityState === 'visible') {
        soon();
      }
    };
    if (!shown.current) {
      // A file may have changed while nobody saw the panel.
      soon();
    }
    shown.current = true;
    typist?.wrote.connect(soon);
    window.addEventListener('focus', onReturn);
    document.addEventListener('visibilitychange', onReturn);
    return () => {
      clearTimeout(timer);
      typist?.wrote.disconnect(soon);
      window.removeEventListener('focus', onReturn);
      document.removeEventListener('visibilitychange', onReturn);
    };
  }, [checks, typist, visible, active]);

  React.useEffect(() => {
    if (!active || !following) {
      return undefined;
    }
    const began = Date.now();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const next = (): void => {
      timer = setTimeout(() => void look(), pauseAfter(Date.now() - began));
    };
    const look = async (): Promise<void> => {
      timer = undefined;
      if (document.visibilityState === 'visible') {
        await checks.look();
      }
      if (!ended) {
        next();
      }
    };
    let ended = false;
    next();
    return () => {
      ended = true;
      clearTimeout(timer);
    };
  }, [checks, active, following]);
}
