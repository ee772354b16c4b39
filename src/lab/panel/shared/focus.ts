import * as React from 'react';

/**
 * For a part that goes away while a button in it has the focus: the focus stays in the panel, so that the keyboard goes on
 * from there. Before the part is removed, because afterwards nobody knows where the focus was.
 *
 * @returns the ref of the part
 */
export function useFocusKept<T extends HTMLElement>(): React.RefObject<T> {
  const part = React.useRef<T>(null);
  React.useLayoutEffect(() => {
    const node = part.current;
    return () => {
      if (node?.contains(document.activeElement)) {
        node.closest<HTMLElement>('.jp-KaptainRegistry-panel')?.focus();
      }
    };
  }, []);
  return part;
}
