import { join } from 'node:path';
import type { FileFacts, PlaceOrigin } from '../facts.ts';
import type { FileKind } from './kinds.ts';
import { fileAccess, readPlace, type FileAccess, type Reading } from './file.ts';
import type { RunOptions } from './types.ts';

/** Where Kaptain's guide mounts both files. */
const KUBEFLOW_HOME = '/home/kubeflow';

/**
 * Finds one of the two files: the place that was named and no other; else the home folder; else Kaptain's home folder.
 *
 * @param home - home folder of the notebook's kernel
 */
export async function locate(
  kind: FileKind,
  options: Pick<RunOptions, 'dockerConfig' | 'caFile' | 'kubeflowHome' | 'files'>,
  home: string
): Promise<FileFacts> {
  const access: FileAccess = options.files ?? fileAccess;
  const usual = join(home, kind.name);
  const other = join(options.kubeflowHome ?? KUBEFLOW_HOME, kind.name);
  const factsOf = ({ facts }: Reading, origin: PlaceOrigin, elsewhere: string | null): FileFacts => ({
    ...facts,
    origin,
    isDefault: facts.path === usual,
    elsewhere
  });
  const named = options[kind.option];
  if (named !== null) {
    return factsOf(await readPlace(named.path, kind.limit, access), named.origin, null);
  }
  const first = await readPlace(usual, kind.limit, access);
  if (other === usual) {
    return factsOf(first, 'default', null);
  }
  const second = await readPlace(other, kind.limit, access);
  const elsewhere = second.facts.state === 'file' ? other : null;
  return first.facts.state === 'missing' && elsewhere !== null
    ? factsOf(second, 'kubeflow-home', elsewhere)
    : factsOf(first, 'default', elsewhere);
}
