import type { Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import type { Resource } from '../collect/types.ts';
import { joinHostPort } from './address.ts';
import type { Remembers } from '../secret.ts';
import type { Challenge } from './challenge.ts';
import type { ConnectionFacts } from './facts.ts';
import type { HttpConnection } from './http.ts';
import { atMost, timeLeft, type Limit } from './limit.ts';
import type { Proxy } from './proxy.ts';
import type { Network } from './network.ts';
import { connectThrough } from './tunnel.ts';

/** A way that was found: every further connection takes it again, without another lookup. */
export interface Way {
  /** Address of the registry, or of the proxy. */
  address: string;
  port: number;
  proxy: Proxy | null;
  /** `host:port` of the registry. */
  target: string;
}

export type Opened = { socket: Socket; facts: ConnectionFacts; way: Way } | { socket: null; facts: ConnectionFacts };

/** Most addresses of one name that are dialled. */
const MOST_ADDRESSES = 8;

/** What the collectors of one registry share: the way to it and every socket, closed when the run ends. */
export class RegistryProbe implements Resource {
  /** The way that the first connection found. */
  way: Way | null = null;
  /** The open connection, until the greeting takes it. */
  connection: Socket | null = null;
  /** The connection on which the chain was collected: for requests without credentials only. */
  collection: HttpConnection | null = null;
  /** The session that was verified: logins may go over it. */
  session: HttpConnection | null = null;
  /** The login was refused in this run. */
  loginRefused = false;
  /** How the registry asked for a login. */
  challenges: readonly Challenge[] = [];
  readonly network: Network;
  readonly run: Remembers;
  readonly #sockets = new Set<Socket>();

  /** @param run - is told every login that is sent */
  constructor(network: Network, run: Remembers) {
    this.network = network;
    this.run = run;
  }

  /** Has a socket closed with the run. */
  own<S extends Socket | TLSSocket>(socket: S): S {
    this.#sockets.add(socket);
    socket.once('close', () => this.#sockets.delete(socket));
    return socket;
  }

  /**
   * Opens a connection to the first address that answers, through the proxy if there is one.
   *
   * @param addresses - addresses of the registry, or of the proxy, as they were checked
   */
  async open(
    addresses: readonly string[],
    port: number,
    host: { hostname: string; port: number },
    proxy: Proxy | null,
    limit: Limit
  ): Promise<Opened> {
    const began = this.network.now();
    const target = joinHostPort(host.hostname, host.port);
    const tries: { address: string; outcome: ConnectionFacts['tries'][number]['outcome'] }[] = [];
    const candidates = addresses.slice(0, MOST_ADDRESSES);
    let last: ConnectionFacts = {
      outcome: 'unreachable',
      via: proxy === null ? 'direct' : 'proxy',
      target: proxy === null ? target : joinHostPort(proxy.hostname, proxy.port),
      address: '',
      tries,
      errorClass: null,
      proxyFault: null,
      proxyStatus: 0,
      durationMs: 0
    };
    const elapsed = (): number => Math.round(this.network.now() - began);
    for (const [index, address] of candidates.entries()) {
      const dialled = await this.network.dial(
        address,
        port,
        atMost(limit, timeLeft(limit) / (candidates.length - index))
      );
      tries.push({ address, outcome: dialled.outcome });
      last = { ...last, outcome: dialled.outcome, address, durationMs: elapsed() };
      if (dialled.outcome !== 'open') {
        last = { ...last, errorClass: dialled.errorClass };
        continue;
      }
      const way: Way = { address, port, proxy, target };
      const socket = this.own(dialled.socket);
      last = { ...last, errorClass: null };
      if (proxy === null) {
        return { socket, facts: last, way };
      }
      const tunnel = await connectThrough(socket, proxy, target, this.run, limit);
      last = { ...last, durationMs: elapsed() };
      return tunnel.outcome === 'open'
        ? { socket, facts: last, way }
        : {
            socket: null,
            facts: {
              ...last,
              outcome: tunnel.outcome,
              errorClass: tunnel.errorClass,
              proxyFault: tunnel.fault,
              proxyStatus: tunnel.status
            }
          };
    }
    return { socket: null, facts: last };
  }

  /** One more connection over the way that was found. */
  async again(limit: Limit): Promise<Socket | null> {
    const { way } = this;
    if (way === null) {
      return null;
    }
    const dialled = await this.network.dial(way.address, way.port, limit);
    if (dialled.outcome !== 'open') {
      return null;
    }
    const socket = this.own(dialled.socket);
    if (way.proxy === null) {
      return socket;
    }
    const tunnel = await connectThrough(socket, way.proxy, way.target, this.run, limit);
    return tunnel.outcome === 'open' ? socket : null;
  }

  dispose(): void {
    for (const socket of this.#sockets) {
      socket.destroy();
    }
    this.#sockets.clear();
  }
}
