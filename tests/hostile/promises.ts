import { severityOf } from '../../src/common/finding.ts';
import { checks } from '../../src/node/engine/parts.ts';
import type { CheckInput } from '../../src/node/check/types.ts';
import { markdownReport } from '../../src/node/cli/markdown.ts';
import { styleFor } from '../../src/node/cli/style.ts';
import { textReport } from '../../src/node/cli/text.ts';
import { assembleReport } from '../../src/node/engine/report.ts';
import type { Ended } from '../../src/node/engine/runner.ts';
import type { FactMap, FactName } from '../../src/node/facts.ts';
import type { Report } from '../../src/common/report.ts';

/** A promise that was not kept. Its message is ours and holds no value. */
export class BrokenPromise extends Error {}

export function promise(kept: boolean, what: string): void {
  if (!kept) {
    throw new BrokenPromise(what);
  }
}

const tally: Record<string, number> = {};

/** Counts one thing that was met, so that a run tells what it reached. */
export function met(kind: string): void {
  tally[kind] = (tally[kind] ?? 0) + 1;
}

export function takeTally(): Readonly<Record<string, number>> {
  return tally;
}

/** Characters that steer a terminal or a page. */
const STEERING = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/u;

function textsIn(value: unknown, name = ''): string[] {
  if (typeof value === 'string') {
    // Commands have lines of their own.
    return [name === 'command' || name === 'text' ? value.replaceAll('\n', '') : value];
  }
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, item]) => [key, ...textsIn(item, key)])
    : [];
}

/** A report and every form in which it leaves. */
export interface Shown {
  report: Report;
  /** JSON, text and Markdown. */
  exits: string;
}

/** Every check that has the facts it needs, and the report about them, as a run of the engine makes it. */
export function shownOf(facts: Partial<FactMap>, host: string, at: number): Shown {
  const ended: Ended[] = [];
  for (const check of checks.filter(item => item.needs.every(name => facts[name] !== undefined))) {
    const subject = check.subject === 'registry' ? host : '/home/kubeflow/file';
    const input = { facts, subject, at, builder: 'kaniko-1.3.0', tested: [host] } as unknown as CheckInput<FactName>;
    const { findings, summary } = check.run(input);
    ended.push({
      planned: { check, subject, localOnly: true },
      outcome: findings.some(item => severityOf(item) !== 'info') ? 'fail' : 'pass',
      durationMs: 0,
      findings,
      summary: summary ?? null,
      missing: [],
      blockedBy: []
    });
    promise(
      findings.every(({ code }) => check.emits.includes(code)),
      'a check says only what it may say'
    );
  }
  const { login, trust } = facts;
  const registries = [{ host, tested: false, login, trust, session: undefined, reached: false }];
  const report = assembleReport({ startedAt: new Date(at), durationMs: 0, ended, registries, files: [], extra: [] });
  promise(
    textsIn(report).every(text => !STEERING.test(text)),
    'no character that steers leaves'
  );
  const style = styleFor({ columns: 100 }, '1');
  return { report, exits: [JSON.stringify(report), textReport(report, style), markdownReport(report)].join('\n') };
}
