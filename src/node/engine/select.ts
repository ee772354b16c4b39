import type { RunContext } from '../../common/protocol.ts';
import { MOST_REGISTRIES } from '../docker/hosts.ts';

/** Registries of a run, by what is known of the Docker config. */
export interface Selection {
  /** Tested over the network. */
  tested: readonly string[];
  /** File checks only. */
  others: readonly string[];
  /** Private registries that are not looked at, because there are too many. */
  leftOut: number;
  chosen: string | null;
  chosenBy: RunContext['chosenBy'];
}

/** Time that one more registry takes of a run, for planning, judging and reporting alone, in milliseconds. */
const REGISTRY_MS = 20;
/** So many are looked at however short the run is. */
const LEAST_REGISTRIES = 10;

/**
 * Chooses the registries of a run (design section 6.2).
 *
 * @param asked - registries that were named; null = none
 * @param privateHosts - registries of the Docker config that are no public hub, in file order; only the first
 *   ones are looked at, as many as there is time for (KR-CFG-030)
 * @param all - whether every private registry is tested when none was named (the command), or only a single one (the panel)
 * @param budgetMs - time of the whole run
 */
export function selectRegistries(
  asked: readonly string[] | null,
  privateHosts: readonly string[],
  all: boolean,
  budgetMs: number
): Selection {
  const most = Math.min(MOST_REGISTRIES, Math.max(LEAST_REGISTRIES, Math.floor(budgetMs / REGISTRY_MS)));
  const known = privateHosts.slice(0, most);
  const leftOut = privateHosts.length - known.length;
  if (asked !== null && asked.length > 0) {
    const tested = [...new Set(asked)];
    const others = all ? [] : known.filter(host => !tested.includes(host));
    return { tested, others, leftOut, chosen: tested[0] ?? null, chosenBy: 'request' };
  }
  const [only] = known;
  if (only === undefined) {
    return { tested: [], others: [], leftOut, chosen: null, chosenBy: 'none' };
  }
  if (known.length === 1) {
    return { tested: [only], others: [], leftOut, chosen: only, chosenBy: 'only-private-entry' };
  }
  return all
    ? { tested: known, others: [], leftOut, chosen: only, chosenBy: 'only-private-entry' }
    : { tested: [], others: known, leftOut, chosen: null, chosenBy: 'none' };
}
