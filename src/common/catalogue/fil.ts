import type { CodeEntry } from './types.ts';

export const fil = {} as const satisfies Record<string, CodeEntry>;
