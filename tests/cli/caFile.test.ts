import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { describe, test } from 'node:test';
import { createAuthority, createServer } from '../../scripts/demo/certificates.mjs';
import { readCaContent } from '../../src/node/x509/caContent.ts';
import { readCertificate } from '../../src/node/x509/certificate.ts';
import type { CertificateFacts } from '../../src/node/x509/facts.ts';
import { certificatePem, withCertificate } from '../../src/node/fix/caFile.ts';

const first = createAuthority({ name: 'First CA' }).pem;
const second = createAuthority({ name: 'Second CA' }).pem;

function facts(pem: string): CertificateFacts {
  const read = readCertificate(new X509Certificate(pem).raw);
  assert.ok('sha256' in read);
  return read;
}

function added(before: string | null): { text: string; already: boolean } {
  const result = withCertificate(before === null ? null : Buffer.from(before, 'latin1'), facts(second));
  assert.ok(result.ok);
  return { text: result.bytes.toString('latin1'), already: result.already };
}

describe('a CA in a CA file', () => {
  test('PEM as OpenSSL writes it', () => {
    assert.equal(
      new X509Certificate(certificatePem(facts(second))).fingerprint256,
      new X509Certificate(second).fingerprint256
    );
    assert.ok(
      certificatePem(facts(second))
        .split('\n')
        .every(line => line.length <= 64)
    );
  });

  for (const [name, before] of [
    ['LF', first],
    ['no final line break', first.trimEnd()],
    ['CRLF', first.replace(/\r?\n/g, '\r\n')],
    ['text around', `The CA of our company (f\xfcr alle)\n${first}\nlast line`],
    ['a private key before it', `${createServer(null, { names: ['x.test'] }).keyPem}${first}`],
    ['two of them', first + first]
  ] as const) {
    test(`is added behind what is there: ${name}`, () => {
      const { text, already } = added(before);
      assert.equal(already, false);
      assert.ok(text.startsWith(before));
      const content = readCaContent(Buffer.from(text, 'latin1'), '');
      for (const { loads } of [content.python, content.go, content.node]) {
        const names = new Set(loads.map(index => content.certificates[index]?.commonName));
        assert.deepEqual(names, new Set(['First CA', 'Second CA']));
      }
      assert.deepEqual(added(text), { text, already: true }, 'never twice');
    });
  }

  for (const before of [null, '', ' \n\n']) {
    test(`alone in a new file: ${JSON.stringify(before)}`, () =>
      assert.equal(added(before).text, certificatePem(facts(second))));
  }

  for (const [name, before] of [
    ['the END line is missing', first.replace(/-----END[^\n]*\n?/, '')],
    ['DER', new X509Certificate(first).raw.toString('latin1')],
    ['no certificate', 'hello'],
    ['UTF-16', Buffer.from(first, 'utf16le').toString('latin1')]
  ] as const) {
    test(`a file that programs refuse is left alone: ${name}`, () =>
      assert.deepEqual(withCertificate(Buffer.from(before, 'latin1'), facts(second)), { ok: false, fault: 'damaged' }));
  }

  test('a file that grew too large is left alone', () =>
    assert.deepEqual(withCertificate(Buffer.from(`${first}${' '.repeat(1024 * 1024)}`), facts(second)), {
      ok: false,
      fault: 'too-large'
    }));
});
