import type { FactMap } from '../facts.ts';
import { joinHostPort } from '../registry/address.ts';
import type { Asked, NotSent } from '../registry/asked.ts';
import { attemptKey, forgetRefusal, refusedBefore, rememberRefusal } from '../registry/attempts.ts';
import { chosenChallenge } from '../registry/challenge.ts';
import type { SessionFacts } from '../registry/facts.ts';
import { limitOf } from '../registry/limit.ts';
import { judgeLogin, versionCheck, type LoginResult } from '../registry/login.ts';
import { acceptedBySomeone } from '../registry/trust.ts';
import type { Credential } from '../secret.ts';
import { CLIENT_NEEDS, RegistryClient } from './client.ts';
import { probeOf } from './connection.ts';
import { collector, type CollectContext } from './types.ts';

const NEEDS = ['ping', 'login', ...CLIENT_NEEDS] as const;
type Facts = Pick<FactMap, (typeof NEEDS)[number]>;

const NOTHING: Omit<SessionFacts, 'outcome'> = {
  reason: null,
  by: null,
  status: 0,
  tokenFault: null,
  tokenSeconds: null,
  tokenSecondsUnread: false,
  basicToo: null,
  repeated: false,
  attempts: 0,
  retryAfter: null,
  errorClass: null,
  durationMs: 0
};

function withheld({ reason, errorClass }: Pick<NotSent, 'reason' | 'errorClass'>): SessionFacts {
  return { ...NOTHING, outcome: 'not-sent', reason, errorClass };
}

/** Whether our rules accept chain and name for the SDK or the builder, so that a verified session may be tried. */
export function mayBeAsked({ trust, tls }: Pick<FactMap, 'trust' | 'tls'>): boolean {
  return acceptedBySomeone(trust.consumers) && tls.unread.length === 0 && !tls.chainCut;
}

/**
 * The login, over a session of its own that Node verifies as well. Nothing is sent unless our rules accept chain and
 * name for the SDK or the chosen builder, and the session presents the certificate that was judged. The session stays
 * open for questions about repositories.
 */
export const sessionCollector = collector({
  gives: 'session',
  needs: NEEDS,
  cost: 'network',
  limitMs: 8000,
  async collect(facts, context) {
    const { 'login.service': service, login } = facts;
    if (service.kind === 'none') {
      return { value: { ...NOTHING, outcome: 'not-needed' } };
    }
    if (service.kind === 'unusable' || (service.realm !== null && service.realm.fault !== null)) {
      return { missing: ['login.service'] };
    }
    const credential = login.credential === null ? undefined : context.vault.credential(login.credential.handle);
    if (login.withheld) {
      return { value: { ...NOTHING, outcome: 'not-sent', reason: 'not-utf8' } };
    }
    if (credential === undefined) {
      return { value: { ...NOTHING, outcome: 'no-login' } };
    }
    if (!mayBeAsked(facts)) {
      return { missing: ['trust'] };
    }
    const { realm } = service;
    const throughToken = realm !== null && credential.kind !== 'registrytoken';
    if (throughToken && !realm.own && (realm.trust === null || !acceptedBySomeone(realm.trust))) {
      return { missing: ['login.service'] };
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
  const client = new RegistryClient(facts, credential, context, limitOf(context));
  const request = versionCheck(facts.address.given);
  const result = judge(await client.ask(request, ''), client, throughToken);
  if (result.outcome === 'refused' && result.by !== null) {
    rememberRefusal(key, { by: result.by });
  } else if (result.outcome === 'accepted') {
    forgetRefusal(key);
  }
  const basicToo = await tryBasicToo(result, client, request, credential, context);
  return {
    ...result,
    basicToo,
    attempts: client.attempts,
    tokenSeconds: client.tokenSeconds,
    tokenSecondsUnread: client.tokenSecondsUnread,
    durationMs: Math.round(performance.now() - began)
  };
}

function judge(asked: Asked, client: RegistryClient, throughToken: boolean): SessionFacts {
  switch (asked.state) {
    case 'answered': {
      const result = judgeLogin(asked.answer, 'registry', client.attempts);
      return complete(
        result.outcome === 'refused' && throughToken
          ? { ...result, outcome: 'token-unusable', tokenFault: 'not-accepted' }
          : result
      );
    }
    case 'no-token':
      return complete(asked.result);
    case 'not-sent':
      return withheld(asked);
    case 'no-login':
    case 'refused-before':
      return { ...NOTHING, outcome: 'no-login' };
  }
}

function complete(result: LoginResult): SessionFacts {
  return { ...NOTHING, ...result };
}

/**
 * Where Basic is offered before Bearer, go-containerregistry (Kaniko) takes Basic and python-dxf takes Bearer: a login
 * that one accepted is tried as the other would send it.
 */
async function tryBasicToo(
  { outcome }: SessionFacts,
  client: RegistryClient,
  request: ReturnType<typeof versionCheck>,
  credential: Credential,
  context: CollectContext
): Promise<SessionFacts['basicToo']> {
  const { challenges } = probeOf(context);
  const first = challenges.find(({ scheme }) => scheme === 'basic' || scheme === 'bearer');
  const offered = first?.scheme === 'basic' && chosenChallenge(challenges)?.scheme === 'bearer';
  if (!offered || outcome !== 'accepted' || credential.kind !== 'basic') {
    return null;
  }
  const asked = await client.askWithBasic(request);
  const status = asked.state === 'answered' && asked.answer.outcome === 'answered' ? asked.answer.status : 0;
  return status === 200 ? 'accepted' : status === 401 ? 'refused' : null;
}
