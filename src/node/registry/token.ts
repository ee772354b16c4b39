import { basicAuthorization, Secret, type Credential, type Remembers } from '../secret.ts';
import { bodyClass, formValue, headerValues, readJson, sendTwice, TOKEN_BYTES, type HttpConnection } from './http.ts';
import type { Form, HttpRequest } from './http.ts';
import type { Limit } from './limit.ts';
import { bearerAuthorization, judgeLogin, type LoginResult } from './login.ts';
import type { Realm } from './realm.ts';

/** What a token is asked for. */
export interface TokenQuestion {
  realm: Realm;
  /** The challenge's `service`; undefined when it has none. */
  service: string | undefined;
  /** For example `repository:team/model:pull`; empty for the login alone. */
  scope: string;
  /** Null asks for a token without a login. */
  credential: Credential | null;
}

export type TokenResult =
  | {
      token: Secret;
      /** Value of the Authorization header. */
      authorization: Secret;
      attempts: number;
      /** `expires_in` as sent, in seconds; null without it. */
      seconds: number | null;
      /** `expires_in` is no whole number: Go programs stop at it. */
      secondsUnread: boolean;
    }
  | { token: null; result: LoginResult };

/** Whether an identity token has to be exchanged in another way: the service knows no OAuth2. */
export function knowsNoExchange({ result }: { result: LoginResult }): boolean {
  return result.tokenFault === 'identity-token';
}

/**
 * Asks the login service for a token: `GET` with Basic for a password, `POST` (OAuth2) for an identity token
 * (Docker token specification, "token" and "oauth"). No user name stands in the address.
 *
 * @param way - `plain`: an identity token goes out as the password of a `GET`, for services without OAuth2
 */
export async function requestToken(
  connection: HttpConnection,
  question: TokenQuestion,
  limit: Limit,
  way: 'usual' | 'plain' = 'usual'
): Promise<TokenResult> {
  const { credential } = question;
  const exchanged = credential?.kind === 'identitytoken';
  const wanted = exchanged && way === 'usual' ? exchange(question, credential) : fetchToken(question);
  const { answer, tries } = await sendTwice(connection, wanted, limit);
  const attempts = credential === null ? 0 : tries;
  const result = judgeLogin(answer, 'login-service', attempts);
  if (answer.outcome !== 'answered') {
    return unusable(result, answer.outcome === 'malformed' ? 'not-json' : 'no-answer', answer.errorClass);
  }
  if (exchanged && (answer.status === 404 || answer.status === 405 || (way === 'plain' && answer.status === 401))) {
    return unusable(result, 'identity-token', result.errorClass);
  }
  if (result.outcome !== 'accepted') {
    return { token: null, result };
  }
  switch (bodyClass(answer)) {
    case 'html':
      return unusable(result, 'web-page', 'HTML');
    case 'json':
      break;
    case 'unfinished':
      return unusable(result, 'no-answer', 'UNFINISHED');
    default:
      return unusable(result, 'not-json', headerValues(answer, 'content-encoding').length > 0 ? 'ENCODED' : 'NOT_JSON');
  }
  const value = readJson(answer.body);
  rememberTokens(value, connection.run);
  const found = tokenOf(value);
  return found === null ? unusable(result, 'no-token', 'NO_TOKEN') : { ...found, attempts };
}

function unusable(result: LoginResult, tokenFault: LoginResult['tokenFault'], errorClass: string | null): TokenResult {
  return { token: null, result: { ...result, outcome: 'token-unusable', tokenFault, errorClass } };
}

/** User name beside an identity token, by Docker's convention. */
const TOKEN_USER = '<token>';

function fetchToken({ realm, service, scope, credential }: TokenQuestion): HttpRequest {
  const fields = [
    ...(service === undefined ? [] : [`service=${formValue(service)}`]),
    ...(scope === '' ? [] : [`scope=${formValue(scope)}`])
  ];
  const joint = fields.length === 0 ? '' : realm.path.includes('?') ? '&' : '?';
  return {
    method: 'GET',
    path: `${realm.path}${joint}${fields.join('&')}`,
    host: realm.host,
    ...(credential === null ? {} : { authorization: basicAuthorization(named(credential)) }),
    bodyBytes: TOKEN_BYTES
  };
}

function named(credential: Credential): Credential {
  return credential.kind === 'identitytoken' && credential.username.reveal() === ''
    ? { ...credential, username: new Secret(TOKEN_USER) }
    : credential;
}

function exchange({ realm, service, scope }: TokenQuestion, credential: Credential): HttpRequest {
  const body: Form = [
    ['grant_type', 'refresh_token'],
    ['service', service ?? ''],
    ['client_id', 'jupyterlab-kaptain-registry'],
    ...(scope === '' ? [] : ([['scope', scope]] as const)),
    ['refresh_token', credential.secret]
  ];
  return {
    method: 'POST',
    path: realm.path,
    host: realm.host,
    body,
    bodyBytes: TOKEN_BYTES
  };
}

/** Fields of an answer that hold a token (Docker token specification, "oauth"); only the first two are ever used. */
const TOKEN_FIELDS = ['token', 'access_token', 'refresh_token'] as const;

/** Whatever a login service hands out is a secret of the run, used or not. */
function rememberTokens(value: unknown, run: Remembers): void {
  const answer = (typeof value === 'object' && value !== null ? value : {}) as Readonly<Record<string, unknown>>;
  for (const field of TOKEN_FIELDS) {
    const token = answer[field];
    if (typeof token === 'string') {
      run.remember(new Secret(token));
    }
  }
}

/** `token` or `access_token`; null when neither is a text that can stand in a header line. */
function tokenOf(
  value: unknown
): { token: Secret; authorization: Secret; seconds: number | null; secondsUnread: boolean } | null {
  if (typeof value !== 'object' || value === null) {
    return null;
  }
  const { token, access_token: accessToken, expires_in: expires } = value as Readonly<Record<string, unknown>>;
  for (const candidate of [token, accessToken]) {
    const given = typeof candidate === 'string' ? new Secret(candidate) : null;
    const authorization = given === null ? null : bearerAuthorization(given);
    if (given !== null && authorization !== null) {
      const seconds = typeof expires === 'number' && Number.isFinite(expires) ? Math.trunc(expires) : null;
      const secondsUnread = expires !== undefined && expires !== null && !Number.isInteger(expires);
      return { token: given, authorization, seconds, secondsUnread };
    }
  }
  return null;
}

/**
 * What a token allows in one repository, where it says so itself (a JSON Web Token with the claim `access`; Docker
 * token specification, "jwt"). Null for every other token: nothing can be told from it.
 */
export function grantedActions(token: Secret, repository: string): readonly string[] | null {
  const payload = token.reveal().split('.')[1];
  if (payload === undefined || token.reveal().split('.').length !== 3) {
    return null;
  }
  const claims = readJson(Buffer.from(payload, 'base64url'));
  const access =
    typeof claims === 'object' && claims !== null && 'access' in claims && Array.isArray(claims.access)
      ? (claims.access as readonly unknown[])
      : null;
  if (access === null) {
    return null;
  }
  return access.flatMap(entry => {
    const { type, name, actions } = (entry ?? {}) as Readonly<Record<string, unknown>>;
    return type === 'repository' && name === repository && Array.isArray(actions)
      ? actions.filter((action): action is string => typeof action === 'string')
      : [];
  });
}
