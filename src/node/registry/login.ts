import type { Credential } from '../secret.ts';
import type { SessionFacts } from './facts.ts';
import {
  bodyClass,
  headerValues,
  readJson,
  retryAfter,
  sendTwice,
  TOKEN_BYTES,
  type HttpAnswer,
  type HttpConnection,
  type HttpFailure,
  type HttpRequest,
  BODY_BYTES
} from './http.ts';
import type { Limit } from './limit.ts';
import type { Realm } from './realm.ts';

/** What a request with credentials led to. */
export type LoginResult = Pick<
  SessionFacts,
  'outcome' | 'by' | 'status' | 'tokenFault' | 'attempts' | 'retryAfter' | 'errorClass'
>;

export type TokenResult = { token: string; attempts: number } | { token: null; result: LoginResult };

/** Value of an Authorization header for Basic (RFC 7617, UTF-8). */
export function basicAuthorization(credential: Credential): string {
  return `Basic ${Buffer.from(`${credential.username.reveal()}:${credential.secret.reveal()}`, 'utf8').toString('base64')}`;
}

/** Value of an Authorization header for Bearer; null when the token cannot stand in a header line. */
export function bearerAuthorization(token: string): string | null {
  return /^[\x21-\x7e]{1,65536}$/.test(token) ? `Bearer ${token}` : null;
}

function none(by: LoginResult['by'], attempts: number): LoginResult {
  return { outcome: 'error', by, status: 0, tokenFault: null, attempts, retryAfter: null, errorClass: null };
}

function judge(answer: HttpAnswer | HttpFailure, by: 'registry' | 'login-service', attempts: number): LoginResult {
  const result = none(by, attempts);
  if (answer.outcome !== 'answered') {
    return { ...result, errorClass: answer.errorClass };
  }
  const { status } = answer;
  const after = retryAfter(answer, Date.now());
  const outcomes: Readonly<Record<number, SessionFacts['outcome']>> = {
    200: 'accepted',
    401: 'refused',
    403: 'forbidden',
    429: 'too-many'
  };
  return { ...result, outcome: outcomes[status] ?? 'error', status, retryAfter: after, errorClass: `HTTP_${status}` };
}

/** `GET /v2/` with a login (OCI distribution-spec, "Determining Support"). */
export async function askWithLogin(
  connection: HttpConnection,
  host: string,
  authorization: string,
  limit: Limit
): Promise<LoginResult> {
  const wanted: HttpRequest = {
    method: 'GET',
    path: '/v2/',
    host,
    headers: { authorization },
    bodyBytes: BODY_BYTES
  };
  const { answer, tries } = await sendTwice(connection, wanted, limit);
  return judge(answer, 'registry', tries);
}

/**
 * Asks the login service for a token: `GET` with Basic for a password, `POST` (OAuth2) for an identity token
 * (Docker token specification, "token" and "oauth"). No user name stands in the address.
 *
 * @param service - the challenge's `service`; undefined when it has none
 */
export async function requestToken(
  connection: HttpConnection,
  realm: Realm,
  service: string | undefined,
  credential: Credential,
  limit: Limit
): Promise<TokenResult> {
  const wanted =
    credential.kind === 'identitytoken' ? exchange(realm, service, credential) : fetchToken(realm, service, credential);
  const { answer, tries } = await sendTwice(connection, wanted, limit);
  if (answer.outcome !== 'answered') {
    return unusable(
      none('login-service', tries),
      answer.outcome === 'malformed' ? 'not-json' : 'no-answer',
      answer.errorClass
    );
  }
  const result = judge(answer, 'login-service', tries);
  if (credential.kind === 'identitytoken' && (answer.status === 404 || answer.status === 405)) {
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
  const token = tokenOf(readJson(answer.body));
  return token === null ? unusable(result, 'no-token', 'NO_TOKEN') : { token, attempts: tries };
}

function unusable(result: LoginResult, tokenFault: LoginResult['tokenFault'], errorClass: string | null): TokenResult {
  return { token: null, result: { ...result, outcome: 'token-unusable', tokenFault, errorClass } };
}

function fetchToken(realm: Realm, service: string | undefined, credential: Credential): HttpRequest {
  const query = service === undefined ? '' : `service=${formValue(service)}`;
  const joint = query === '' ? '' : realm.path.includes('?') ? '&' : '?';
  return {
    method: 'GET',
    path: `${realm.path}${joint}${query}`,
    host: realm.host,
    headers: { authorization: basicAuthorization(credential) },
    bodyBytes: TOKEN_BYTES
  };
}

function exchange(realm: Realm, service: string | undefined, credential: Credential): HttpRequest {
  const fields = [
    'grant_type=refresh_token',
    `service=${formValue(service ?? '')}`,
    'client_id=jupyterlab-kaptain-registry',
    `refresh_token=${formValue(credential.secret.reveal())}`
  ];
  return {
    method: 'POST',
    path: realm.path,
    host: realm.host,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: fields.join('&'),
    bodyBytes: TOKEN_BYTES
  };
}

/** A value of a form, percent-encoded; damaged characters are replaced instead of being an error. */
function formValue(text: string): string {
  return encodeURIComponent(Buffer.from(text, 'utf8').toString('utf8'));
}

/** `token` or `access_token`; null when neither is a text that can stand in a header line. */
function tokenOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null) {
    return null;
  }
  const { token, access_token: accessToken } = value as Readonly<Record<string, unknown>>;
  const found = [token, accessToken].find(
    candidate => typeof candidate === 'string' && bearerAuthorization(candidate) !== null
  );
  return typeof found === 'string' ? found : null;
}
