/** Parts of a browser that jsdom lacks and that JupyterLab's modules need as soon as they are imported. */

class FakeDragEvent extends MouseEvent {
  readonly dataTransfer = null;
}

class FakeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
  takeRecords(): [] {
    return [];
  }
}

const noMatch = (media: string): Partial<MediaQueryList> => ({
  matches: false,
  media,
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
  // JupyterLab's buttons use the old names.
  addListener: () => undefined,
  removeListener: () => undefined
});

Object.assign(globalThis, {
  DragEvent: FakeDragEvent,
  ResizeObserver: FakeObserver,
  IntersectionObserver: FakeObserver,
  matchMedia: noMatch,
  requestIdleCallback: (callback: () => void) => {
    queueMicrotask(callback);
    return 0;
  },
  cancelIdleCallback: () => undefined,
  // React waits for updates in tests only when it is told that it is in one.
  IS_REACT_ACT_ENVIRONMENT: true
});
