import type { CodeEntry } from './types.ts';

export const net = {} as const satisfies Record<string, CodeEntry>;
