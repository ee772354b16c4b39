import type { RunContext } from '../../common/protocol.ts';

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
 * @param privateHosts - registries of the Docker config that are no public hub, in file order
 * @param all - whether every private registry is tested when none was named (the command), or only a single one (the panel)
 */
export function selectRegistries(
  asked: readonly string[] | null,
  privateHosts: readonly string[],
  all: boolean
): Selection {
  if (asked !== null && asked.length > 0) {
    const tested = [...new Set(asked)];
    const others = all ? [] : privateHosts.filter(host => !tested.includes(host));
    return { tested, others, chosen: tested[0] ?? null, chosenBy: 'request' };
  }
  const [only] = privateHosts;
  if (only === undefined) {
    return { tested: [], others: [], chosen: null, chosenBy: 'none' };
  }
  if (privateHosts.length === 1) {
    return { tested: [only], others: [], chosen: only, chosenBy: 'only-private-entry' };
  }
  return all
    ? { tested: privateHosts, others: [], chosen: only, chosenBy: 'only-private-entry' }
    : { tested: [], others: privateHosts, chosen: null, chosenBy: 'none' };
}
