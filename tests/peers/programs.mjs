/** Programs that the product is compared with: found on the machine, or built from their own source. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const source = import.meta.dirname;
const folder = resolve(source, '../../.cache/peers');

/**
 * crane (go-containerregistry), in the version of go.mod beside this file; the first call builds it.
 * @param {(line: string) => void} say told when it takes long
 * @returns {Promise<string>} path of the program
 * @throws Error when there is no Go or no module proxy
 */
export async function crane(say) {
  const program = join(folder, 'crane');
  const stamp = join(folder, 'crane.sha256');
  const hash = createHash('sha256');
  ['go.mod', 'go.sum'].forEach(file => hash.update(readFileSync(join(source, file))));
  const wanted = hash.digest('hex');
  if (existsSync(program) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) {
    return program;
  }
  say('crane is built from its Go source: about a minute, this once.');
  mkdirSync(folder, { recursive: true });
  const module = 'github.com/google/go-containerregistry/cmd/crane';
  const built = spawnSync('go', ['build', '-trimpath', '-buildvcs=false', '-ldflags', '-s -w', '-o', program, module], {
    cwd: source,
    env: { ...process.env, CGO_ENABLED: '0', GOTOOLCHAIN: 'local', GOFLAGS: '-modcacherw' },
    stdio: ['ignore', 'inherit', 'inherit']
  });
  if (built.status !== 0) {
    throw new Error('crane could not be built: Go 1.25 or later and access to a Go module proxy are needed.');
  }
  writeFileSync(stamp, wanted);
  return program;
}

/** Version of crane, from go.mod. */
export function craneVersion() {
  return /go-containerregistry v(\S+)/.exec(readFileSync(join(source, 'go.mod'), 'utf8'))?.[1] ?? 'unknown';
}
