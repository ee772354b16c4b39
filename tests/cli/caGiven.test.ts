/** `ca --from FILE`: the CA as its owner sent it, compared and added like one that the registry sends. */
import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { der, pem, type Chain } from '../gauntlet/pki.ts';
import { command } from './command.ts';
import { withChain } from './served.ts';

const sha256 = (name: Chain[number]): string => new X509Certificate(pem(name)).fingerprint256;

/** Writes what the owner sent into the home folder. */
async function sent(home: string, content: string | Uint8Array, name = 'from owner.crt'): Promise<string> {
  const path = join(home, name);
  await writeFile(path, content);
  return path;
}

/** Certificates of a PEM file, by their SHA-256. */
function inFile(path: string): string[] {
  return (readFileSync(path, 'utf8').match(/-----BEGIN[^]*?-----END CERTIFICATE-----/g) ?? []).map(
    text => new X509Certificate(text).fingerprint256
  );
}

describe('ca --from FILE', () => {
  test('shows what is compared and the command that writes it, and writes nothing', () =>
    withChain(['leaf'], null, async (ask, { home, file, registry }) => {
      const given = await sent(home, pem('root'));
      const { status, out, err } = await ask('--from', given, '--contact-registry-owner', 'phone 4711');
      assert.equal(status, 0, err);
      assert.ok(out.includes(`SHA-256 ${sha256('root')}`), out);
      assert.match(out, /Compare the SHA-256 with what the registry owner \(phone 4711\) tells you/);
      assert.ok(
        out.endsWith(`    kaptain-registry ca ${registry.host} --from '${given}' --accept ${sha256('root')}\n`),
        out
      );
      assert.equal(existsSync(file), false);
    }));

  test('with its SHA-256, adds the CA behind what is there; the registry is then trusted', () =>
    withChain(['leaf-of-renewed'], pem('root'), async (ask, { home, file, registry }) => {
      const given = await sent(home, pem('renewed-root'));
      const { status, out } = await ask('--from', given, '--accept', sha256('renewed-root'));
      assert.equal(status, 0, out);
      assert.match(out, /✓ This notebook\s+accepts the registry with this file/);
      assert.deepEqual(inFile(file), [sha256('root'), sha256('renewed-root')]);
      const check = await command(
        ['check', registry.host, '--resolve', `${registry.host}:127.0.0.1`, '--only', 'TLS', '--only', 'CRT'],
        { home }
      );
      assert.equal(check.status, 0, check.out);
    }));

  test('takes a file in binary form', () =>
    withChain(['leaf'], null, async (ask, { home, file }) => {
      const given = await sent(home, der('root'));
      assert.equal((await ask('--from', given, '--accept', sha256('root'))).status, 0);
      assert.deepEqual(inFile(file), [sha256('root')]);
    }));

  test('of a chain, writes the accepted CA and the one below that it signed, nothing else of the file', () =>
    withChain(['leaf-of-intermediate'], null, async (ask, { home, file }) => {
      const given = await sent(home, pem('other-root') + pem('root') + pem('intermediate'));
      const { status, out } = await ask('--from', given, '--accept', sha256('root'));
      assert.equal(status, 0, out);
      assert.deepEqual(inFile(file), [sha256('intermediate'), sha256('root')]);
    }));

  test('an intermediate that the registry should send, below a root that is in the CA file', () =>
    withChain(['leaf-of-intermediate'], pem('root'), async (ask, { home, file }) => {
      const given = await sent(home, pem('intermediate'));
      const { status, out } = await ask('--from', given, '--accept', sha256('intermediate'));
      assert.equal(status, 0, out);
      assert.match(out, /✓ This notebook\s+accepts the registry with this file/);
      assert.deepEqual(inFile(file), [sha256('root'), sha256('intermediate')]);
    }));

  const REFUSED: [name: string, content: string | null, accept: string | null, text: RegExp][] = [
    ['another CA', pem('other-root'), null, /does not hold the CA of registry\.test/],
    ["the registry's own certificate", pem('leaf'), null, /holds the registry's own certificate, not its CA/],
    ['no certificate', '<html>Sign in</html>', null, /holds no certificate/],
    ['another SHA-256 than was told', pem('root'), sha256('other-root'), /holds no CA of .* with this SHA-256/],
    ['no file', null, null, /There is no file/]
  ];
  for (const [name, content, accept, text] of REFUSED) {
    test(`is refused in words: ${name}`, () =>
      withChain(['leaf'], null, async (ask, { home, file }) => {
        const given = content === null ? join(home, 'nothing.crt') : await sent(home, content);
        const { status, out } = await ask('--from', given, ...(accept === null ? [] : ['--accept', accept]));
        assert.equal(status, 1);
        assert.match(out, /^✕ Problem: /);
        assert.match(out.replace(/\s+/g, ' '), text);
        assert.match(out, /Nothing was written/);
        assert.equal(existsSync(file), false);
      }));
  }

  for (const [name, mounted, copied] of [
    ['', pem('other-root'), true],
    [' that holds nothing worth a copy', '<html></html>', false]
  ] as const) {
    test(`a mounted Secret${name}: the way out names the file again`, () =>
      withChain(['leaf'], null, async (ask, { home, registry }) => {
        const mount = join(home, '.tls');
        await mkdir(join(mount, '..2024_05_01_10_00_00.1'), { recursive: true });
        await writeFile(join(mount, '..2024_05_01_10_00_00.1', 'certificate.crt'), mounted);
        await symlink('..2024_05_01_10_00_00.1', join(mount, '..data'));
        await symlink('..data/certificate.crt', join(mount, 'certificate.crt'));
        const given = await sent(home, pem('root'), 'owner.crt');
        const { out } = await ask('--from', given, '--accept', sha256('root'));
        assert.match(out, /The CA file comes from a mounted Secret/);
        assert.equal(out.includes('install -m 600'), copied);
        assert.ok(
          out.includes(
            `kaptain-registry ca ${registry.host} --from ${given} --accept ${sha256('root')} --to-file ${home}/certificate.crt`
          ),
          out
        );
        assert.ok(out.includes(`--from-file=certificate.crt=${home}/certificate.crt`));
      }));
  }
});
