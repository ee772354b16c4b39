import type { Finding } from '../../common/report.ts';
import { visibleData } from '../../common/visible.ts';
import { checks, collectors } from '../engine/parts.ts';
import { DEFAULT_BUDGET_MS, runEngine } from '../engine/engine.ts';
import { defaultOptions, readEnvironment } from '../options.ts';

/**
 * What keeps programs from finding the login in the file that was just written: a credential helper, a damaged entry
 * of another registry. Looks at the file only.
 */
export async function checkWritten(
  host: string,
  path: string,
  environment: Readonly<Record<string, string | undefined>>
): Promise<readonly Finding[]> {
  const { report } = await runEngine(
    { collectors, checks },
    {
      id: 'written',
      registries: [host],
      all: true,
      only: checks.filter(({ area }) => area === 'CFG').map(({ id }) => id),
      options: {
        ...defaultOptions(readEnvironment(environment)),
        dockerConfig: { path, origin: 'option' },
        offline: true
      },
      budgetMs: DEFAULT_BUDGET_MS,
      signal: new AbortController().signal,
      emit: () => undefined
    }
  );
  return visibleData(report.findings).filter(({ severity, rootCause }) => severity !== 'info' && rootCause);
}
