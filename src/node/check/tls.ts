import { dateArg, hostArg, objectArg, objectsArg, pathArg, subjectArg, type ObjectArg } from '../../common/args.ts';
import { draft } from '../../common/finding.ts';
import type { FactMap } from '../facts.ts';
import type { Cause, CertificateFacts, TrustFacts } from '../x509/facts.ts';
import { longChain } from './chainSize.ts';
import { certificateEvidence } from './crt.ts';
import { programEvidence } from './programs.ts';
import { mergeFindings } from './mergeFindings.ts';
import { CHAIN_CODES, type ChainCode, findingsOf, originOf, severityFor } from './tlsCauses.ts';
import { check, pass, type CheckInput, type Judgement } from './types.ts';

const DAY_MS = 86_400_000;
/** Days before its end from which the registry's certificate is announced. */
const SOON_DAYS = 21;
/** Difference of clocks that matters. */
const CLOCK_MS = 5 * 60_000;

/** Switches that turn certificate checks off when they are 0. */
const SWITCHES = ['PYTHONHTTPSVERIFY', 'NODE_TLS_REJECT_UNAUTHORIZED'] as const;

/** Certificates that were sent and that no reader of ours could read. */
function unreadFindings(subject: string, unread: FactMap['tls']['unread'], trust: TrustFacts) {
  return unread
    .slice(0, 3)
    .map(({ position }) =>
      draft(
        'KR-TLS-022',
        subject,
        { subject: subjectArg(`number ${position + 1} of the chain`), what: objectArg('no readable certificate') },
        { consumers: { sdk: trust.consumers.sdk === 'ok' ? 'unknown' : trust.consumers.sdk, builder: 'fails' } }
      )
    );
}

/** Whether the programs trust the chain, and why not. */
function judgeChain(input: CheckInput<'trust' | 'environment', 'tls'>): Judgement<ChainCode> {
  const { trust, environment } = input.facts;
  const scene = { host: input.subject, trust, environment };
  const { tls } = input.facts;
  const findings = mergeFindings<ChainCode>([
    ...unreadFindings(input.subject, tls?.unread ?? [], trust),
    ...trust.causes.flatMap(cause => findingsOf(cause, scene)),
    ...(tls === undefined ? [] : longChain({ tls, trust }, input))
  ]);
  const serious = findings.some(({ severity }) => severity !== 'info');
  if (serious) {
    return { findings };
  }
  const anchor = trust.certificates.find(({ sha256 }) => sha256 === trust.path.at(-1));
  const anchorName = subjectArg(anchor?.commonName ?? anchor?.subject ?? '');
  return trust.publiclyTrusted
    ? { findings, summary: { text: 'signed by a public CA', args: {} } }
    : { findings, summary: { text: 'signed by {subject}', args: { subject: anchorName } } };
}

function namesOf(leaf: CertificateFacts): readonly ObjectArg[] {
  const { names, subjectName } = leaf;
  const all = [...(names?.dns ?? []), ...(names?.ip ?? [])];
  return objectsArg(all.length > 0 ? all : subjectName.commonNames);
}

/** Whether the certificate is for the name that the registry is called by. */
function judgeName({ facts: { trust }, subject }: CheckInput<'trust'>) {
  const [leaf] = trust.certificates;
  const causes = trust.causes.filter(({ kind }) => kind === 'name');
  const [cause] = causes;
  if (cause === undefined || leaf === undefined || trust.name === null) {
    return pass('made out for {host}', { host: hostArg(subject) });
  }
  const { consumers } = cause;
  const evidence = [...(certificateEvidence(leaf, 'registry') ?? []), ...programEvidence(cause.profiles)];
  const options = { consumers, evidence, ...severityFor(consumers) };
  const host = hostArg(subject);
  const names = namesOf(leaf);
  switch (trust.name.kind) {
    case 'ip-without-ip-san':
      return { findings: [draft('KR-TLS-007', subject, { host, names }, options)] };
    case 'ip-other':
      return { findings: [draft('KR-TLS-007', subject, { host, names }, { ...options, variant: 'other-address' })] };
    case 'no-san': {
      // Also where only other versions refuse it: those are the training machines.
      const unconcerned = consumers.sdk === undefined && consumers.builder === undefined;
      return {
        findings: [draft('KR-TLS-008', subject, { host }, unconcerned ? { ...options, severity: 'warning' } : options)]
      };
    }
    case 'wildcard':
    case 'spelling':
      return { findings: [draft('KR-TLS-006', subject, { host, names }, { ...options, variant: trust.name.kind })] };
    case 'other-name':
      return {
        findings: [
          draft(
            'KR-TLS-006',
            subject,
            { host, names },
            names.length === 0 ? { ...options, variant: 'no-names' } : options
          )
        ]
      };
  }
}

function expiredFinding(
  cause: Cause,
  leaf: CertificateFacts,
  certificate: CertificateFacts,
  input: CheckInput<'trust'>
) {
  const { subject, at, facts } = input;
  const host = hostArg(subject);
  const date = dateArg(certificate.notAfter);
  const options = {
    consumers: cause.consumers,
    evidence: certificateEvidence(certificate, originOf(facts.trust, certificate)) ?? [],
    ...severityFor(cause.consumers)
  };
  if (certificate.sha256 === leaf.sha256) {
    return draft(
      'KR-TLS-010',
      subject,
      { host, date, days: Math.floor((at - certificate.notAfter) / DAY_MS) },
      options
    );
  }
  const mounted = facts.trust.mounted.includes(certificate.sha256);
  const args = { host, subject: subjectArg(certificate.subject), date };
  return draft('KR-TLS-011', subject, args, mounted ? { ...options, variant: 'mounted' } : options);
}

/** The registry's clock, when it is another and the certificates are good by it. */
function clockFinding(input: CheckInput<'trust', 'ping'>, judged: readonly CertificateFacts[]) {
  const ping = input.facts.ping;
  if (ping === undefined || ping.date === null || Math.abs(ping.date - ping.receivedAt) <= CLOCK_MS) {
    return null;
  }
  const { date } = ping;
  if (!judged.every(({ notBefore, notAfter }) => date >= notBefore && date <= notAfter)) {
    return null;
  }
  return draft('KR-TLS-009', input.subject, {
    host: hostArg(input.subject),
    minutes: Math.round(Math.abs(date - ping.receivedAt) / 60_000),
    theirs: dateArg(date),
    ours: dateArg(ping.receivedAt)
  });
}

/** Whether every certificate of the path is within its dates. */
function judgeDates(input: CheckInput<'trust', 'ping'>) {
  const { facts, subject, at } = input;
  const { trust } = facts;
  const [leaf] = trust.certificates;
  if (leaf === undefined) {
    return pass();
  }
  const findings = [];
  const judged: CertificateFacts[] = [];
  for (const cause of trust.causes) {
    const certificate = trust.certificates.find(({ sha256 }) => sha256 === cause.certificate);
    if (certificate === undefined || (cause.kind !== 'expired' && cause.kind !== 'not-yet-valid')) {
      continue;
    }
    judged.push(certificate);
    if (cause.kind === 'expired') {
      findings.push(expiredFinding(cause, leaf, certificate, input));
    } else {
      const args = {
        host: hostArg(subject),
        subject: subjectArg(certificate.subject),
        date: dateArg(certificate.notBefore)
      };
      findings.push(
        draft('KR-TLS-012', subject, args, {
          consumers: cause.consumers,
          evidence: certificateEvidence(certificate, originOf(trust, certificate)) ?? [],
          ...severityFor(cause.consumers)
        })
      );
    }
  }
  const days = Math.floor((leaf.notAfter - at) / DAY_MS);
  if (findings.length > 0) {
    const clock = clockFinding(input, judged);
    return { findings: clock === null ? findings : [...findings, clock] };
  }
  const date = dateArg(leaf.notAfter);
  if (leaf.notAfter >= at && days < SOON_DAYS) {
    return { findings: [draft('KR-TLS-013', subject, { host: hostArg(subject), date, days })] };
  }
  return pass('valid until {date}', { date });
}

/** Whether one program accepts what another refuses. */
function judgePrograms({ facts: { trust }, subject }: CheckInput<'trust'>) {
  const { sdk, builder } = trust.consumers;
  if (sdk === 'unknown' || builder === 'unknown') {
    return { findings: [], summary: { text: 'cannot tell for every program', args: {} }, unknown: true };
  }
  if (sdk === builder) {
    return sdk === 'ok' ? pass('this notebook and the builder accept it') : pass('they agree: refused');
  }
  const notebook = objectArg('this notebook');
  const imageBuilder = objectArg('image builder');
  const [works, breaks] = sdk === 'ok' ? [notebook, imageBuilder] : [imageBuilder, notebook];
  return {
    findings: [draft('KR-TLS-019', subject, { host: hostArg(subject), works, breaks }, { consumers: { sdk, builder } })]
  };
}

/** Checks of the registry's certificate, and of the switches that turn such checks off. */
export const tlsChecks = [
  check({
    id: 'tls.chain',
    judges: 'trust',
    needs: ['trust', 'environment'],
    mayUse: ['tls'],
    emits: CHAIN_CODES,
    run: judgeChain
  }),
  check({
    id: 'tls.name',
    judges: 'trust',
    needs: ['trust'],
    emits: ['KR-TLS-006', 'KR-TLS-007', 'KR-TLS-008'],
    run: judgeName
  }),
  check({
    id: 'tls.dates',
    judges: 'trust',
    needs: ['trust'],
    mayUse: ['ping'],
    emits: ['KR-TLS-009', 'KR-TLS-010', 'KR-TLS-011', 'KR-TLS-012', 'KR-TLS-013'],
    run: judgeDates
  }),
  check({
    id: 'tls.programs',
    judges: 'trust',
    needs: ['trust'],
    emits: ['KR-TLS-019'],
    run: judgePrograms
  }),
  check({
    id: 'tls.bundle',
    judges: 'trust',
    needs: ['trust', 'environment'],
    emits: ['KR-TLS-030'],
    run({ facts: { trust, environment }, subject }) {
      const { missingBundle: variable, variables } = environment;
      // With a CA file of its own the SDK does not look at the variable.
      if (variable === null || !trust.publiclyTrusted) {
        return pass('as it should be');
      }
      const args = { variable: objectArg(variable), path: pathArg(variables[variable] ?? ''), host: hostArg(subject) };
      return { findings: [draft('KR-TLS-030', subject, args, { consumers: { sdk: 'fails' } })] };
    }
  }),
  check({
    id: 'tls.nodes',
    judges: 'trust',
    needs: ['trust'],
    emits: ['KR-TLS-020'],
    run: ({ subject }) => ({
      findings: [draft('KR-TLS-020', subject, { host: hostArg(subject) }, { consumers: { nodes: 'unknown' } })],
      unknown: true
    })
  }),
  check({
    id: 'tls.switches',
    judges: 'environment',
    needs: ['environment'],
    emits: ['KR-TLS-018'],
    run: ({ facts: { environment }, subject }) => {
      const off = SWITCHES.filter(name => environment.variables[name] === '0');
      return off.length === 0
        ? pass('on')
        : { findings: off.map(name => draft('KR-TLS-018', subject, { variable: objectArg(name) })) };
    }
  })
];
