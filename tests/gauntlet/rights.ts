import { lchownSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** An account that owns nothing ("nobody"). */
const NOBODY = 65_534;

/**
 * Does something with the rights of an ordinary account, to whom a folder and what is in it belong: for root access
 * rights do not count. Whoever is not root has such rights already.
 *
 * @param folder - absolute
 */
export async function withoutRights<T>(folder: string, act: () => Promise<T>): Promise<T> {
  if (process.geteuid?.() !== 0) {
    return act();
  }
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  for (const path of [folder, ...names.map(name => join(folder, name))]) {
    lchownSync(path, NOBODY, NOBODY);
  }
  process.seteuid?.(NOBODY);
  try {
    return await act();
  } finally {
    process.seteuid?.(0);
  }
}
