/** Test-only: runs as the server half would stream them. */

import type { CheckId } from '../../common/checks.ts';
import { hostArg, type Arg } from '../../common/args.ts';
import type { Code } from '../../common/catalogue/index.ts';
import type { Phrase } from '../../common/finding.ts';
import { PROTOCOL, type PlannedCheck, type RunContext, type RunEvent, type Section } from '../../common/protocol.ts';
import type { CheckReport, Finding, Outcome, RegistryReport, Report } from '../../common/report.ts';

export const HOST = 'my.private.registry:5000';
export const RUN_ID = '0123456789abcdef0123456789abcdef';

export interface FakeCheck {
  id: CheckId;
  title: string;
  section: Section;
  subject?: string;
  outcome?: Outcome;
  summary?: Phrase;
  blockedBy?: CheckId[];
  findings?: Finding[];
}

/** A finding with texts of its own: its code is asked of the catalogue by the panel. */
export function finding(code: Code, check: CheckId, change: Partial<Finding> = {}): Finding {
  return {
    code,
    check,
    severity: 'error',
    subject: HOST,
    title: 'A title from the server',
    explanation: 'An explanation from the server.',
    args: {} as Readonly<Record<string, Arg>>,
    evidence: [],
    rootCause: true,
    fix: [],
    ...change
  };
}

export function registry(change: Partial<RegistryReport> = {}): RegistryReport {
  return {
    host: HOST,
    verdict: 'ok',
    consumers: { sdk: 'ok', builder: 'ok', nodes: 'unknown' },
    basis: { sdk: 'tested', builder: 'predicted', nodes: 'none' },
    sdkWitness: { status: 'none' },
    logins: [],
    ...change
  };
}

export function context(change: Partial<RunContext> = {}): RunContext {
  return {
    registry: HOST,
    chosenBy: 'only-private-entry',
    known: [HOST, 'docker.io'],
    places: {
      dockerConfig: { path: '/home/kubeflow/.docker/config.json', found: true, isDefault: true, changedAt: 0 },
      caFile: { path: '/home/kubeflow/.tls/certificate.crt', found: true, isDefault: true, changedAt: 0 }
    },
    cell: { ok: false, reason: 'no-registry' },
    ...change
  };
}

export interface FakeRun {
  checks: readonly FakeCheck[];
  registries?: readonly RegistryReport[];
  context?: RunContext;
  durationMs?: number;
}

function planned(check: FakeCheck): PlannedCheck {
  return { id: check.id, subject: check.subject ?? HOST, title: check.title, section: check.section };
}

function reported(check: FakeCheck): CheckReport {
  return {
    id: check.id,
    area: 'TLS',
    subject: check.subject ?? HOST,
    title: check.title,
    summary: check.summary?.text ?? '',
    outcome: check.outcome ?? 'pass',
    durationMs: 12,
    codes: (check.findings ?? []).map(item => item.code),
    blockedBy: check.blockedBy ?? []
  };
}

/** Events of a whole run, in order. */
export function events(run: FakeRun): RunEvent[] {
  const findings = run.checks.flatMap(check => check.findings ?? []);
  const report: Report = {
    schemaVersion: 1,
    tool: { name: 'jupyterlab-kaptain-registry', version: '0.0.0' },
    startedAt: '2026-11-24T12:05:00Z',
    durationMs: run.durationMs ?? 400,
    verdict: findings.some(item => item.severity === 'error') ? 'problem' : findings.length > 0 ? 'warning' : 'ok',
    registries: [...(run.registries ?? [registry()])],
    checks: run.checks.map(reported),
    findings
  };
  return [
    { type: 'run', id: RUN_ID, protocol: PROTOCOL },
    { type: 'plan', id: RUN_ID, checks: run.checks.map(planned) },
    ...run.checks.map((check): RunEvent => ({
      type: 'outcome',
      id: RUN_ID,
      check: reported(check),
      section: check.section,
      summary: check.summary ?? null,
      findings: check.findings ?? []
    })),
    { type: 'report', id: RUN_ID, report, context: run.context ?? context(), summaries: {} }
  ];
}

const FILES: readonly FakeCheck[] = [
  { id: 'fil.config', title: 'Docker config', section: 'files', subject: '/home/kubeflow/.docker/config.json' },
  { id: 'fil.ca', title: 'CA certificate', section: 'files', subject: '/home/kubeflow/.tls/certificate.crt' }
];

const NETWORK: readonly FakeCheck[] = [
  {
    id: 'net.name',
    title: 'Name found',
    section: 'registry',
    summary: { text: '{address}', args: { address: hostArg('10.0.192.230') } }
  },
  { id: 'net.port', title: 'Port open', section: 'registry', summary: { text: '{port}', args: { port: 5000 } } }
];

/** The login in the Docker config. */
export const LOGIN: FakeCheck = { id: 'cfg.login', title: 'Login for it', section: 'files' };

/** Everything is as it should be. */
export const HEALTHY: FakeRun = {
  checks: [
    ...FILES,
    ...NETWORK,
    { id: 'tls.chain', title: 'Certificate', section: 'registry', summary: { text: 'trusted', args: {} } },
    { id: 'reg.login', title: 'Login', section: 'registry', summary: { text: 'accepted', args: {} } }
  ]
};

/** The tool's own code stands in for the registry's fault: it is in every catalogue. */
export const FAULT = finding('KR-NET-002', 'tls.chain', {
  args: { given: hostArg(HOST) },
  evidence: [{ label: 'Served by', value: 'CN=my.private.registry' }],
  consumers: { sdk: 'fails', builder: 'fails' }
});

/** The certificate is not trusted; what needs it waits. */
export const PROBLEM: FakeRun = {
  checks: [
    ...FILES,
    ...NETWORK,
    {
      id: 'tls.chain',
      title: 'Certificate',
      section: 'registry',
      outcome: 'fail',
      findings: [FAULT],
      summary: { text: 'signed by another key', args: {} }
    },
    { id: 'reg.login', title: 'Login', section: 'registry', outcome: 'skipped', blockedBy: ['tls.chain'] },
    { id: 'reg.pull', title: 'Pull', section: 'registry', outcome: 'skipped', blockedBy: ['reg.login'] }
  ],
  registries: [
    registry({
      verdict: 'problem',
      consumers: { sdk: 'fails', builder: 'fails', nodes: 'unknown' },
      sdkWitness: { status: 'confirmed', python: '3.11.7' }
    })
  ]
};
