import type { Finding, Report } from '../../src/common/report.ts';
import { styleFor } from '../../src/node/cli/style.ts';
import { findingText } from '../../src/node/cli/text.ts';
import type { Played } from './play.ts';
import type { Scenario } from './scenario.ts';

/** Only these addresses are ever dialled. */
const LOOPBACK = /^(?:127\.|::1$)/;

/** Findings that a person has to act on, causes first. */
export function standingOf(report: Report): Finding[] {
  return report.findings.filter(item => item.severity !== 'info');
}

/** What is wrong with a played scenario, in one line each; empty = as it should be. */
export function faultsOf(
  scenario: Scenario,
  {
    result,
    registry,
    dialled,
    proxied,
    questions
  }: Pick<Played, 'result' | 'registry' | 'dialled' | 'proxied' | 'questions'>
): string[] {
  const { report } = result;
  const standing = standingOf(report);
  const summary = standing.map(item => `${item.code}${item.rootCause ? ' (root)' : ''}`).join(', ') || 'nothing';
  const faults: string[] = [];
  if (scenario.first === null) {
    if (standing.length > 0 || report.verdict !== 'ok') {
      faults.push(`healthy means silent; standing: ${summary}, verdict ${report.verdict}`);
    }
  } else {
    const first = standing[0]?.code ?? report.findings[0]?.code;
    if (first !== scenario.first) {
      faults.push(`${scenario.first} has to come first; standing: ${summary}`);
    }
    const variant = report.findings.find(item => item.code === scenario.first)?.variant;
    if (scenario.variant !== undefined && variant !== scenario.variant) {
      faults.push(`the variant is ${scenario.variant}, not ${variant ?? 'the usual one'}`);
    }
  }
  for (const code of scenario.also ?? []) {
    if (!report.findings.some(item => item.code === code)) {
      faults.push(`${code} has to stand as well; standing: ${summary}`);
    }
  }
  for (const [consumer, verdict] of Object.entries(scenario.consumers ?? {})) {
    const told = report.registries[0]?.consumers[consumer as 'sdk'];
    if (told !== verdict) {
      faults.push(`${consumer} is ${verdict}, not ${told ?? 'left out'}; standing: ${summary}`);
    }
  }
  if (scenario.logins !== undefined && registry.logins > scenario.logins) {
    faults.push(`${registry.logins} logins were sent, ${scenario.logins} at most`);
  }
  for (const [id, outcome] of Object.entries(scenario.outcomes ?? {})) {
    const told = report.checks.find(item => item.id === id)?.outcome;
    if (told !== outcome) {
      faults.push(`${id} is ${outcome}, not ${told ?? 'left out'}; standing: ${summary}`);
    }
  }
  if (scenario.uploads !== undefined) {
    const { begun, cancelled } =
      typeof scenario.uploads === 'number'
        ? { begun: scenario.uploads, cancelled: scenario.uploads }
        : scenario.uploads;
    if (registry.uploads.begun !== begun || registry.uploads.cancelled !== cancelled) {
      faults.push(`${registry.uploads.begun} uploads begun, ${registry.uploads.cancelled} cancelled`);
    }
  }
  if (scenario.throughProxy !== undefined && proxied.length > scenario.throughProxy) {
    faults.push(`the proxy was asked for ${proxied.join(', ')}`);
  }
  if (scenario.questions !== undefined && questions.length > scenario.questions) {
    faults.push(`the Kubernetes API was asked for ${questions.join(', ')}`);
  }
  const foreign = dialled.filter(address => !LOOPBACK.test(address));
  if (foreign.length > 0) {
    faults.push(`dialled: ${foreign.join(', ')}`);
  }
  const crashed = report.checks.filter(item => item.outcome === 'crashed');
  if (crashed.length > 0) {
    faults.push(`crashed: ${crashed.map(item => item.id).join(', ')}`);
  }
  return faults;
}

/** What the command shows of the first cause: the text in which the cause has to be named. */
export function firstText(report: Report): string {
  const first = standingOf(report)[0] ?? report.findings[0];
  return first === undefined ? '' : findingText(first, styleFor({ columns: 100 }, '1')).replace(/\s+/g, ' ');
}

/** Whether a text names the cause of a scenario, by the scenario's own rule. */
export function isNamed(scenario: Scenario, text: string): boolean {
  return scenario.named?.test(text.replace(/\s+/g, ' ')) ?? false;
}
