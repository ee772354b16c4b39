import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Runs a program of Node in a network of its own where nothing but the loopback address exists.
 *
 * @param program - path of the program, then its arguments
 * @returns its exit status; null when that cannot be done
 */
export function inNamespace(program: readonly string[]): number | null {
  const folder = mkdtempSync(join(tmpdir(), 'gauntlet-net-'));
  try {
    const hosts = join(folder, 'hosts');
    const resolv = join(folder, 'resolv.conf');
    writeFileSync(
      hosts,
      '127.0.0.1 localhost registry.test auth.test gitlab.test corp.test registry.corp.test a.registry.corp.test\n::1 localhost\n'
    );
    writeFileSync(resolv, 'nameserver 127.0.0.1\n');
    const user = process.getuid?.() === 0 ? [] : ['--map-root-user'];
    const inside = [process.execPath, ...process.execArgv, ...program];
    const namespace = join(import.meta.dirname, 'namespace.py');
    const done = spawnSync('unshare', [...user, '--net', '--mount', 'python', namespace, hosts, resolv, ...inside], {
      stdio: 'inherit'
    });
    return done.error === undefined ? done.status : null;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
