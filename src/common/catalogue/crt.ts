import type { CodeEntry } from './types.ts';

export const crt = {} as const satisfies Record<string, CodeEntry>;
