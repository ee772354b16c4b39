import type { Phrase } from '../finding.ts';
import type { CellContext } from '../protocol.ts';
import { isRegistry } from './image.ts';
import type { CellValues } from './values.ts';

/** Why there can be no Config cell. */
export type Refusal = 'no-registry' | 'bad-registry' | 'bad-path' | 'no-storage';

export type CellPlan = { ok: true; values: CellValues } | { ok: false; reason: Refusal };

const SENTENCES: Readonly<Record<Refusal, string>> = {
  'no-registry': 'No registry is chosen yet: choose one in the panel.',
  'bad-registry': "The registry's address is not of the form host:port, so no cell can be written for it.",
  'bad-path': "A file's place is not an absolute path, so no cell can be written for it.",
  'no-storage':
    'Your Docker config is not in ~/.docker; elsewhere the SDK also needs ~/.aws/credentials. Bring the config to its usual place.'
};

/** The sentence that tells a person why there is no cell. */
export function refusal(reason: Refusal): Phrase {
  return { text: SENTENCES[reason], args: {} };
}

/** Whether a path may stand in `from_file(...)`. */
export function isPlace(path: string): boolean {
  return path.startsWith('/') && path.length <= 4096 && !path.includes('\0');
}

/**
 * What the Config cell has to say after a run, or why there can be none.
 *
 * @param registry - the chosen one, `host[:port]`; null when none is chosen
 * @param context - what the run found out about the two files
 */
export function cellPlan(registry: string | null, context: CellContext): CellPlan {
  if (registry === null || !context.ok) {
    return { ok: false, reason: 'no-registry' };
  }
  if (!isRegistry(registry)) {
    return { ok: false, reason: 'bad-registry' };
  }
  const { caFile, dockerConfig } = context;
  if ([caFile, dockerConfig].some(place => place.need === 'from_file' && !isPlace(place.path))) {
    return { ok: false, reason: 'bad-path' };
  }
  if (dockerConfig.need === 'from_file' && !context.awsCredentials) {
    return { ok: false, reason: 'no-storage' };
  }
  return {
    ok: true,
    values: {
      registry,
      caFile: caFile.need === 'from_file' ? { need: 'from_file', path: caFile.path } : { need: caFile.need },
      dockerConfig:
        dockerConfig.need === 'from_file' ? { need: 'from_file', path: dockerConfig.path } : { need: 'default' }
    }
  };
}
