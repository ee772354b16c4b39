/** Brings the wheel of the last build into an environment. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/**
 * Installs the wheel, unless it is the one that the environment has.
 * @throws {Error} with one sentence when there is no wheel, or pip's own words when it stops
 */
export function installWheel(environment: string): void {
  const [wheel, ...others] = globSync('dist/*.whl', { cwd: root });
  if (wheel === undefined || others.length > 0) {
    throw new Error('There is no wheel in "dist", or more than one: "node scripts/build.mjs" makes it.');
  }
  const content = createHash('sha256')
    .update(readFileSync(join(root, wheel)))
    .digest('hex');
  const stamp = join(environment, 'wheel.sha256');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === content) {
    return;
  }
  writeFileSync(stamp, 'none');
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-deps', '--force-reinstall'];
  execFileSync(join(environment, 'bin', 'python'), [...pip, '--no-index', join(root, wheel)], { stdio: 'pipe' });
  writeFileSync(stamp, content);
}
