import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import type { RunOptions } from '../collect/types.ts';
import { sameHost } from './realm.ts';
import type { ResolutionFacts } from './facts.ts';
import { timeLeft, within, type Limit } from './limit.ts';

/** The name service as every program here asks it (getaddrinfo): addresses in its order. */
export type Lookup = (hostname: string) => Promise<readonly string[]>;

export const systemLookup: Lookup = async hostname =>
  (await lookup(hostname, { all: true, order: 'verbatim' })).map(entry => entry.address);

export type Resolved = Pick<ResolutionFacts, 'outcome' | 'addresses' | 'mapped' | 'errorClass' | 'tries'>;

/**
 * The addresses of a name: an address is its own, `--resolve` comes before the name service.
 *
 * @param limit - getaddrinfo cannot be stopped; after the limit its answer is ignored
 */
export async function resolve(
  hostname: string,
  port: number,
  mapping: RunOptions['resolve'],
  ask: Lookup,
  limit: Limit
): Promise<Resolved> {
  const mapped = mapping
    .filter(entry => sameHost(entry.host, hostname) && entry.port === port)
    .map(entry => entry.address.replace(/^\[|\]$/g, ''));
  if (mapped.length > 0) {
    return { outcome: 'found', addresses: mapped, mapped: true, errorClass: null, tries: 0 };
  }
  if (isIP(hostname) !== 0) {
    return { outcome: 'found', addresses: [hostname], mapped: false, errorClass: null, tries: 0 };
  }
  if (/(?:^|\.)invalid\.?$/i.test(hostname)) {
    // RFC 6761 6.4: names under `invalid` do not exist, and nobody needs to be asked.
    return { ...UNKNOWN, tries: 0 };
  }
  const first = await askOnce(hostname, ask, limit);
  // EAI_AGAIN means "try again" (getaddrinfo(3)), and once is what a person would do.
  return first.errorClass === 'EAI_AGAIN' && timeLeft(limit) > 0
    ? { ...(await askOnce(hostname, ask, limit)), tries: 2 }
    : first;
}

const UNKNOWN: Resolved = { outcome: 'not-found', addresses: [], mapped: false, errorClass: 'ENOTFOUND', tries: 1 };
const LATE: Resolved = { ...UNKNOWN, outcome: 'no-answer', errorClass: 'ETIMEDOUT' };

function askOnce(hostname: string, ask: Lookup, limit: Limit): Promise<Resolved> {
  return within(limit, LATE, done => {
    ask(hostname).then(
      addresses =>
        done(
          addresses.length === 0
            ? UNKNOWN
            : { ...LATE, outcome: 'found', addresses: [...new Set(addresses)], errorClass: null }
        ),
      (error: NodeJS.ErrnoException) => {
        const errorClass = error.code ?? 'OTHER';
        done(errorClass === 'ENOTFOUND' ? UNKNOWN : { ...LATE, errorClass });
      }
    );
  });
}
