import type { CodeEntry } from './types.ts';

export const reg = {} as const satisfies Record<string, CodeEntry>;
