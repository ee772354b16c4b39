import type { CodeEntry } from './types.ts';

export const tls = {} as const satisfies Record<string, CodeEntry>;
