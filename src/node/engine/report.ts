import type { Raiser } from '../../common/checks.ts';
import { objectsArg } from '../../common/args.ts';
import type { Circumstance } from '../../common/catalogue/types.ts';
import {
  draft,
  entryOf,
  fill,
  severityOf,
  NO_SITUATION,
  textsOf,
  type Consumer,
  type FindingDraft,
  type Phrase,
  type Situation
} from '../../common/finding.ts';
import {
  SCHEMA_VERSION,
  type Basis,
  type CheckReport,
  type Finding,
  type RegistryReport,
  type Report,
  type Verdict
} from '../../common/report.ts';
import type { LoginFacts, ReaderResult } from '../docker/facts.ts';
import type { SessionFacts, TlsFacts } from '../registry/facts.ts';
import { TOOL_NAME, VERSION } from '../version.ts';
import type { Comparison } from '../witness/compare.ts';
import type { TrustFacts } from '../x509/facts.ts';
import { compareFindings, isRootCause, Standing } from './causes.ts';
import { circumstancesOf } from './circumstances.ts';
import { everyProfile } from './profiles.ts';
import { reportTree } from './tree.ts';
import type { Ended } from './runner.ts';
import { acceptsAgainstRules, witnessReport, yieldToWitness } from './witnessed.ts';

/** What the verdict on one registry is made of, beside the findings. */
export interface RegistryFacts {
  host: string;
  /** Whether its network was looked at in this run. */
  tested: boolean;
  /** Trust and name are all that was judged, from certificates that were given. */
  trustOnly?: boolean;
  login: LoginFacts | undefined;
  trust: TrustFacts | undefined;
  session: SessionFacts | undefined;
  /** Our rules beside what the notebook's Python did; left out when it was not asked. */
  comparison?: Comparison;
  /** Every reader's login for the repository in question, when every known program is asked for. */
  everyReader?: readonly ReaderResult[];
  tls?: TlsFacts | undefined;
  /** Whether a connection to it, or the attempt at one, was made from here. */
  reached: boolean;
}

/** Finding of a draft; `standing` are the drafts that may explain it. */
export function toFinding(
  item: FindingDraft,
  check: Raiser,
  standing: readonly FindingDraft[],
  situation: Situation = NO_SITUATION
): Finding {
  const texts = textsOf(item, text => text, situation);
  const { circumstances } = situation;
  return {
    code: item.code,
    ...(item.variant === undefined ? {} : { variant: item.variant }),
    check,
    severity: severityOf(item),
    subject: item.subject,
    title: texts.title,
    explanation: texts.explanation,
    args: item.args,
    evidence: [...item.evidence],
    ...(item.consumers === undefined ? {} : { consumers: item.consumers }),
    rootCause: item.code !== 'KR-INT-003' && isRootCause(item, standing),
    ...(circumstances.length === 0 ? {} : { circumstances: [...circumstances] }),
    fix: texts.fix
  };
}

/** Summary of a check's row: its own, else the first finding's short text. */
export function summaryOf(ended: Ended): Phrase | null {
  const first =
    ended.findings.find(item => severityOf(item) !== 'info') ??
    (ended.summary === null ? ended.findings[0] : undefined);
  if (first !== undefined) {
    return { text: entryOf(first.code, first.variant).short, args: first.args };
  }
  return ended.summary;
}

export function toCheckReport(ended: Ended): CheckReport {
  const { check, subject } = ended.planned;
  const summary = summaryOf(ended);
  const codes = ended.outcome === 'skipped' ? (['KR-INT-003'] as const) : ended.findings.map(item => item.code);
  return {
    id: check.id,
    area: check.area,
    subject,
    title: check.title,
    summary: summary === null ? '' : fill(summary.text, summary.args),
    outcome: ended.outcome,
    durationMs: ended.durationMs,
    codes: [...new Set(codes)],
    blockedBy: [...ended.blockedBy]
  };
}

/** One notice per registry or file about the checks that wait for something. */
function waiting(ended: readonly Ended[]): Finding[] {
  const bySubject = Map.groupBy(
    ended.filter(item => item.outcome === 'skipped'),
    item => item.planned.subject
  );
  return [...bySubject].map(([subject, items]) => {
    const ids = items.map(item => item.planned.check.id);
    const item = draft('KR-INT-003', subject, { count: ids.length, checks: objectsArg(ids) });
    return toFinding(item, ids[0] ?? 'exit', []);
  });
}

function verdictOf(findings: readonly Finding[]): Verdict {
  if (findings.some(item => item.severity === 'error')) {
    return 'problem';
  }
  return findings.some(item => item.severity === 'warning') ? 'warning' : 'ok';
}

/** What a finding speaks of: one registry, or a file, which every registry shares. */
const FILE = '/';

function aboutWhat({ subject }: Finding): string {
  return subject.startsWith('/') ? FILE : subject;
}

function consumerVerdicts(
  facts: RegistryFacts,
  findings: readonly Finding[]
): Pick<RegistryReport, 'consumers' | 'basis'> {
  const fails = (consumer: Consumer): boolean => findings.some(item => item.consumers?.[consumer] === 'fails');
  const doubted = (consumer: Consumer): boolean =>
    findings.some(item => item.consumers?.[consumer] === 'unknown' && item.severity !== 'info');
  const trusted = facts.comparison?.sdk ?? facts.trust?.consumers.sdk;
  const loginWorks =
    facts.trustOnly === true || facts.session?.outcome === 'accepted' || facts.session?.outcome === 'not-needed';
  const reads = (consumer: 'sdk' | 'builder'): boolean =>
    facts.session?.outcome !== 'accepted' || facts.login?.consumers[consumer].finds === 'found';
  // Python itself, when it was asked, knows better than a doubt of ours.
  const sdkDoubted = (facts.comparison?.kind ?? 'none') === 'none' && doubted('sdk');
  const sdk = fails('sdk') ? 'fails' : loginWorks && reads('sdk') && trusted === 'ok' && !sdkDoubted ? 'ok' : 'unknown';
  const built = loginWorks && reads('builder') && facts.trust?.consumers.builder === 'ok' && !doubted('builder');
  const builder = fails('builder') ? 'fails' : built ? 'ok' : 'unknown';
  const sdkBasis: Basis = sdk === 'unknown' ? 'none' : facts.reached ? 'tested' : 'predicted';
  return {
    // Nodes judge with the trust of their machines, which no pod can see.
    consumers: { sdk, builder, nodes: 'unknown' },
    basis: { sdk: sdkBasis, builder: builder === 'unknown' ? 'none' : 'predicted', nodes: 'none' }
  };
}

/** @param own - findings about it and about the files, in the order of the report */
function registryReport(facts: RegistryFacts, own: readonly Finding[]): RegistryReport {
  const verdict = verdictOf(own);
  const { consumers, basis } = consumerVerdicts(facts, own);
  const wantsCertificate = own.some(({ code }) => code === 'KR-TLS-016');
  const tree = facts.trust === undefined ? undefined : reportTree(facts.trust.tree, own);
  return {
    host: facts.host,
    verdict: verdict === 'ok' && consumers.sdk !== 'ok' ? 'unknown' : verdict,
    consumers,
    basis,
    sdkWitness: witnessReport(facts.comparison),
    logins: (facts.login?.readers ?? []).map(({ reader, entry, why }) => ({ reader, entry, why })),
    ...(facts.login === undefined ? {} : { consumerLogins: facts.login.consumers }),
    ...(tree === undefined ? {} : { tree }),
    ...(facts.everyReader === undefined
      ? {}
      : { profiles: everyProfile(facts.trust, { tls: facts.tls, wantsCertificate }, facts.everyReader) })
  };
}

/** The registry that a step about a file can name: the only one of the run. */
function onlyTested(registries: readonly RegistryFacts[]): string | null {
  const [first, second] = registries.filter(({ tested }) => tested);
  return first !== undefined && second === undefined ? first.host : null;
}

export interface AssembleInput {
  startedAt: Date;
  durationMs: number;
  ended: readonly Ended[];
  registries: readonly RegistryFacts[];
  /** Whose the two files are. */
  files: readonly Circumstance[];
  /** Findings about the run itself, with the id of the check that they stand for. */
  extra: readonly { check: Raiser; draft: FindingDraft }[];
}

/** What is known beside a finding, by its subject: asked once for each, because a report can hold thousands. */
function situations({ files, registries }: AssembleInput): (subject: string) => Situation {
  const registry = onlyTested(registries);
  const known = new Map<string, Situation>();
  return subject => {
    const situation = known.get(subject) ?? { circumstances: circumstancesOf(subject, files, registries), registry };
    known.set(subject, situation);
    return situation;
  };
}

/** Makes the report of a run: every finding with its place among the causes, every registry with its verdicts. */
export function assembleReport(input: AssembleInput): Report {
  const overruled = input.registries.filter(item => acceptsAgainstRules(item.comparison)).map(item => item.host);
  const raised = input.ended.flatMap(item =>
    item.findings.map(finding => ({ check: item.planned.check.id, draft: finding }))
  );
  const drafts = [...yieldToWitness(raised, new Set(overruled)), ...input.extra];
  const standing = new Standing();
  standing.add(drafts.map(item => item.draft));
  const situationOf = situations(input);
  const findings = [
    ...drafts.map(item =>
      toFinding(item.draft, item.check, standing.near(item.draft.subject), situationOf(item.draft.subject))
    ),
    ...waiting(input.ended)
  ].sort(compareFindings);
  const about = Map.groupBy(findings, aboutWhat);
  const place = new Map(findings.map((item, index) => [item, index]));
  const concerning = (host: string): Finding[] =>
    [...(about.get(host) ?? []), ...(about.get(FILE) ?? [])].sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0));
  return {
    schemaVersion: SCHEMA_VERSION,
    tool: { name: TOOL_NAME, version: VERSION },
    startedAt: input.startedAt.toISOString(),
    durationMs: Math.round(input.durationMs),
    verdict: verdictOf(findings),
    registries: input.registries.map(item => registryReport(item, concerning(item.host))),
    checks: input.ended.map(toCheckReport),
    findings
  };
}
