import type { IStateDB } from '@jupyterlab/statedb';
import type { Finding, Report } from '../../common/report.ts';

const STATE_KEY = 'jupyterlab-kaptain-registry:since';

const TIME = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

/** Since when findings stand (`sinceKey` → RFC 3339). */
export type Since = ReadonlyMap<string, string>;

/** A finding is the same one as long as code and subject are. */
export function sinceKey(finding: Pick<Finding, 'code' | 'subject'>): string {
  return `${finding.code} ${finding.subject}`;
}

/**
 * Since when each finding stands: start of the first run in a row that found it. What a run does not find any more is
 * forgotten.
 */
export function sinceOf(before: Since, report: Report): Since {
  return new Map(
    report.findings.map(finding => {
      const key = sinceKey(finding);
      return [key, before.get(key) ?? report.startedAt];
    })
  );
}

/** Keeps it across reloads, in the workspace. */
export class SinceMemory {
  constructor(private readonly state: IStateDB | null) {}

  /** What was kept; nothing where nothing can be read. Never rejected. */
  async read(): Promise<Since> {
    const value: unknown = await this.state?.fetch(STATE_KEY).catch(() => undefined);
    const entries: [string, unknown][] = typeof value === 'object' && value !== null ? Object.entries(value) : [];
    return new Map(
      entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string' && TIME.test(entry[1]))
    );
  }

  /**
   * @param subjects - registry and files that were chosen or are known: nothing else that a file holds goes into the
   *   workspace
   */
  keep(since: Since, subjects: readonly string[]): void {
    const kept = [...since].filter(([key]) => subjects.includes(key.slice(key.indexOf(' ') + 1)));
    void this.state?.save(STATE_KEY, Object.fromEntries(kept)).catch(() => undefined);
  }
}
