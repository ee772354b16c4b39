import { parseHost } from '../../common/host.ts';
import type { AddressFacts } from '../facts.ts';
import { collector } from './types.ts';

/** Reads a registry's address by the grammar that all parts share. */
export function readAddress(given: string): AddressFacts {
  const parsed = parseHost(given);
  return parsed.ok
    ? { given, valid: true, hostname: parsed.hostname, port: parsed.port, kind: parsed.kind, fault: null }
    : { given, valid: false, hostname: '', port: 0, kind: 'name', fault: parsed.fault };
}

export const addressCollector = collector({
  gives: 'address',
  needs: [],
  cost: 'local',
  limitMs: 1000,
  collect: (_, context) => Promise.resolve({ value: readAddress(context.subject) })
});
