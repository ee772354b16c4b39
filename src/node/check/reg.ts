import type { Code } from '../../common/catalogue/index.ts';
import { dateArg, errorClassArg, hostArg, pathArg, wordArg, type Arg, type HostArg } from '../../common/args.ts';
import { draft, type FindingDraft } from '../../common/finding.ts';
import { builderHelper } from '../docker/helperProgram.ts';
import { joinHostPort } from '../registry/address.ts';
import type { PingFacts, SessionFacts } from '../registry/facts.ts';
import { namespaceOf } from './namespace.ts';
import { cannotTell, fail, REGISTRY_FAILS, seconds, slow, unknownAnswer, WAY_FAILS, withFindings } from './outcome.ts';
import { imageChecks } from './regImages.ts';
import { pushChecks } from './regPush.ts';
import { notSentText, tooMany } from './regTexts.ts';
import { check, pass, type Judgement } from './types.ts';

/** What the check `reg.service` can raise. */
export const SERVICE_CODES = ['KR-REG-006', 'KR-REG-007', 'KR-REG-008', 'KR-REG-009', 'KR-REG-024'] as const;
export type ServiceCode = (typeof SERVICE_CODES)[number];

type Evidence = { label: string; value: Arg }[];

const api = check({
  id: 'reg.api',
  judges: 'ping',
  needs: ['ping', 'address'],
  emits: [
    'KR-REG-001',
    'KR-REG-002',
    'KR-REG-003',
    'KR-REG-004',
    'KR-REG-005',
    'KR-REG-012',
    'KR-REG-023',
    'KR-REG-026',
    'KR-REG-029',
    'KR-NET-007',
    'KR-NET-009',
    'KR-NET-013',
    'KR-NET-014',
    'KR-NET-017',
    'KR-TLS-016',
    'KR-INT-009'
  ],
  run({ facts, subject }) {
    const { ping, address } = facts;
    const host = hostArg(address.given);
    const target = hostArg(joinHostPort(address.hostname, address.port));
    switch (ping.outcome) {
      case 'answered':
        return judgeTime(subject, ping, host, judgeAnswer(subject, ping, host));
      case 'cut':
        return fail(
          draft('KR-NET-009', subject, { host, target }, { variant: 'after-greeting', consumers: WAY_FAILS })
        );
      case 'silent': {
        const args = { host, target, address: target, seconds: seconds(ping.durationMs) };
        return fail(draft('KR-NET-007', subject, args, { variant: 'silent-after-greeting', consumers: WAY_FAILS }));
      }
      case 'client-certificate':
        return fail(draft('KR-TLS-016', subject, { host }, { consumers: REGISTRY_FAILS }));
      case 'malformed':
        return fail(draft('KR-NET-017', subject, { host, target }, { variant: 'not-http', consumers: REGISTRY_FAILS }));
      case 'other':
        return fail(unknownAnswer(subject, 'Registry API', ping.errorClass));
    }
  }
});

function judgeAnswer(subject: string, ping: PingFacts, host: HostArg) {
  const { status } = ping;
  const evidence = evidenceOf(ping);
  const registry = { consumers: REGISTRY_FAILS, evidence };
  const mesh = ping.envoy ? meshVariant(ping) : undefined;
  if (mesh !== undefined) {
    return fail(draft('KR-NET-013', subject, { host, status }, { ...mesh, consumers: WAY_FAILS, evidence }));
  }
  if (ping.redirect !== null) {
    return judgeRedirect(subject, ping.redirect, host, evidence);
  }
  if (status === 401) {
    return pass('answers, asks for a login');
  }
  if (status === 403) {
    return fail(draft('KR-REG-012', subject, { host }, { variant: 'before-login', consumers: WAY_FAILS, evidence }));
  }
  if (ping.version1) {
    return fail(draft('KR-REG-023', subject, { host }, registry));
  }
  if (status === 407 || status === 511) {
    return fail(draft('KR-REG-002', subject, { host, status }, { variant: 'portal', consumers: WAY_FAILS, evidence }));
  }
  if (status === 404 || status === 410) {
    return fail(draft('KR-REG-001', subject, { host, status }, registry));
  }
  if (status === 429) {
    return fail(tooMany(subject, ping, host, evidence));
  }
  if (status >= 500) {
    const args = { host, status, tries: ping.tries };
    return fail(draft('KR-REG-003', subject, args, { ...registry, ...faultVariant(status) }));
  }
  if (status === 400 || status === 421) {
    const variant = status === 421 ? { variant: 'name' as const } : ping.httpBehind ? { variant: 'http' as const } : {};
    return fail(draft('KR-REG-029', subject, { host, status }, { ...registry, ...variant }));
  }
  if (status !== 200) {
    return fail(unknownAnswer(subject, 'Registry API', ping.errorClass));
  }
  if (ping.body === 'html') {
    return fail(draft('KR-REG-002', subject, { host, status }, registry));
  }
  if (!ping.apiHeader && ping.body !== 'json' && ping.body !== 'none') {
    return fail(draft('KR-REG-002', subject, { host, status }, { ...registry, variant: 'not-a-registry' }));
  }
  return ping.schemes.length > 0
    ? pass('answers, asks for a login')
    : {
        findings: [draft('KR-REG-026', subject, { host }, { evidence })],
        summary: { text: 'answers, asks for no login', args: {} }
      };
}

/** Answers that Envoy gives by itself; undefined for those that say nothing of the mesh. */
function meshVariant({ status, apiHeader }: PingFacts): { variant?: 'no-route' | 'denied' } | undefined {
  if ([502, 503, 504].includes(status)) {
    return {};
  }
  return status === 403 ? { variant: 'denied' } : status === 404 && !apiHeader ? { variant: 'no-route' } : undefined;
}

function faultVariant(status: number): { variant?: 'unavailable' | 'gateway' } {
  return status === 503 ? { variant: 'unavailable' } : status === 502 || status === 504 ? { variant: 'gateway' } : {};
}

/** An answer in order that took long. */
function judgeTime<C extends Code>(
  subject: string,
  ping: PingFacts,
  host: HostArg,
  judgement: Judgement<C>
): Judgement<C | 'KR-NET-014'> {
  const inOrder = judgement.unknown !== true && judgement.summary !== undefined;
  return inOrder ? withFindings(judgement, slow(subject, host, wordArg('first answer'), ping.durationMs)) : judgement;
}

function judgeRedirect(
  subject: string,
  redirect: NonNullable<PingFacts['redirect']>,
  host: HostArg,
  evidence: Evidence
) {
  const args = { host, target: hostArg(redirect.target) };
  switch (redirect.to) {
    case 'same-host':
      return cannotTell('cannot tell (sent to another page of its own)');
    case 'other-host':
      return fail(draft('KR-REG-005', subject, args, { evidence }));
    case 'loop':
    case 'plain-http':
    case 'unreadable':
      return fail(draft('KR-REG-005', subject, args, { variant: redirect.to, consumers: REGISTRY_FAILS, evidence }));
  }
}

function evidenceOf(ping: PingFacts): Evidence {
  return [
    { label: 'Status', value: ping.status },
    ...(ping.tries > 1 ? [{ label: 'Requests', value: ping.tries }] : []),
    ...(ping.date === null ? [] : [{ label: 'Time at the registry', value: dateArg(ping.date) }])
  ];
}

const service = check({
  id: 'reg.service',
  judges: 'login.service',
  needs: ['login.service', 'address', 'environment'],
  emits: SERVICE_CODES,
  run({ facts: { 'login.service': facts, address, environment }, subject }) {
    const host = hostArg(address.given);
    if (facts.kind === 'none') {
      return pass('no login is asked for');
    }
    const malformed = facts.pythonStops
      ? [draft('KR-REG-024', subject, { host }, { variant: 'unreadable', consumers: { sdk: 'fails' } })]
      : [];
    if (facts.kind === 'basic') {
      return withFindings(pass('the registry itself'), malformed);
    }
    if (facts.kind === 'unusable' || facts.realm === null) {
      const variant = facts.fault === 'unknown-scheme' || facts.fault === 'malformed' ? { variant: facts.fault } : {};
      return fail(draft('KR-REG-006', subject, { host }, { ...variant, consumers: REGISTRY_FAILS }));
    }
    const { realm } = facts;
    const name = hostArg(realm.host);
    const findings: FindingDraft<ServiceCode>[] = [...malformed];
    if (realm.fault !== null) {
      findings.push(draft('KR-REG-009', subject, { host, realm: name }, { variant: realm.fault }));
    } else if (realm.reach === 'failed') {
      const errorClass = errorClassArg(realm.errorClass ?? 'OTHER');
      findings.push(draft('KR-REG-007', subject, { host, realm: name, errorClass }, { consumers: WAY_FAILS }));
    } else if (realm.trust?.sdk === 'fails') {
      const consumers = { sdk: 'fails', builder: realm.trust.builder, nodes: 'unknown' } as const;
      const namespace = namespaceOf(environment);
      findings.push(draft('KR-REG-008', subject, { host, realm: name, namespace }, { consumers }));
    }
    if (!facts.hasService) {
      findings.push(draft('KR-REG-024', subject, { host }, { consumers: { sdk: 'fails' } }));
    }
    if (findings.length > 0) {
      return { findings };
    }
    if (realm.trust?.sdk === 'unknown') {
      return cannotTell('cannot tell whether it is trusted');
    }
    return realm.own ? pass('the registry itself') : pass('{realm}', { realm: name });
  }
});

const login = check({
  id: 'reg.login',
  judges: 'session',
  needs: ['session', 'address'],
  mayUse: ['login.service', 'login', 'config.content'],
  emits: [
    'KR-REG-003',
    'KR-REG-004',
    'KR-REG-010',
    'KR-REG-011',
    'KR-REG-012',
    'KR-REG-022',
    'KR-REG-025',
    'KR-REG-028',
    'KR-INT-009'
  ],
  run(input) {
    const { session, address } = input.facts;
    const { subject } = input;
    const optional = input.facts;
    const host = hostArg(address.given);
    const realm = hostArg(optional['login.service']?.realm?.host ?? address.given);
    const byService = session.by === 'login-service';
    const evidence: Evidence = session.status === 0 ? [] : [{ label: 'Status', value: session.status }];
    const registry = { consumers: REGISTRY_FAILS, evidence };
    const path = pathArg(optional['config.content']?.path ?? '');
    switch (session.outcome) {
      case 'accepted':
        return withFindings(pass('accepted'), judgeAccepted(subject, session, { host, realm }, input.builder));
      case 'not-needed':
        return pass('not needed');
      case 'no-login': {
        const reads = optional.login?.consumers.sdk.finds ?? 'none';
        const helper = optional.login?.helper ?? '';
        const consumers = {
          ...REGISTRY_FAILS,
          ...(reads === 'none' ? {} : { sdk: 'unknown' as const }),
          ...(builderHelper(helper, address.given) === 'usable' ? { builder: 'unknown' as const } : {})
        };
        return fail(draft('KR-REG-011', subject, { host, path }, { consumers, evidence }));
      }
      case 'refused': {
        const suspect = optional.login?.entry?.suspect ?? null;
        const variant = session.repeated ? 'not-repeated' : (suspect ?? (byService ? 'login-service' : null));
        return fail(
          draft('KR-REG-010', subject, { host, path }, variant === null ? registry : { ...registry, variant })
        );
      }
      case 'forbidden':
        return fail(
          draft('KR-REG-012', subject, { host }, byService ? { ...registry, variant: 'login-service' } : registry)
        );
      case 'too-many':
        return fail(
          tooMany(
            subject,
            { tries: session.attempts, retryAfter: session.retryAfter },
            byService ? realm : host,
            evidence
          )
        );
      case 'token-unusable':
        return fail(draft('KR-REG-025', subject, { host, realm }, { ...registry, ...tokenVariant(session) }));
      case 'not-sent':
        return cannotTell(notSentText(session.reason));
      case 'error':
        return fail(judgeError(subject, session, host, realm));
    }
  }
});

/** What is wrong although the login is right. */
function judgeAccepted(
  subject: string,
  session: SessionFacts,
  { host, realm }: { host: HostArg; realm: HostArg },
  builder: string
) {
  const { tokenSeconds, tokenSecondsUnread, basicToo } = session;
  return [
    ...(tokenSecondsUnread ? [secondsUnread(subject, { host, realm }, builder)] : []),
    ...(basicToo === 'refused' ? [draft('KR-REG-028', subject, { host }, { consumers: { builder: 'fails' } })] : []),
    // "A token should never be returned with less than 60 seconds to live" (Docker token specification).
    ...(tokenSeconds !== null && tokenSeconds < 60
      ? [draft('KR-REG-022', subject, { host: realm, seconds: Math.max(0, tokenSeconds) })]
      : [])
  ];
}

/** ggcr and containerd read `expires_in` as an integer; the ggcr of Kaniko 1.3.0 (`transport/bearer.go` of 2020) does not read it. */
function secondsUnread(subject: string, args: { host: HostArg; realm: HostArg }, builder: string) {
  return draft(
    'KR-REG-025',
    subject,
    args,
    builder === 'kaniko-1.3.0'
      ? { variant: 'seconds', severity: 'warning', consumers: { nodes: 'fails' } }
      : { variant: 'seconds', consumers: { builder: 'fails', nodes: 'fails' } }
  );
}

function tokenVariant({ tokenFault }: SessionFacts): {
  variant?: Exclude<NonNullable<SessionFacts['tokenFault']>, 'not-json'>;
} {
  return tokenFault === null || tokenFault === 'not-json' ? {} : { variant: tokenFault };
}

function judgeError(subject: string, session: SessionFacts, host: HostArg, realm: HostArg) {
  const { status } = session;
  const options = { consumers: REGISTRY_FAILS, evidence: [{ label: 'Status', value: status }] };
  if (status >= 500) {
    return session.by === 'login-service'
      ? draft(
          'KR-REG-003',
          subject,
          { host: realm, status, tries: session.attempts },
          { ...options, variant: 'login-service' }
        )
      : draft('KR-REG-003', subject, { host, status, tries: session.attempts }, { ...options, variant: 'after-login' });
  }
  return session.by === 'login-service' && status !== 0
    ? draft('KR-REG-025', subject, { host, realm }, options)
    : unknownAnswer(subject, 'Login', session.errorClass);
}

/** The registry's protocol, the login, and the rights on images. */
export const regChecks = [api, service, login, ...imageChecks, ...pushChecks];
