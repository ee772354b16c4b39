import type { ConsumerVerdict } from '../../common/finding.ts';
import type { TlsFacts } from '../registry/facts.ts';
import type { TrustFacts } from '../x509/facts.ts';
import type { Testimony, WitnessFacts, WitnessOutcome } from './facts.ts';

/** What an outcome says about certificate and name; `unreached`: it did not come to that, `nothing`: it says nothing. */
export type Said = 'ok' | 'fails' | 'unreached' | 'nothing';

const UNREACHED: readonly WitnessOutcome[] = [
  'refused',
  'unreachable',
  'name-not-found',
  'proxy',
  'cut',
  'not-tls',
  'tls-version',
  'handshake',
  'client-certificate'
];

export function whatIsSaid(outcome: WitnessOutcome): Said {
  if (outcome === 'ok') {
    return 'ok';
  }
  if (outcome === 'timeout' || outcome === 'failed') {
    return 'nothing';
  }
  return UNREACHED.includes(outcome) ? 'unreached' : 'fails';
}

/** Analysis and witness side by side. */
export interface Comparison {
  /** `decides`: the analysis alone could not tell. */
  kind: 'confirmed' | 'decides' | 'disagrees' | 'none';
  /** The verdict for the SDK that holds after it. */
  sdk: ConsumerVerdict;
  /** The one whose word it is; null when there is none. */
  testimony: Testimony | null;
}

/**
 * Compares the verdict of our rules with what the first Python did. Where they differ, what Python did counts: it is
 * what the SDK meets (design section 6.5).
 *
 * @param tls - how our own greeting ended: where it failed as well, a failed one of Python's is no contradiction
 */
export function compare(
  trust: TrustFacts,
  witness: WitnessFacts | undefined,
  tls: Pick<TlsFacts, 'outcome'> | undefined
): Comparison {
  const { sdk } = trust.consumers;
  const testimony = witness?.testimonies[0] ?? null;
  const said = testimony?.greeted === null || testimony === null ? 'nothing' : whatIsSaid(testimony.greeted.outcome);
  switch (said) {
    case 'nothing':
      return { kind: 'none', sdk, testimony };
    case 'unreached':
      return sdk === 'ok' && tls?.outcome === 'done'
        ? { kind: 'disagrees', sdk: 'fails', testimony }
        : { kind: 'none', sdk, testimony };
    default:
      return { kind: sdk === 'unknown' ? 'decides' : sdk === said ? 'confirmed' : 'disagrees', sdk: said, testimony };
  }
}
