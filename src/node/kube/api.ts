import { isIP } from 'node:net';
import { joinHostPort } from '../registry/address.ts';
import { namedSession, serverName } from '../registry/handshake.ts';
import { HttpConnection, readJson } from '../registry/http.ts';
import type { Limit } from '../registry/limit.ts';
import { bearerAuthorization } from '../registry/login.ts';
import type { Network } from '../registry/network.ts';
import { resolve } from '../registry/resolve.ts';
import type { Remembers } from '../secret.ts';
import type { Account } from './account.ts';

/** The answer to one question, or why there is none. */
export type Told =
  | { state: 'answered'; status: number; value: unknown; tooLarge: boolean }
  | { state: 'no-answer' | 'not-trusted' | 'no-account'; errorClass: string };

/** Answers of the Kubernetes API that are read at most, in bytes. */
const BODY_BYTES = 1024 * 1024;

/** Ends of a greeting that say nothing about the certificate. */
const BROKEN_OFF: ReadonlySet<string> = new Set(['ETIMEDOUT', 'ECONNRESET', 'ECONNABORTED', 'EPIPE']);

/**
 * The Kubernetes API for a few small questions: one connection of its own, verified by the CA of the pod's account, with
 * the limits of every other connection of a run; never through a proxy, no redirect, nothing is written.
 */
export class KubernetesApi {
  readonly #host: string;
  readonly #port: number;
  readonly #account: Account;
  readonly #network: Network;
  readonly #run: Remembers;
  readonly #limit: Limit;
  #connection: HttpConnection | null = null;

  constructor(host: string, port: number, account: Account, network: Network, run: Remembers, limit: Limit) {
    this.#host = host;
    this.#port = port;
    this.#account = account;
    this.#network = network;
    this.#run = run;
    this.#limit = limit;
  }

  /**
   * `GET`, with the account's token.
   *
   * @param path - of our own making: visible ASCII characters
   * @param accept - media type, JSON
   */
  async get(path: string, accept = 'application/json'): Promise<Told> {
    const authorization = bearerAuthorization(this.#account.token);
    if (authorization === null) {
      return { state: 'no-account', errorClass: 'TOKEN_UNREADABLE' };
    }
    const opened = await this.#open();
    if (opened !== null) {
      return opened;
    }
    const host = joinHostPort(this.#host, this.#port);
    const answer = await this.#connection?.send(
      { method: 'GET', path, host, accept, authorization, bodyBytes: BODY_BYTES },
      this.#limit
    );
    if (answer?.outcome !== 'answered') {
      return { state: 'no-answer', errorClass: answer?.errorClass ?? 'ECONNRESET' };
    }
    if (answer.bodyEnd === 'unfinished') {
      return { state: 'no-answer', errorClass: 'UNFINISHED' };
    }
    const tooLarge = answer.bodyEnd === 'too-large';
    return { state: 'answered', status: answer.status, value: tooLarge ? undefined : readJson(answer.body), tooLarge };
  }

  close(): void {
    this.#connection?.close();
    this.#connection = null;
  }

  /** Opens the connection; null when it stands. */
  async #open(): Promise<Extract<Told, { errorClass: string }> | null> {
    if (this.#connection?.usable === true) {
      return null;
    }
    const found = await resolve(this.#host, this.#port, [], this.#network.lookup, this.#limit);
    let errorClass = found.errorClass ?? 'ENOTFOUND';
    for (const address of found.addresses) {
      const dialled = await this.#network.dial(address, this.#port, this.#limit);
      if (dialled.outcome !== 'open') {
        ({ errorClass } = dialled);
        continue;
      }
      const name = serverName(this.#host, isIP(this.#host) === 0 ? 'name' : 'ipv4');
      const session = await namedSession(dialled.socket, this.#host, name, [this.#account.ca], this.#limit);
      if (session.socket !== null) {
        this.#connection = new HttpConnection(session.socket, this.#run);
        return null;
      }
      ({ errorClass } = session);
      return { state: BROKEN_OFF.has(errorClass) ? 'no-answer' : 'not-trusted', errorClass };
    }
    return { state: 'no-answer', errorClass };
  }
}
