import * as React from 'react';
import type { StepName } from './texts.ts';

/** What the set-up's outermost part needs. */
export interface FocusAtStep {
  part: React.RefObject<HTMLDivElement>;
  onFocus: () => void;
  onBlur: () => void;
}

/**
 * A step takes its buttons with it when it is done. Where one of them had the focus, it goes to the title of the next step;
 * a person who types in a terminal or anywhere else keeps it.
 */
export function useFocusAtStep(current: StepName): FocusAtStep {
  const part = React.useRef<HTMLDivElement>(null);
  const inside = React.useRef(false);
  React.useEffect(() => {
    // A part that is removed while it has the focus says nothing; the focus is nowhere then.
    if (inside.current && document.activeElement === document.body) {
      part.current?.querySelector<HTMLElement>('[aria-current="step"] h3')?.focus();
    }
  }, [current]);
  return { part, onFocus: () => (inside.current = true), onBlur: () => (inside.current = false) };
}
