import { errorClassArg, objectArg, type HostArg, type WordArg } from '../../common/args.ts';
import { draft, type Consumer, type ConsumerVerdict, type FindingDraft } from '../../common/finding.ts';
import type { Code } from '../../common/catalogue/index.ts';
import type { Judgement } from './types.ts';

export type Consumers = Partial<Record<Consumer, ConsumerVerdict>>;

/** A fault of the way from here: the builder's and the nodes' ways are others. */
export const WAY_FAILS: Consumers = { sdk: 'fails', builder: 'unknown', nodes: 'unknown' };

/** A fault of the registry itself, which the builder meets as well. */
export const REGISTRY_FAILS: Consumers = { sdk: 'fails', builder: 'fails', nodes: 'unknown' };

export function fail<C extends Code>(...findings: FindingDraft<C>[]): Judgement<C> {
  return { findings };
}

export function cannotTell(text: string): Judgement<never> {
  return { findings: [], summary: { text, args: {} }, unknown: true };
}

/** An answer that no rule covers: kept with its class. */
export function unknownAnswer(subject: string, check: string, errorClass: string | null): FindingDraft<'KR-INT-009'> {
  return draft('KR-INT-009', subject, { check: objectArg(check), errorClass: errorClassArg(errorClass ?? 'OTHER') });
}

/** Longest time of one stage that is nothing to speak of, in milliseconds. */
const SLOW_MS = 2000;

/** A stage that worked and took long; nothing when it did not take long. */
export function slow(
  subject: string,
  host: HostArg,
  stage: WordArg,
  milliseconds: number
): FindingDraft<'KR-NET-014'>[] {
  return milliseconds > SLOW_MS ? [draft('KR-NET-014', subject, { host, stage, milliseconds })] : [];
}

/** Adds findings to a judgement without any. */
export function withFindings<A extends Code, B extends Code>(
  judgement: Judgement<A>,
  findings: readonly FindingDraft<B>[]
): Judgement<A | B> {
  return findings.length === 0 ? judgement : { ...judgement, findings: [...judgement.findings, ...findings] };
}

/** Whole seconds for a text; at least one. */
export function seconds(milliseconds: number): number {
  return Math.max(1, Math.round(milliseconds / 1000));
}
