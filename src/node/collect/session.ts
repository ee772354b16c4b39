import type { Socket } from 'node:net';
import type { FactMap } from '../facts.ts';
import { joinHostPort } from '../registry/address.ts';
import { attemptKey, forgetRefusal, refusedBefore, rememberRefusal } from '../registry/attempts.ts';
import { chosenChallenge } from '../registry/challenge.ts';
import type { NotSentReason, SessionFacts } from '../registry/facts.ts';
import { OTHER_CERTIFICATE, serverName, verifiedSession } from '../registry/handshake.ts';
import { HttpConnection } from '../registry/http.ts';
import { limitOf, type Limit } from '../registry/limit.ts';
import {
  askWithLogin,
  basicAuthorization,
  bearerAuthorization,
  requestToken,
  type LoginResult
} from '../registry/login.ts';
import type { RegistryProbe } from '../registry/probe.ts';
import { readRealm, type Realm } from '../registry/realm.ts';
import { acceptedBySomeone, anchorsFor, safeForNode } from '../registry/trust.ts';
import type { Credential } from '../secret.ts';
import type { CertificateFacts } from '../x509/facts.ts';
import { probeOf } from './connection.ts';
import { isOwn, loginServiceProbeOf } from './loginService.ts';
import { collector, type CollectContext } from './types.ts';

const NEEDS = ['ping', 'address', 'tls', 'trust', 'login', 'login.service', 'ca.content'] as const;
type Facts = Pick<FactMap, (typeof NEEDS)[number]>;

const NOTHING: Omit<SessionFacts, 'outcome'> = {
  reason: null,
  by: null,
  status: 0,
  tokenFault: null,
  repeated: false,
  attempts: 0,
  retryAfter: null,
  errorClass: null,
  durationMs: 0
};

function notSent(reason: NotSentReason, errorClass: string | null = null): SessionFacts {
  return { ...NOTHING, outcome: 'not-sent', reason, errorClass };
}

/**
 * The login, over a session of its own that Node verifies as well. Nothing is sent unless our rules accept chain and
 * name for the SDK or the chosen builder, and the session presents the certificate that was judged.
 */
export const sessionCollector = collector({
  gives: 'session',
  needs: NEEDS,
  cost: 'network',
  limitMs: 8000,
  async collect(facts, context) {
    const { 'login.service': service, login, trust, tls } = facts;
    if (service.kind === 'none') {
      return { value: { ...NOTHING, outcome: 'not-needed' } };
    }
    if (service.kind === 'unusable' || (service.realm !== null && service.realm.fault !== null)) {
      return { missing: ['login.service'] };
    }
    const credential = login.credential === null ? undefined : context.vault.credential(login.credential.handle);
    if (credential === undefined) {
      return { value: { ...NOTHING, outcome: 'no-login' } };
    }
    if (!acceptedBySomeone(trust.consumers) || tls.unread.length > 0 || tls.chainCut) {
      return { missing: ['trust'] };
    }
    const { realm } = service;
    const throughToken = realm !== null && credential.kind !== 'registrytoken';
    if (throughToken && !realm.own && (realm.trust === null || !acceptedBySomeone(realm.trust))) {
      return { missing: ['login.service'] };
    }
    if (realm === null && credential.kind === 'identitytoken') {
      return { value: notSent('login-kind') };
    }
    return { value: await logIn(facts, credential, throughToken, context) };
  }
});

/** Sends the login once, unless it was refused before in this process and nobody asked again. */
async function logIn(
  facts: Facts,
  credential: Credential,
  throughToken: boolean,
  context: CollectContext
): Promise<SessionFacts> {
  const began = performance.now();
  const key = attemptKey(joinHostPort(facts.address.hostname, facts.address.port), credential);
  const refusal = refusedBefore(key);
  if (refusal !== undefined && !context.options.clicked) {
    return { ...NOTHING, outcome: 'refused', by: refusal.by, status: 401, repeated: true };
  }
  const limit = limitOf(context);
  const result = await (throughToken ? withToken : directly)(facts, credential, context, limit);
  if (result.outcome === 'refused' && result.by !== null) {
    rememberRefusal(key, { by: result.by });
  } else if (result.outcome === 'accepted') {
    forgetRefusal(key);
  }
  return { ...result, durationMs: Math.round(performance.now() - began) };
}

type Sent = LoginResult & Partial<SessionFacts>;

function complete(result: Sent): SessionFacts {
  return { ...NOTHING, ...result };
}

/** Basic, or a registry token: the registry itself is asked with the login. */
async function directly(
  facts: Facts,
  credential: Credential,
  context: CollectContext,
  limit: Limit
): Promise<SessionFacts> {
  const authorization =
    credential.kind === 'registrytoken'
      ? bearerAuthorization(credential.secret.reveal())
      : basicAuthorization(credential);
  if (authorization === null) {
    return notSent('login-kind');
  }
  const session = await openRegistry(facts, context, limit);
  if (!('connection' in session)) {
    return session;
  }
  const result = await askWithLogin(session.connection, facts.address.given, authorization, limit);
  session.connection.close();
  return complete(result);
}

/** Bearer: the login service gives a token for the login, the registry is asked with the token. */
async function withToken(
  facts: Facts,
  credential: Credential,
  context: CollectContext,
  limit: Limit
): Promise<SessionFacts> {
  const { parameters = {} } = chosenChallenge(probeOf(context).challenges) ?? {};
  const { realm } = readRealm(parameters['realm'], facts.address.hostname);
  if (realm === null) {
    return notSent('login-kind');
  }
  const own = isOwn(realm, facts.address);
  const first = own ? await openRegistry(facts, context, limit) : await openRealm(realm, facts, context, limit);
  if (!('connection' in first)) {
    return first;
  }
  const answer = await requestToken(first.connection, realm, parameters['service'], credential, limit);
  if (answer.token === null || !own || !first.connection.usable) {
    first.connection.close();
  }
  if (answer.token === null) {
    return complete(answer.result);
  }
  const authorization = bearerAuthorization(answer.token);
  const second = own && first.connection.usable ? first : await openRegistry(facts, context, limit);
  if (!('connection' in second) || authorization === null) {
    return 'connection' in second ? notSent('login-kind') : { ...second, attempts: answer.attempts };
  }
  const result = await askWithLogin(second.connection, facts.address.given, authorization, limit);
  second.connection.close();
  const attempts = answer.attempts + result.attempts;
  return complete(
    result.outcome === 'refused'
      ? { ...result, attempts, outcome: 'token-unusable', tokenFault: 'not-accepted' }
      : { ...result, attempts }
  );
}

type Session = { connection: HttpConnection } | SessionFacts;

function openRegistry(
  { address, tls, trust, 'ca.content': ca }: Facts,
  context: CollectContext,
  limit: Limit
): Promise<Session> {
  const anchors = anchorsFor(ca, trust.publiclyTrusted);
  return open(probeOf(context), tls.chain, serverName(address.hostname, address.kind), anchors, limit);
}

function openRealm(realm: Realm, { 'ca.content': ca }: Facts, context: CollectContext, limit: Limit): Promise<Session> {
  const probe = loginServiceProbeOf(context);
  const anchors = anchorsFor(ca, probe.publiclyTrusted);
  return open(probe, probe.chain, serverName(realm.hostname, realm.kind), anchors, limit);
}

/** A verified session with the certificate that was judged. */
async function open(
  probe: RegistryProbe,
  chain: readonly CertificateFacts[],
  servername: string | undefined,
  anchors: readonly string[] | 'system',
  limit: Limit
): Promise<Session> {
  const [leaf] = chain;
  if (leaf === undefined || !safeForNode(chain)) {
    return notSent('unsafe-certificate');
  }
  const socket: Socket | null = await probe.again(limit);
  if (socket === null) {
    return notSent('connection');
  }
  const session = await verifiedSession(socket, servername, anchors, leaf.sha256, limit);
  if (session.socket === null) {
    const reason = session.errorClass === OTHER_CERTIFICATE ? 'other-certificate' : 'session-not-verified';
    return notSent(reason, session.errorClass);
  }
  return { connection: new HttpConnection(probe.own(session.socket)) };
}
