import type { CodeEntry } from './types.ts';

export const cfg = {} as const satisfies Record<string, CodeEntry>;
