import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readdir, stat, symlink, writeFile } from 'node:fs/promises';
import { createServer as createHttps } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { createAuthority, createServer } from '../../scripts/demo/certificates.mjs';
import { pem, type Chain } from '../gauntlet/pki.ts';
import { command, inHome } from './command.ts';
import { withChain } from './served.ts';

const sha256 = (name: Chain[number]): string => new X509Certificate(pem(name)).fingerprint256;

describe('ca shows what is sent', () => {
  test('as a tree, with what is compared, and writes nothing', () =>
    withChain(['leaf-of-intermediate', 'intermediate', 'root'], null, async (ask, { home, registry }) => {
      const { status, out, err } = await ask('--contact-registry-owner', 'phone 4711');
      assert.equal(status, 0, err);
      const root = out.indexOf('CN=Corp Root CA');
      const between = out.indexOf('└─ CN=Corp Issuing CA');
      const leaf = out.indexOf('└─ CN=registry.test');
      assert.ok(root > 0 && root < between && between < leaf, out);
      for (const name of ['root', 'intermediate', 'leaf-of-intermediate'] as const) {
        assert.ok(out.includes(`SHA-256 ${sha256(name)}`));
      }
      assert.match(out, /valid from \d{4}-\d\d-\d\d to \d{4}-\d\d-\d\d\n/);
      assert.match(out, /What a client needs\n {2}The CA CN=Corp Root CA, O=Demo Company, which the registry sent\./);
      assert.match(
        out,
        /Compare the SHA-256 with\s+what the registry owner \(phone 4711\) tells you through another channel/
      );
      assert.ok(out.includes(`kaptain-registry ca ${registry.host} --accept ${sha256('root')}\n`));
      assert.deepEqual(await readdir(home), []);
      assert.deepEqual([registry.requests, registry.logins], [0, 0], 'nothing is asked, no login is sent');
    }));

  test('a login that stands in a certificate is hidden: the registry may have seen it', () =>
    withChain(['leaf', 'root'], null, async (ask, { home, registry }) => {
      const auth = Buffer.from('robot:CN=Corp Root CA, O=Demo Company').toString('base64');
      await mkdir(join(home, '.docker'));
      await writeFile(join(home, '.docker', 'config.json'), JSON.stringify({ auths: { [registry.host]: { auth } } }));
      const { status, out } = await ask();
      assert.equal(status, 0);
      assert.match(out, /\(hidden\)/);
      assert.doesNotMatch(out, /Corp Root CA/);
      assert.match(out, /CN=registry\.test/);
    }));

  test('where the name alone finds nothing, the command to type begins with its path', () =>
    withChain(['leaf', 'root'], null, async (_ask, { home, registry }) => {
      const { host } = registry;
      const env = { KAPTAIN_REGISTRY_CALLED: '/opt/my tools/kaptain-registry' };
      const { out } = await command(['ca', host, '--resolve', `${host}:127.0.0.1`], { home, env });
      assert.ok(out.includes(`    '/opt/my tools/kaptain-registry' ca ${host} --accept ${sha256('root')}\n`), out);
    }));

  test('a CA that was not sent: status 1 and a message that can be sent as it is', () =>
    withChain(['leaf-of-intermediate', 'intermediate'], null, async (ask, { registry }) => {
      const { status, out } = await ask('--contact-registry-owner', 'registry@corp.example');
      assert.equal(status, 1);
      assert.match(out, /\? CN=Corp Root CA, O=Demo Company\n {4}was not sent\n/);
      assert.match(out, /which the registry does not send/);
      assert.match(out, /To the registry owner \(registry@corp\.example\) of registry\.test/);
      assert.match(
        out,
        /The CA:\n {2}CN=Corp Root CA, O=Demo Company\nWhat the server sends:\n {2}CN=registry\.test\n/
      );
      assert.match(out, /openssl x509 -in ca\.crt -noout -fingerprint -sha256/);
      assert.ok(out.endsWith(`kaptain-registry check ${registry.host} --ca-file ca.crt\n`));
      assert.doesNotMatch(out, /--accept/);
    }));

  test('a CA that is in the file already', () =>
    withChain(['leaf'], pem('root'), async ask => {
      const { status, out } = await ask();
      assert.equal(status, 0);
      assert.match(out, /CN=Corp Root CA, O=Demo Company, which is in your CA file already\. Nothing\s+to\s+do\./);
    }));

  test('a certificate that vouches for itself', () =>
    withChain(['self-signed'], null, async ask => {
      const { status, out } = await ask();
      assert.equal(status, 0);
      assert.match(out, /The registry's own certificate, because no CA issued it/);
      assert.ok(out.includes(`--accept ${sha256('self-signed')}`));
    }));

  test('dates that are over', () =>
    withChain(['leaf-of-expired-root', 'expired-root'], null, async ask =>
      assert.match((await ask()).out, /CN=Corp Root CA[\s\S]*\(expired\)/)
    ));

  test('what another program answers is a problem with its cause', () =>
    withChain(
      ['leaf'],
      null,
      async ask => {
        const { status, out } = await ask();
        assert.equal(status, 1);
        assert.match(out, /^✕ Problem: [\s\S]*KR-NET-006/);
      },
      { kind: 'refuses' }
    ));

  test('names in certificates cannot steer the terminal', () =>
    inHome({ config: null, ca: null }, async home => {
      const authority = createAuthority({ name: 'Evil\u001b[2J\r\nroot' });
      const server = createServer(authority, { names: ['registry.test'] });
      const https = createHttps({ cert: server.pem + authority.pem, key: server.keyPem });
      await new Promise<void>(listening => https.listen(0, '127.0.0.1', listening));
      const host = `registry.test:${(https.address() as AddressInfo).port}`;
      try {
        const { status, out } = await command(['ca', host, '--resolve', `${host}:127.0.0.1`], { home });
        assert.equal(status, 0);
        assert.match(out, /Evil/);
        assert.doesNotMatch(out, /[\u001b\r]/);
      } finally {
        https.close();
      }
    }));
});

describe('ca --accept writes one CA', () => {
  const plain = sha256('root');
  for (const [name, spelling] of [
    ['as openssl prints it', `sha256 Fingerprint=${plain}`],
    ['as older openssl prints it', `SHA256 Fingerprint=${plain}`],
    ['small letters without colons', plain.replaceAll(':', '').toLowerCase()],
    ['with blanks, as browsers show it', plain.replaceAll(':', ' ')],
    ['as containers write digests', `sha256:${plain.replaceAll(':', '').toLowerCase()}`]
  ] as const) {
    test(`named ${name}`, () =>
      withChain(['leaf', 'root'], null, async (ask, { home, file, registry }) => {
        const { status, out } = await ask('--accept', spelling);
        assert.equal(status, 0, out);
        assert.equal(new X509Certificate(readFileSync(file)).fingerprint256, plain);
        assert.match(out, /✓ This notebook\s+accepts the registry with this file/);
        assert.match(out, /✓ Image builder\s+accepts the registry with this file/);
        assert.ok(
          out.includes(
            `kubectl create secret generic docker-registry-certificate -n YOUR-NAMESPACE --from-file=certificate.crt=${file} --dry-run=client -o yaml | kubectl apply -f -`
          )
        );
        const check = await command(
          ['check', registry.host, '--resolve', `${registry.host}:127.0.0.1`, '--only', 'TLS', '--only', 'CRT'],
          { home }
        );
        assert.equal(check.status, 0, check.out);
      }));
  }

  test('behind what is there, and never twice', () => {
    const before = `# our CAs\n${pem('other-root').trimEnd()}`;
    return withChain(['leaf', 'root'], before, async (ask, { home, file }) => {
      const { mode } = await stat(file);
      assert.match((await ask('--accept', plain)).out, /Added to .*, behind what was there/s);
      const after = readFileSync(file, 'utf8');
      assert.ok(after.startsWith(before));
      assert.equal(after.split('BEGIN CERTIFICATE').length, 3);
      assert.equal((await stat(file)).mode, mode);
      const again = await ask('--accept', plain);
      assert.equal(again.status, 0);
      assert.match(again.out, /is in your CA file already/);
      assert.equal(readFileSync(file, 'utf8'), after);
      assert.deepEqual(await readdir(join(home, '.tls')), ['certificate.crt']);
    });
  });

  test('to another file', () =>
    withChain(['leaf', 'root'], pem('root'), async (ask, { home }) => {
      const { status, out } = await ask('--accept', plain, '--to-file', join(home, 'mine.crt'));
      assert.equal(status, 0);
      assert.match(out, /only when the Config cell names the file/);
      assert.equal(new X509Certificate(readFileSync(join(home, 'mine.crt'))).fingerprint256, plain);
    }));

  test('a certificate that vouches for itself', () =>
    withChain(['self-signed'], null, async (ask, { file }) => {
      const { status, out } = await ask('--accept', sha256('self-signed'));
      assert.equal(status, 0, out);
      assert.ok(existsSync(file));
    }));

  test('a CA in between: written, and said for whom it is not enough', () =>
    withChain(['leaf-of-intermediate', 'intermediate'], null, async ask => {
      const { status, out } = await ask('--accept', sha256('intermediate'));
      assert.equal(status, 0);
      assert.match(out, /\? This notebook\s+depends on its version/);
    }));
});

describe('ca --accept writes nothing else', () => {
  const REFUSED: [string, Chain, string | null, string, RegExp][] = [
    [
      "the registry's own certificate",
      ['leaf', 'root'],
      null,
      sha256('leaf'),
      /the registry's own certificate, not its CA/
    ],
    [
      'one that was not sent',
      ['leaf'],
      null,
      sha256('root'),
      /sent no certificate with this SHA-256[\s\S]*To the registry owner/
    ],
    [
      'one that has nothing to do with it',
      ['leaf', 'other-root'],
      null,
      sha256('other-root'),
      /has nothing to do with/
    ],
    ['into a file that programs refuse', ['leaf', 'root'], 'hello', sha256('root'), /cannot be added to/]
  ];
  for (const [name, chain, mounted, accept, text] of REFUSED) {
    test(name, () =>
      withChain(chain, mounted, async (ask, { home, file }) => {
        const { status, out } = await ask('--accept', accept);
        assert.equal(status, 1);
        assert.match(out, /^✕ Problem: /);
        assert.match(out, text);
        assert.match(out, /Nothing was written/);
        assert.equal(existsSync(file) ? readFileSync(file, 'utf8') : null, mounted);
        assert.deepEqual(await readdir(home), mounted === null ? [] : ['.tls']);
      })
    );
  }

  test('into a mounted Secret', () =>
    withChain(['leaf', 'root'], null, async (ask, { home }) => {
      const mount = join(home, '.tls');
      await mkdir(join(mount, '..2024_05_01_10_00_00.1'), { recursive: true });
      await writeFile(join(mount, '..2024_05_01_10_00_00.1', 'certificate.crt'), pem('other-root'));
      await symlink('..2024_05_01_10_00_00.1', join(mount, '..data'));
      await symlink('..data/certificate.crt', join(mount, 'certificate.crt'));
      const { status, out } = await ask('--accept', sha256('root'));
      assert.equal(status, 1);
      assert.match(out, /The CA file comes from a mounted Secret/);
      assert.ok(out.includes(`--accept ${sha256('root')} --to-file ${home}/certificate.crt`));
    }));

  for (const [name, args] of [
    ['a SHA-1', ['registry.test', '--accept', 'AB:'.repeat(19) + 'AB']],
    ['no digits', ['registry.test', '--accept', 'yes']],
    ['no registry', []],
    ['an address with a scheme', ['https://registry.test']]
  ] as const) {
    test(`wrong usage is one line and exit status 2: ${name}`, async () => {
      const { status, out, err } = await command(['ca', ...args]);
      assert.equal(status, 2);
      assert.equal(out, '');
      assert.equal(err.trimEnd().split('\n').length, 1);
    });
  }
});
