import type { RunContext } from '../../common/protocol.ts';

/**
 * - `older`: one of the two files changed after the cell ran;
 * - `unknown`: nothing says when the cell ran, and it was not in this page.
 */
export type Age = { kind: 'older'; path: string; changedAt: number } | { kind: 'unknown' };

/**
 * When a cell ran, milliseconds since 1970; null when nothing tells.
 *
 * @param metadata - the cell's `execution`, which JupyterLab writes where its setting "Record timing" is on
 */
export function executedAt(metadata: unknown): number | null {
  if (typeof metadata !== 'object' || metadata === null) {
    return null;
  }
  const times = metadata as Readonly<Record<string, unknown>>;
  const told = times['shell.execute_reply'] ?? times['iopub.execute_input'];
  const time = typeof told === 'string' ? Date.parse(told) : Number.NaN;
  return Number.isNaN(time) ? null : time;
}

/**
 * Whether an output may be older than the set-up that is there now; null when it is not.
 *
 * @param ranAt - when the cell ran; null when nothing tells
 * @param context - of the last run; null before the first
 */
export function ageOf(ranAt: number | null, context: Pick<RunContext, 'places'> | null): Age | null {
  if (ranAt === null) {
    return { kind: 'unknown' };
  }
  const places = context === null ? [] : [context.places.dockerConfig, context.places.caFile];
  const [newest] = places
    .flatMap(({ path, changedAt }) => (changedAt !== null && changedAt > ranAt ? [{ path, changedAt }] : []))
    .sort((one, other) => other.changedAt - one.changedAt);
  return newest === undefined ? null : { kind: 'older', ...newest };
}
