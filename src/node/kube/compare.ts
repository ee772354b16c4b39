import type { Answer } from './answer.ts';
import { judgeWay, type Destination } from './egress.ts';
import type { EgressPolicy } from './facts.ts';
import { builderLabels, fulfils, labelsOf, requirementText } from './labels.ts';

/** How this pod's way and the builder's compare. */
export type Comparison =
  /** No policy that could make a difference. */
  | { kind: 'unrestricted' | 'both-open' }
  /** By the policies this pod could not get there either, and yet it does: nothing enforces them. */
  | { kind: 'not-enforced' }
  | { kind: 'cannot-tell' }
  | {
      /** `builder-closed` for certain; `builder-by-label`: a label of the builder's pod decides, and it is not known. */
      kind: 'builder-closed' | 'builder-by-label';
      /** Policies that let this pod through; empty when none restricts it. */
      openers: readonly string[];
      /** What they ask of a pod and the builder's has not, or perhaps has not. */
      asks: readonly string[];
      /** Policies that restrict the builder's pod. */
      restrictedBy: readonly string[];
    };

/**
 * Compares the way of this pod, which works, with that of the builder's pod.
 *
 * @param labels - of this pod
 * @param reached - where the connection from here led
 * @param others - every address of the registry: the builder may try any of them
 */
export function compareWays(
  policies: readonly EgressPolicy[],
  labels: Readonly<Record<string, string>>,
  reached: Destination,
  others: readonly Destination[]
): Comparison {
  const own = judgeWay(policies, labelsOf(labels), reached);
  if (own.state === 'closed') {
    return { kind: 'not-enforced' };
  }
  const ways = [reached, ...others].map(to => judgeWay(policies, builderLabels, to));
  const through = ways.find(({ state }) => state === 'open' || state === 'unrestricted');
  if (through !== undefined) {
    return { kind: own.state === 'unrestricted' && through.state === 'unrestricted' ? 'unrestricted' : 'both-open' };
  }
  const [way] = ways;
  if (own.state === 'unknown' || way === undefined) {
    return { kind: 'cannot-tell' };
  }
  const openers = own.openers.filter(({ selected }) => selected === 'yes').map(({ policy }) => policy);
  const told = (kinds: readonly Answer[]): Pick<Extract<Comparison, { openers: unknown }>, 'openers' | 'asks'> => ({
    openers: openers.map(({ name }) => name),
    asks: [
      ...new Set(
        openers.flatMap(policy =>
          policy.selects.filter(item => kinds.includes(fulfils(builderLabels, item))).map(requirementText)
        )
      )
    ]
  });
  if (ways.every(({ state }) => state === 'closed')) {
    return { kind: 'builder-closed', ...told(['no']), restrictedBy: way.restrictedBy };
  }
  return way.restrictedBy.length > 0 && openers.length > 0
    ? { kind: 'builder-by-label', ...told(['no', 'unknown']), restrictedBy: way.restrictedBy }
    : { kind: 'cannot-tell' };
}
