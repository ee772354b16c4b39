import type { Finding, Report } from '../../src/common/report.ts';
import { styleFor } from '../../src/node/cli/style.ts';
import { findingText } from '../../src/node/cli/text.ts';
import type { Played } from './play.ts';
import type { Scenario } from './scenario.ts';

/** Findings that a person has to act on, causes first. */
export function standingOf(report: Report): Finding[] {
  return report.findings.filter(item => item.severity !== 'info');
}

/** What is wrong with a played scenario, in one line each; empty = as it should be. */
export function faultsOf(scenario: Scenario, { result, registry }: Pick<Played, 'result' | 'registry'>): string[] {
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
