import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Scenario } from './scenario.ts';

const folder = join(dirname(fileURLToPath(import.meta.url)), 'scenarios');

/** Every scenario by its name: folder and file, for example `tls/renewed-ca`. */
export async function scenarios(): Promise<Map<string, Scenario>> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(path => path.endsWith('.ts'))
    .sort();
  const pairs = await Promise.all(
    files.map(async (path): Promise<[string, Scenario]> => {
      const module = (await import(join(folder, path))) as { default: Scenario };
      return [path.replace(/\.ts$/, ''), module.default];
    })
  );
  return new Map(pairs);
}
