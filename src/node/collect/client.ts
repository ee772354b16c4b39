import type { FactMap } from '../facts.ts';
import { joinHostPort } from '../registry/address.ts';
import { notSent, type Asked, type Asking, type Ready, type Withheld } from '../registry/asked.ts';
import { attemptKey, refusedBefore, rememberRefusal } from '../registry/attempts.ts';
import { chosenChallenge, readChallenges, type Challenge } from '../registry/challenge.ts';
import { headerValues, sendTwice, type HttpAnswer, type HttpFailure, type HttpRequest } from '../registry/http.ts';
import type { Limit } from '../registry/limit.ts';
import { bearerAuthorization } from '../registry/login.ts';
import { readRealm, sameHost } from '../registry/realm.ts';
import { knowsNoExchange, requestToken, type TokenResult } from '../registry/token.ts';
import { acceptedBySomeone } from '../registry/trust.ts';
import { basicAuthorization, type Credential } from '../secret.ts';
import { probeOf } from './connection.ts';
import { isOwn } from './loginService.ts';
import type { CollectContext } from './types.ts';
import { openRealm, openRegistry, type Session } from './verified.ts';

/** Facts that a client works with; trust must have been accepted before one is made. */
export const CLIENT_NEEDS = ['address', 'tls', 'trust', 'login.service', 'ca.content'] as const;

export type ClientFacts = Pick<FactMap, (typeof CLIENT_NEEDS)[number]>;

/** Asks one registry over its verified session, in the way in which it asks for logins. */
export class RegistryClient implements Asking {
  /** Requests that carried a login. */
  attempts = 0;
  /** Life of the last token, as its service said; null when it did not. */
  tokenSeconds: number | null = null;
  tokenSecondsUnread = false;
  readonly #facts: ClientFacts;
  readonly #credential: Credential | null;
  readonly #context: CollectContext;
  readonly #limit: Limit;
  readonly #ready = new Map<string, Ready>();

  constructor(facts: ClientFacts, credential: Credential | null, context: CollectContext, limit: Limit) {
    this.#facts = facts;
    this.#credential = credential;
    this.#context = context;
    this.#limit = limit;
  }

  /**
   * Sends a request with the login that the registry asked for in its first answer. When that asked for none, the
   * registry's answer to this very request may: then it is sent once more.
   */
  async ask(request: Omit<HttpRequest, 'host'>, scope: string): Promise<Asked> {
    const first = await this.prepare(scope);
    if (first.state !== 'ready') {
      return first;
    }
    const sent = await this.#send(request, first);
    if (first.authorization !== null || sent.state !== 'answered' || !isUnauthorized(sent.answer)) {
      return sent;
    }
    const { challenges } = readChallenges(headerValues(sent.answer, 'www-authenticate'));
    const challenge = chosenChallenge(challenges);
    const second = challenge === undefined ? undefined : await this.#authorize(challenge, scope, true);
    if (second?.state !== 'ready') {
      return second ?? sent;
    }
    const again = await this.#send(request, second);
    if (again.state !== 'answered') {
      return again;
    }
    const bare = second.token === null;
    if (isUnauthorized(again.answer) && bare) {
      this.#remember('registry');
    } else {
      this.#ready.set(scope, second);
    }
    return { ...again, late: bare };
  }

  async prepare(scope: string): Promise<Ready | Withheld> {
    const known = this.#ready.get(scope);
    if (known !== undefined) {
      return known;
    }
    const authorized = await this.#authorize(chosenChallenge(probeOf(this.#context).challenges), scope);
    if (authorized.state === 'ready') {
      this.#ready.set(scope, authorized);
    }
    return authorized;
  }

  /** Sends a request with the login as Basic, whatever else the registry offers. */
  async askWithBasic(request: Omit<HttpRequest, 'host'>): Promise<Asked> {
    const ready = await this.#authorize({ scheme: 'basic', parameters: {} }, '');
    return ready.state === 'ready' ? this.#send(request, ready) : ready;
  }

  async #send(request: Omit<HttpRequest, 'host'>, { authorization }: Ready): Promise<Asked> {
    const session = await openRegistry(this.#facts, this.#context, this.#limit);
    if (session.state !== 'open') {
      return session;
    }
    const wanted: HttpRequest = {
      ...request,
      host: this.#facts.address.given,
      ...(authorization === null ? {} : { authorization })
    };
    const { answer, tries } =
      request.method === 'GET'
        ? await sendTwice(session.connection, wanted, this.#limit)
        : { answer: await session.connection.send(wanted, this.#limit), tries: 1 };
    this.attempts += authorization === null ? 0 : tries;
    return { state: 'answered', answer, tries, withLogin: authorization !== null, late: false };
  }

  /** @param late - asked for in the middle of things, not in the registry's first answer */
  async #authorize(challenge: Challenge | undefined, scope: string, late = false): Promise<Ready | Withheld> {
    const credential = this.#credential;
    if (challenge === undefined) {
      return { state: 'ready', authorization: null, token: null };
    }
    if (late && credential !== null && this.#refusedBefore(credential)) {
      return { state: 'refused-before' };
    }
    if (credential?.kind === 'registrytoken') {
      const authorization = bearerAuthorization(credential.secret);
      return authorization === null ? notSent('login-kind') : { state: 'ready', authorization, token: null };
    }
    if (challenge.scheme === 'bearer') {
      return this.#token(challenge, scope, credential);
    }
    if (credential === null) {
      return { state: 'no-login' };
    }
    return credential.kind === 'identitytoken'
      ? notSent('login-kind')
      : { state: 'ready', authorization: basicAuthorization(credential), token: null };
  }

  async #token({ parameters }: Challenge, scope: string, credential: Credential | null): Promise<Ready | Withheld> {
    const { realm, fault } = readRealm(parameters['realm'], this.#facts.address.hostname);
    if (realm === null || fault !== null) {
      return notSent('login-service');
    }
    const own = isOwn(realm, this.#facts.address);
    const judged = this.#facts['login.service'].realm;
    // A foreign login service gets nothing unless its chain was judged with the registry's first answer.
    const trust = judged !== null && sameHost(judged.host, realm.host) ? judged.trust : null;
    if (!own && (trust === null || !acceptedBySomeone(trust))) {
      return notSent('login-service');
    }
    const opening = (): Promise<Session> =>
      own
        ? openRegistry(this.#facts, this.#context, this.#limit)
        : openRealm(realm, this.#facts, this.#context, this.#limit);
    const question = { realm, service: parameters['service'], scope, credential };
    let given: TokenResult | null = null;
    for (const way of ['usual', 'plain'] as const) {
      const session = await opening();
      if (session.state !== 'open') {
        return session;
      }
      given = await requestToken(session.connection, question, this.#limit, way);
      this.attempts += given.token === null ? given.result.attempts : given.attempts;
      if (given.token !== null) {
        this.tokenSeconds = given.seconds;
        this.tokenSecondsUnread = given.secondsUnread;
        return { state: 'ready', authorization: given.authorization, token: given.token };
      }
      if (given.result.status === 401 && scope === '') {
        this.#remember('login-service');
      }
      if (!knowsNoExchange(given) || given.result.status === 401) {
        break;
      }
    }
    return given === null || given.token !== null
      ? notSent('login-service')
      : { state: 'no-token', result: { ...given.result, attempts: this.attempts } };
  }

  #key(credential: Credential): string {
    const { hostname, port } = this.#facts.address;
    return attemptKey(joinHostPort(hostname, port), credential);
  }

  #refusedBefore(credential: Credential): boolean {
    const { clicked } = this.#context.options;
    // A click lets it be sent once more, not once more for each image.
    return probeOf(this.#context).loginRefused || (!clicked && refusedBefore(this.#key(credential)) !== undefined);
  }

  #remember(by: 'registry' | 'login-service'): void {
    if (this.#credential !== null) {
      probeOf(this.#context).loginRefused = true;
      rememberRefusal(this.#key(this.#credential), { by });
    }
  }
}

function isUnauthorized(answer: HttpAnswer | HttpFailure): answer is HttpAnswer {
  return answer.outcome === 'answered' && answer.status === 401;
}
