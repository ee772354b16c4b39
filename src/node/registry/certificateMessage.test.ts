import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PROFILES } from '../x509/profiles.ts';
import { messageBytes, takesChain } from './certificateMessage.ts';

/** Measured: what Go 1.22.12, Go 1.23.0 and Python with OpenSSL 3.0 did with chains of public CAs over TLS 1.3. */
const MEASURED = [
  { certificates: 58, ders: 64_238, bytes: 64_532, go122: 'ok', go123: 'ok', python: 'ok' },
  { certificates: 59, ders: 65_592, bytes: 65_891, go122: 'fails', go123: 'ok', python: 'ok' },
  { certificates: 94, ders: 101_232, bytes: 101_706, go122: 'fails', go123: 'ok', python: 'ok' },
  { certificates: 95, ders: 102_587, bytes: 103_066, go122: 'fails', go123: 'ok', python: 'fails' }
];

function verdict(name: RegExp, bytes: number | null): string[] {
  return PROFILES.filter(profile => name.test(profile.name)).map(profile => takesChain(profile, bytes));
}

test('size and limits as measured', () => {
  for (const { certificates, ders, bytes, go122, go123, python } of MEASURED) {
    const rest = Array.from({ length: certificates - 1 }, () => new Uint8Array(1000));
    const chain = [new Uint8Array(ders - 1000 * rest.length), ...rest];
    assert.equal(messageBytes(chain, 'TLSv1.3'), bytes);
    assert.ok(messageBytes(chain, 'TLSv1.2') < bytes);
    assert.deepEqual(verdict(/^go1\.22/, bytes), [go122]);
    assert.deepEqual([...new Set(verdict(/^go1\.(?:23|26)/, bytes))], [go123]);
    assert.deepEqual([...new Set(verdict(/^python/, bytes))], [python]);
  }
});

test('a size that nobody knows is refused for certain only by the smaller limits', () => {
  assert.deepEqual([...new Set(verdict(/^(?:python|go1\.1|go1\.22)/, null))], ['fails']);
  assert.deepEqual([...new Set(verdict(/^go1\.(?:23|26)/, null))], ['unknown']);
});
