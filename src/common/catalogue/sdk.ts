import type { CodeEntry } from './types.ts';

export const sdk = {} as const satisfies Record<string, CodeEntry>;
