import assert from 'node:assert/strict';
import { constants, generateKeyPairSync, sign, type KeyObject, type SignKeyObjectInput } from 'node:crypto';
import { test } from 'node:test';
import { readCertificate } from './certificate.ts';
import type { CertificateFacts } from './facts.ts';
import { SignatureChecker } from './signature.ts';

function element(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

const sequence = (...parts: readonly Uint8Array[]): Buffer => element(0x30, ...parts);
const NULL = element(0x05);

function oid(text: string): Buffer {
  const [first = 0, second = 0, ...rest] = text.split('.').map(Number);
  const bytes = [40 * first + second, ...rest].flatMap(value => {
    const groups = [value & 0x7f];
    for (let left = value >>> 7; left > 0; left >>>= 7) {
      groups.unshift((left & 0x7f) | 0x80);
    }
    return groups;
  });
  return element(0x06, Buffer.from(bytes));
}

const name = sequence(element(0x31, sequence(oid('2.5.4.3'), element(0x0c, Buffer.from('Test CA')))));
const dates = sequence(element(0x17, Buffer.from('250101000000Z')), element(0x17, Buffer.from('350101000000Z')));

/** A self-signed certificate without extensions. */
function issue(publicKey: KeyObject, algorithm: Buffer, make: (tbs: Buffer) => Buffer): CertificateFacts {
  const serial = element(0x02, Buffer.from([1]));
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  const tbs = sequence(serial, algorithm, name, dates, name, spki);
  const certificate = readCertificate(sequence(tbs, algorithm, element(0x03, Buffer.from([0]), make(tbs))));
  assert.ok(!('fault' in certificate));
  return certificate;
}

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const rsaPss = generateKeyPairSync('rsa-pss', { modulusLength: 2048 });

function pssParameters(hash: string, salt: number): Buffer {
  const digest = sequence(oid(hash), NULL);
  return sequence(
    element(0xa0, digest),
    element(0xa1, sequence(oid('1.2.840.113549.1.1.8'), digest)),
    element(0xa2, element(0x02, Buffer.from([salt])))
  );
}

const pss = (key: KeyObject, salt: number): SignKeyObjectInput => ({
  key,
  padding: constants.RSA_PKCS1_PSS_PADDING,
  saltLength: salt
});

const made: Record<string, () => CertificateFacts> = {};
for (const [hash, number] of [
  ['md5', 4],
  ['sha1', 5],
  ['sha224', 14],
  ['sha256', 11],
  ['sha384', 12],
  ['sha512', 13]
] as const) {
  made[`RSA ${hash}`] = () =>
    issue(rsa.publicKey, sequence(oid(`1.2.840.113549.1.1.${number}`), NULL), tbs => sign(hash, tbs, rsa.privateKey));
}
for (const [hash, number, curve] of [
  ['sha224', 1, 'P-224'],
  ['sha256', 2, 'P-256'],
  ['sha384', 3, 'P-384'],
  ['sha512', 4, 'P-521']
] as const) {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: curve });
  made[`ECDSA ${hash} ${curve}`] = () =>
    issue(publicKey, sequence(oid(`1.2.840.10045.4.3.${number}`)), tbs => sign(hash, tbs, privateKey));
}
for (const curve of ['secp256k1', 'brainpoolP256r1']) {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: curve });
  made[`ECDSA ${curve}`] = () =>
    issue(publicKey, sequence(oid('1.2.840.10045.4.3.2')), tbs => sign('sha256', tbs, privateKey));
}
for (const [curve, number, pair] of [
  ['Ed25519', 112, generateKeyPairSync('ed25519')],
  ['Ed448', 113, generateKeyPairSync('ed448')]
] as const) {
  made[curve] = () =>
    issue(pair.publicKey, sequence(oid(`1.3.101.${number}`)), tbs => sign(null, tbs, pair.privateKey));
}
for (const [key, pair] of [
  ['RSA', rsa],
  ['RSA-PSS', rsaPss]
] as const) {
  made[`RSA-PSS by ${key} key`] = () =>
    issue(pair.publicKey, sequence(oid('1.2.840.113549.1.1.10'), pssParameters('2.16.840.1.101.3.4.2.1', 32)), tbs =>
      sign('sha256', tbs, pss(pair.privateKey, 32))
    );
}

for (const [kind, make] of Object.entries(made)) {
  test(`signature: ${kind}`, () => {
    const certificate = make();
    assert.equal(new SignatureChecker().isSignedBy(certificate, certificate), true);
    const at = certificate.parts.tbs[0] + 10;
    const bytes = Buffer.from(certificate.der, 'base64');
    bytes[at] = (bytes[at] as number) ^ 1;
    const changed: CertificateFacts = { ...certificate, der: bytes.toString('base64'), sha256: 'changed' };
    assert.equal(new SignatureChecker().isSignedBy(changed, certificate), false);
  });
}

test('a signature of one kind is not checked with a key of another', () => {
  const checker = new SignatureChecker();
  const [a, b] = [made['RSA sha256']?.(), made['Ed25519']?.()];
  assert.ok(a !== undefined && b !== undefined);
  assert.equal(checker.isSignedBy(a, b), false);
  assert.equal(checker.isSignedBy(b, a), false);
});

test('a curve without a NIST name is read, and kept away from Node', () => {
  assert.equal(made['ECDSA secp256k1']?.().safeForNode, false);
  assert.equal(made['ECDSA secp256k1']?.().key.curve, 'secp256k1');
  assert.equal(made['ECDSA sha256 P-256']?.().safeForNode, true);
});
