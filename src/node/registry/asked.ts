import type { Secret } from '../secret.ts';
import type { NotSentReason } from './facts.ts';
import type { HttpAnswer, HttpFailure, HttpRequest } from './http.ts';
import type { LoginResult } from './login.ts';

/** Why nothing was sent. */
export interface NotSent {
  state: 'not-sent';
  reason: NotSentReason;
  errorClass: string | null;
}

export function notSent(reason: NotSentReason, errorClass: string | null = null): NotSent {
  return { state: 'not-sent', reason, errorClass };
}

/** What keeps a request from being sent. */
export type Withheld =
  /** The login service gave no token. */
  | { state: 'no-token'; result: LoginResult }
  /** A login is asked for, and there is none. */
  | { state: 'no-login' }
  /** The login was refused before in this process and is not sent again. */
  | { state: 'refused-before' }
  | NotSent;

/** A request may go out, with this login. */
export interface Ready {
  state: 'ready';
  /** Value of the Authorization header; null = none is asked for. */
  authorization: Secret | null;
  /** The token in it; null when there is none. */
  token: Secret | null;
}

/** What became of a request. */
export type Asked =
  | {
      state: 'answered';
      answer: HttpAnswer | HttpFailure;
      tries: number;
      withLogin: boolean;
      /** The login was sent as it is, after this very request had been answered with "log in". */
      late: boolean;
    }
  | Withheld;

/** A registry, asked in its own way of asking for logins. */
export interface Asking {
  /**
   * Sends a request.
   *
   * @param scope - what a token is asked for, for example `repository:team/model:pull`; empty for the login alone
   */
  ask(request: Omit<HttpRequest, 'host'>, scope: string): Promise<Asked>;
  /** Gets what a request of this scope needs, without sending it. */
  prepare(scope: string): Promise<Ready | Withheld>;
}
