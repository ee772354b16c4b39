import { Secret } from '../secret.ts';
import type { SessionFacts } from './facts.ts';
import { BODY_BYTES, retryAfter, type HttpAnswer, type HttpFailure, type HttpRequest } from './http.ts';

/** What a request with credentials led to. */
export type LoginResult = Pick<
  SessionFacts,
  'outcome' | 'by' | 'status' | 'tokenFault' | 'attempts' | 'retryAfter' | 'errorClass'
>;

/** Value of an Authorization header for Bearer; null when the token cannot stand in a header line. */
export function bearerAuthorization(token: Secret): Secret | null {
  const text = token.reveal();
  return /^[\x21-\x7e]{1,65536}$/.test(text) ? new Secret(`Bearer ${text}`) : null;
}

/** `GET /v2/` (OCI distribution-spec, "Determining Support"). */
export function versionCheck(host: string): HttpRequest {
  return { method: 'GET', path: '/v2/', host, bodyBytes: BODY_BYTES };
}

const OUTCOMES: Readonly<Record<number, SessionFacts['outcome']>> = {
  200: 'accepted',
  401: 'refused',
  403: 'forbidden',
  429: 'too-many'
};

/** What an answer to a request with a login says about the login. */
export function judgeLogin(
  answer: HttpAnswer | HttpFailure,
  by: 'registry' | 'login-service',
  attempts: number
): LoginResult {
  const result: LoginResult = {
    outcome: 'error',
    by,
    status: 0,
    tokenFault: null,
    attempts,
    retryAfter: null,
    errorClass: null
  };
  if (answer.outcome !== 'answered') {
    return { ...result, errorClass: answer.errorClass };
  }
  const { status } = answer;
  return {
    ...result,
    outcome: OUTCOMES[status] ?? 'error',
    status,
    retryAfter: retryAfter(answer, Date.now()),
    errorClass: `HTTP_${status}`
  };
}
