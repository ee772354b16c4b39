import type { RunContext } from '../../common/protocol.ts';
import { MOST_REGISTRIES } from '../docker/hosts.ts';

/** Registries of a run, by what is known of the Docker config. */
export interface Selection {
  /** Tested over the network. */
  tested: readonly string[];
  /** File checks only. */
  others: readonly string[];
  chosen: string | null;
  chosenBy: RunContext['chosenBy'];
}

/**
 * Chooses the registries of a run (design section 6.2).
 *
 * @param asked - registries that were named; null = none
 * @param privateHosts - registries of the Docker config that are no public hub, in file order; only the first
 *   `MOST_REGISTRIES` are looked at (KR-CFG-030)
 * @param all - whether every private registry is tested when none was named (the command), or only a single one (the panel)
 */
export function selectRegistries(
  asked: readonly string[] | null,
  privateHosts: readonly string[],
  all: boolean
): Selection {
  const known = privateHosts.slice(0, MOST_REGISTRIES);
  if (asked !== null && asked.length > 0) {
    const tested = [...new Set(asked)];
    const others = all ? [] : known.filter(host => !tested.includes(host));
    return { tested, others, chosen: tested[0] ?? null, chosenBy: 'request' };
  }
  const [only] = known;
  if (only === undefined) {
    return { tested: [], others: [], chosen: null, chosenBy: 'none' };
  }
  if (known.length === 1) {
    return { tested: [only], others: [], chosen: only, chosenBy: 'only-private-entry' };
  }
  return all
    ? { tested: known, others: [], chosen: only, chosenBy: 'only-private-entry' }
    : { tested: [], others: known, chosen: null, chosenBy: 'none' };
}
