import { systemLookup, type Lookup } from './resolve.ts';
import { dial, type Dialled } from './socket.ts';
import type { Limit } from './limit.ts';

/** What the collectors use of the outside: the only doors through which a name or a connection is asked for. */
export interface Network {
  /** Addresses of a name. */
  lookup: Lookup;
  /** One TCP connection to exactly this address. */
  dial(address: string, port: number, limit: Limit): Promise<Dialled>;
  /** A clock that never goes back, in milliseconds: for how long a stage took. */
  now(): number;
}

/** This machine's name service, network and clock. */
export const systemNetwork: Network = { lookup: systemLookup, dial, now: () => performance.now() };

/** The network of a run: this machine's when the run names no other. */
export function networkOf(options: { network?: Network }): Network {
  return options.network ?? systemNetwork;
}
