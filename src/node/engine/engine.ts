import type { Circumstance } from '../../common/catalogue/types.ts';
import type { CheckId } from '../../common/checks.ts';
import type { FindingDraft, Phrase } from '../../common/finding.ts';
import type { CellContext, RunContext, RunEvent, RunResult } from '../../common/protocol.ts';
import { PROTOCOL } from '../../common/protocol.ts';
import type { Check } from '../check/types.ts';
import { givenChainCollector } from '../collect/chain.ts';
import type { Collector, RunOptions } from '../collect/types.ts';
import { imagesOn } from '../collect/images.ts';
import type { DockerConfigFacts } from '../docker/facts.ts';
import { privateHosts } from '../docker/hosts.ts';
import { readLogins } from '../docker/readers.ts';
import type { FileFacts, FactMap } from '../facts.ts';
import { parseReference } from '../registry/reference.ts';
import { Vault } from '../secret.ts';
import { Budget } from './budget.ts';
import { Standing } from './causes.ts';
import { fileCircumstances } from './circumstances.ts';
import { ExitGuard } from './exit.ts';
import { FactStore } from './facts.ts';
import {
  assembleReport,
  type AssembleInput,
  summaryOf,
  toCheckReport,
  toFinding,
  type RegistryFacts
} from './report.ts';
import { describePlan, runPlan, type Ended, type Planned } from './runner.ts';
import { selectRegistries, type Selection } from './select.ts';
import { noRegistry } from '../check/net.ts';
import { compare } from '../witness/compare.ts';

/** Limit of a whole run when none is given, in milliseconds (design section 7). */
export const DEFAULT_BUDGET_MS = 20_000;

export interface EngineParts {
  collectors: readonly Collector[];
  checks: readonly Check[];
}

export interface EngineRequest {
  id: string;
  /** Registries that were named; null = those of the Docker config. */
  registries: readonly string[] | null;
  /** Test every private registry of the Docker config when none was named (the command). */
  all: boolean;
  /** Ids of checks; null = all. */
  only: readonly CheckId[] | null;
  options: RunOptions;
  budgetMs: number;
  signal: AbortSignal;
  emit(event: RunEvent): void;
}

/** Registries of other Docker configs that are offered at most. */
const MOST_ELSEWHERE = 20;

const key = (id: string, subject: string): string => `${id} ${subject}`;

/**
 * One run: selects the registries, collects what the checks need, judges, and assembles the report.
 * Outcomes are emitted as they end. Never rejects for anything the outside world does.
 */
export async function runEngine(parts: EngineParts, request: EngineRequest): Promise<RunResult> {
  const startedAt = new Date();
  const began = performance.now();
  const budget = new Budget(request.budgetMs);
  const cancel = (): void => budget.cancel();
  request.signal.addEventListener('abort', cancel, { once: true });
  if (request.signal.aborted) {
    cancel();
  }
  const vault = new Vault();
  const chainGiven = request.options.chain !== undefined;
  const collectors = chainGiven ? [...parts.collectors, givenChainCollector] : parts.collectors;
  const facts = new FactStore(collectors, request.options, vault, budget);
  try {
    request.emit({ type: 'run', id: request.id, protocol: PROTOCOL });
    const [configFile, caFile, content] = await Promise.all([
      facts.value('config.file'),
      facts.value('ca.file'),
      facts.value('config.content'),
      // Before anything goes out, the guard at the exit knows the logins of the other Docker configs as well.
      facts.value('config.others')
    ]);
    const selection = selectRegistries(
      request.registries?.map(withoutLogin) ?? null,
      content === undefined ? [] : privateHosts(content),
      request.all,
      request.budgetMs
    );
    const plan = makePlan(parts.checks, request, selection, facts, configFile, caFile);
    request.emit({ type: 'plan', id: request.id, checks: describePlan(plan) });

    const guard = new ExitGuard(vault, await openTexts(request, selection, content, facts));
    budget.plan(plan.length);
    const files = fileCircumstances(configFile, caFile);
    const standing = new Standing();
    const all = await runPlan({
      plan,
      facts,
      budget,
      at: request.options.at ?? startedAt.getTime(),
      builder: request.options.builder,
      leftOut: selection.leftOut,
      onEnd: item => {
        const clean = cleaned(item, guard);
        standing.add(clean.findings);
        emitOutcome(request, clean, { standing, files }, guard);
      }
    });
    // Once more, with what became a secret later.
    const ended = all.map(item => cleaned(item, guard));

    const extra: AssembleInput['extra'] =
      selection.tested.length === 0 && selection.others.length === 0 && request.only === null
        ? [{ check: 'net.address', draft: noRegistry() }]
        : [];
    // A run of some checks, or without the network, must not go out for the sake of its summary.
    const reached = new Set(
      plan
        .filter(item => !item.localOnly && !item.check.needs.every(name => facts.isLocal(name)))
        .map(item => item.subject)
    );
    const witnessed = plan.some(item => item.check.needs.includes('witness'));
    // Readers that look at the path get the repository of the first image on that registry.
    const everyProgram = async (
      config: DockerConfigFacts,
      host: string,
      greeted: boolean
    ): Promise<Pick<RegistryFacts, 'everyReader' | 'tls'>> => ({
      everyReader: readLogins(config, host, imagesOn(request.options, host)[0]?.repository ?? null),
      tls: greeted ? await facts.value('tls', host) : undefined
    });
    const every = request.options.profiles === true;
    const registries = await Promise.all(
      [...selection.tested, ...selection.others].map(async host => ({
        ...(chainGiven
          ? await trustFacts(host, facts)
          : await registryFacts(host, reached.has(host), witnessed, facts)),
        ...(every && content !== undefined && !budget.over
          ? await everyProgram(content, host, reached.has(host) || chainGiven)
          : {})
      }))
    );
    const report = assembleReport({
      startedAt,
      durationMs: performance.now() - began,
      ended,
      registries,
      files,
      extra
    });
    const summaries = collectSummaries(ended);
    const known = content?.hosts ?? [];
    const context = await makeContext(selection, reached, known, facts, configFile, caFile);
    const whole: RunResult = { report, context, summaries };
    const clean = guard.clean(whole);
    const result = clean !== whole && guard.holds(clean) ? heldBack(clean) : clean;
    result.report.durationMs = Math.round(performance.now() - began);
    request.emit({ type: 'report', id: request.id, ...result });
    return result;
  } finally {
    request.signal.removeEventListener('abort', cancel);
    budget.close();
    facts.dispose();
  }
}

/** With certificates that were given, only trust and name are judged: the CA file, and what the programs make of both. */
function judgesCertificates({ area, needs }: Check): boolean {
  return area === 'CRT' || area === 'TLS' || (area === 'FIL' && needs.includes('ca.file'));
}

/** Outside of a pod there is nobody to ask. */
function mayAskCluster({ noCluster, environment }: RunOptions): boolean {
  return noCluster !== true && environment['KUBERNETES_SERVICE_HOST'] !== undefined;
}

/** An address with a login in front of it names a report's subject: the login is taken out, its place stays. */
function withoutLogin(host: string): string {
  return host.replace(/^[\s\S]*@/, '***@');
}

function makePlan(
  checks: readonly Check[],
  request: EngineRequest,
  selection: Selection,
  facts: FactStore,
  configFile: FileFacts | undefined,
  caFile: FileFacts | undefined
): Planned[] {
  const wanted = checks.filter(
    item =>
      (request.only === null || request.only.includes(item.id)) &&
      (request.options.chain === undefined || judgesCertificates(item)) &&
      (item.cost !== 'cluster' || mayAskCluster(request.options)) &&
      // Without anybody who could ask Python there is nothing to say about its packages.
      (request.options.witness !== undefined || !item.needs.includes('sdk'))
  );
  const offline = request.options.offline || request.options.chain !== undefined;
  const plan: Planned[] = [];
  for (const item of wanted) {
    if (item.subject !== 'registry' && (item.when?.(request.options, '') ?? true)) {
      const file = { 'ca-file': caFile, 'docker-config': configFile, object: undefined, run: undefined }[item.subject];
      plan.push({ check: item, subject: file?.path ?? '', localOnly: offline });
    }
  }
  for (const [hosts, localOnly] of [
    [selection.tested, offline],
    [selection.others, true]
  ] as const) {
    for (const subject of hosts) {
      for (const item of wanted.filter(one => one.subject === 'registry')) {
        const asked = item.when?.(request.options, subject) ?? true;
        // By the sources of this run: certificates that were given need no network.
        if (asked && (!localOnly || item.needs.every(name => facts.isLocal(name)))) {
          plan.push({ check: item, subject, localOnly });
        }
      }
    }
  }
  return plan;
}

function emitOutcome(
  request: EngineRequest,
  item: Ended,
  { standing, files }: { standing: Standing; files: readonly Circumstance[] },
  guard: ExitGuard
): void {
  const summary = summaryOf(item);
  const findings = item.findings.map(finding =>
    // The report has the last word; until then a step may stand here that it leaves out.
    toFinding(finding, item.planned.check.id, standing.near(finding.subject), { circumstances: files, registry: null })
  );
  const check = toCheckReport(item);
  const event: RunEvent = {
    type: 'outcome',
    id: request.id,
    check,
    section: item.planned.check.section,
    summary,
    findings
  };
  // What the guard would hold back at the end must not go out before.
  if (!guard.holds(event)) {
    request.emit(event);
  }
}

/** An outcome whose values show no secret. Its texts are filled from them later. */
function cleaned(item: Ended, guard: ExitGuard): Ended {
  return {
    ...item,
    findings: item.findings.map(({ args, evidence, ...finding }) => ({
      ...finding,
      ...guard.clean({ args, evidence })
    })),
    summary: guard.clean(item.summary)
  };
}

/** What the person gave, and the names of the places: no secret, whatever a password is. */
async function openTexts(
  { options }: EngineRequest,
  { tested, others }: Selection,
  content: DockerConfigFacts | undefined,
  facts: FactStore
): Promise<string[]> {
  const environment = await facts.value('environment');
  const places = [await facts.value('config.file'), await facts.value('ca.file')].flatMap(file =>
    file === undefined ? [] : [file.path, file.folder.path]
  );
  const hosts = [...tested, ...others, ...(content?.hosts ?? [])];
  const images = options.images.filter(text => !text.includes('@') || parseReference(text).ok);
  return [...hosts, ...hosts.map(host => host.replace(/:\d+$/, '')), ...images, ...places, environment?.home ?? ''];
}

/** For certificates that were given: who would trust them is all there is to say. */
async function trustFacts(host: string, facts: FactStore): Promise<RegistryFacts> {
  const trust = await facts.value('trust', host);
  return { host, tested: false, trustOnly: true, login: undefined, trust, session: undefined, reached: false };
}

async function registryFacts(
  host: string,
  reached: boolean,
  witnessed: boolean,
  facts: FactStore
): Promise<RegistryFacts> {
  const login = await facts.value('login', host);
  if (!reached) {
    return { host, tested: false, login, trust: undefined, session: undefined, reached: false };
  }
  const trust = await facts.value('trust', host);
  const witness = witnessed ? await facts.value('witness', host) : undefined;
  return {
    host,
    tested: true,
    login,
    trust,
    session: await facts.value('session', host),
    ...(trust === undefined || witness === undefined
      ? {}
      : { comparison: compare(trust, witness, await facts.value('tls', host)) }),
    reached: (await facts.value('resolution', host)) !== undefined
  };
}

function collectSummaries(ended: readonly Ended[]): Record<string, Phrase> {
  const summaries: Record<string, Phrase> = {};
  for (const item of ended) {
    const summary = summaryOf(item);
    if (summary !== null) {
      summaries[key(item.planned.check.id, item.planned.subject)] = summary;
    }
  }
  return summaries;
}

async function makeContext(
  selection: Selection,
  reached: ReadonlySet<string>,
  known: readonly string[],
  facts: FactStore,
  configFile: FileFacts | undefined,
  caFile: FileFacts | undefined
): Promise<RunContext> {
  const place = (file: FileFacts | undefined): RunContext['places']['caFile'] => ({
    path: file?.path ?? '',
    found: file?.state === 'file',
    isDefault: file?.isDefault ?? true,
    changedAt: file?.changedAt ?? null,
    mounted: file !== undefined && (file.folder.isProjection || file.folder.isMountPoint)
  });
  const trust =
    selection.chosen !== null && reached.has(selection.chosen)
      ? await facts.value('trust', selection.chosen)
      : undefined;
  const environment = await facts.value('environment');
  const elsewhere = ((await facts.value('config.others')) ?? []).flatMap(other => other.hosts);
  return {
    registry: selection.chosen,
    chosenBy: selection.chosenBy,
    known: [...known],
    elsewhere: [...new Set(elsewhere)].slice(0, MOST_ELSEWHERE),
    places: { dockerConfig: place(configFile), caFile: place(caFile) },
    cell: cellContext(selection, configFile, caFile, trust, environment?.awsCredentials ?? false)
  };
}

function cellContext(
  selection: Selection,
  configFile: FileFacts | undefined,
  caFile: FileFacts | undefined,
  trust: FactMap['trust'] | undefined,
  awsCredentials: boolean
): CellContext {
  if (selection.chosen === null) {
    return { ok: false, reason: 'no-registry' };
  }
  const need = (file: FileFacts | undefined): 'default' | 'from_file' =>
    file === undefined || file.isDefault || file.state === 'missing' ? 'default' : 'from_file';
  return {
    ok: true,
    caFile: { need: trust?.publiclyTrusted === true ? 'none' : need(caFile), path: caFile?.path ?? '' },
    dockerConfig: { need: need(configFile), path: configFile?.path ?? '' },
    awsCredentials
  };
}

/** The report of a run whose own report would have shown a secret: nothing of it is left. */
function heldBack({ report, context }: RunResult): RunResult {
  const item: FindingDraft = { code: 'KR-INT-008', subject: '', args: {}, evidence: [] };
  return {
    report: {
      ...report,
      verdict: 'problem',
      registries: [],
      checks: [],
      findings: [toFinding(item, 'exit', [])]
    },
    context: { ...context, known: [], elsewhere: [] },
    summaries: {}
  };
}
