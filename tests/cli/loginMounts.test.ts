import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { pem } from '../gauntlet/pki.ts';
import { startServer, type Registry } from '../gauntlet/server.ts';
import { command, inHome } from './command.ts';
import { inOwnMounts } from './mounts.ts';

let registry: Registry;
before(async () => {
  registry = await startServer(['leaf'], {});
});
beforeEach(() => {
  registry.logins = 0;
});
after(() => registry.close());

const kept = '{"auths":{"other.test":{"auth":"dTpw"}}}';
const args = (at = registry): string[] => [
  'login',
  at.host,
  '--resolve',
  `${at.host}:127.0.0.1`,
  '--username',
  at.user,
  '--password-stdin'
];

describe('a place that cannot be written', () => {
  test('a full disk: said, the file as it was, nothing left beside it', () =>
    inHome({ config: kept, ca: pem('root') }, async home => {
      const { out } = await inOwnMounts(
        `cp "$HOME/.docker/config.json" "$HOME/saved"
         mount -t tmpfs -o size=64k none "$HOME/.docker"
         cp "$HOME/saved" "$HOME/.docker/config.json"
         dd if=/dev/zero of="$HOME/.docker/filler" bs=1k 2>/dev/null || true
         $COMMAND ${args().join(' ')} || echo "status $?"
         cmp "$HOME/saved" "$HOME/.docker/config.json" && echo unchanged
         ls -A "$HOME/.docker"`,
        home,
        registry.password
      );
      assert.match(out, /^✕ Problem: No space is left for the file/);
      assert.match(out, /df -h /);
      assert.match(out, /\[Cluster admin\] Or ask for a larger workspace volume/);
      assert.match(out, /\nstatus 1\nunchanged\nconfig\.json\nfiller\n$/);
      assert.equal(registry.logins, 1);
    }));

  test('a read-only home: known before the login is sent', () =>
    inHome({ config: null, ca: pem('root') }, async home => {
      const { out } = await inOwnMounts(
        `mount --bind "$HOME" "$HOME"
         mount -o remount,bind,ro "$HOME"
         $COMMAND ${args().join(' ')} || echo "status $?"
         ls -A "$HOME"`,
        home,
        registry.password
      );
      assert.match(out, /^✕ Problem: .* is read-only/);
      assert.match(out, /kaptain-registry cell registry\.test:\d+ --docker-config /);
      assert.match(out, /\nstatus 1\n\.tls\n$/);
      assert.equal(registry.logins, 0);
    }));

  test('a folder of another user: known before the login is sent', () =>
    inHome({ config: kept, ca: pem('root') }, async home => {
      // Even root may not write there without the capability to pass over access bits.
      const { out } = await inOwnMounts(
        `chmod 500 "$HOME/.docker"
         setpriv --bounding-set=-dac_override --inh-caps=-dac_override $COMMAND ${args().join(' ')} || echo "status $?"
         chmod 700 "$HOME/.docker"`,
        home,
        registry.password
      );
      assert.match(out, /^✕ Problem: This account may not write in /);
      assert.match(out, /EACCES[\s\S]*\nstatus 1\n$/);
      assert.equal(registry.logins, 0);
      assert.equal(readFileSync(join(home, '.docker', 'config.json'), 'utf8'), kept);
    }));

  test('a mounted Secret: known before the login is sent, with the way through the Secret', () =>
    inHome({ config: null, ca: pem('root') }, async home => {
      const mount = join(home, '.docker');
      await mkdir(join(mount, '..2024_05_01_10_00_00.1'), { recursive: true });
      await writeFile(join(mount, '..2024_05_01_10_00_00.1', 'config.json'), kept);
      await symlink('..2024_05_01_10_00_00.1', join(mount, '..data'));
      await symlink('..data/config.json', join(mount, 'config.json'));
      const { status, out } = await command(args(), { home, input: registry.password });
      assert.equal(status, 1);
      assert.match(out, /^✕ Problem: The Docker config comes from a mounted Secret/);
      assert.ok(out.includes(`install -m 600 ${mount}/config.json ${home}/config.json`));
      assert.ok(out.includes(`--to-file ${home}/config.json`));
      assert.ok(
        out.includes(`--from-file=config.json=${home}/config.json --dry-run=client -o yaml | kubectl apply -f -`)
      );
      assert.equal(registry.logins, 0);
      assert.equal(readFileSync(join(mount, 'config.json'), 'utf8'), kept);
    }));

  test('a file that is mounted alone', () =>
    inHome({ config: kept, ca: pem('root') }, async home => {
      const { out } = await inOwnMounts(
        `cp "$HOME/.docker/config.json" "$HOME/source"
         mount --bind "$HOME/source" "$HOME/.docker/config.json"
         $COMMAND ${args().join(' ')} || echo "status $?"
         cat "$HOME/source"`,
        home,
        registry.password
      );
      assert.match(out, /^✕ Problem: The Docker config is mounted as a single file/);
      assert.match(out, /start a new notebook[\s\S]*\nstatus 1\n/);
      assert.ok(out.endsWith(kept));
      assert.equal(registry.logins, 0);
    }));
});

test('six logins at once into one file: all of them are there, and what was there before', () =>
  inHome({ config: kept, ca: pem('root') }, async home => {
    const servers = await Promise.all(Array.from({ length: 6 }, () => startServer(['leaf'], {})));
    try {
      const ran = await Promise.all(servers.map(at => command(args(at), { home, input: at.password })));
      assert.deepEqual(
        ran.map(({ status }) => status),
        servers.map(() => 0)
      );
      const { auths } = JSON.parse(readFileSync(join(home, '.docker', 'config.json'), 'utf8')) as { auths: object };
      assert.deepEqual(Object.keys(auths).sort(), ['other.test', ...servers.map(({ host }) => host)].sort());
      assert.deepEqual(await readdir(join(home, '.docker')), ['config.json']);
    } finally {
      await Promise.all(servers.map(at => at.close()));
    }
  }));
