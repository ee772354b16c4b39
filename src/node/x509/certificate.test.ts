import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { test } from 'node:test';
import { rootCertificates } from 'node:tls';
import { analyseTrust } from './trust.ts';
import { oidOf, TAG } from './asn1.ts';
import { readCertificate } from './certificate.ts';
import { bundledRoots } from './roots.ts';
import type { CertificateFacts } from './facts.ts';
import { caOf, caseOf, certificatesOf, dersOf, trustOf } from './measured.ts';
import { SignatureChecker } from './signature.ts';

function leafOf(name: string): CertificateFacts {
  return certificatesOf(caseOf(name).servedChain)[0] as CertificateFacts;
}

test('reads what Node reads of every root that it brings along', () => {
  for (const pem of rootCertificates) {
    const [facts] = certificatesOf(pem);
    const node = new X509Certificate(pem);
    assert.equal(facts?.sha256, node.fingerprint256);
    assert.equal(facts?.notAfter, Date.parse(node.validTo));
    assert.equal(facts?.notBefore, Date.parse(node.validFrom));
    assert.equal(facts?.serial.toUpperCase(), node.serialNumber.replace(/^0+(?=.)/, ''));
    assert.equal(facts?.isCa || facts?.version === 1, node.ca || facts?.version === 1);
    assert.deepEqual(facts?.faults, []);
  }
});

test('every root signed itself, by our own check', () => {
  const checker = new SignatureChecker();
  for (const pem of rootCertificates) {
    const [facts] = certificatesOf(pem);
    assert.ok(facts !== undefined && checker.isSignedBy(facts, facts), facts?.subject);
  }
});

test('facts of one certificate', () => {
  const leaf = leafOf('good');
  assert.equal(leaf.subject, 'CN=registry.test, O=Example Lab');
  assert.deepEqual(leaf.names?.dns, ['registry.test']);
  assert.deepEqual(leaf.key, { type: 'rsa', bits: 2048, curve: null });
  assert.deepEqual(leaf.keyUsage, { bits: [0, 2], critical: true });
  assert.deepEqual(leaf.extendedKeyUsage, ['1.3.6.1.5.5.7.3.1']);
  assert.equal(leaf.isCa, false);
  assert.equal(leaf.version, 3);
});

test('kinds of key and signature', () => {
  const root = (name: string): CertificateFacts => caOf(caseOf(name)).certificates[0] as CertificateFacts;
  assert.deepEqual(leafOf('ecdsa-p256').key, { type: 'ec', bits: 256, curve: 'P-256' });
  assert.equal(root('ed25519-root-rsa-leaf').key.type, 'ed25519');
  assert.equal(root('ed448-root').key.type, 'ed448');
  assert.equal(leafOf('leaf-rsa1024').key.bits, 1024);
  assert.equal(leafOf('leaf-sha224').signature.hash, 'sha224');
});

test('keys that would end Node are marked', () => {
  assert.equal(caOf(caseOf('root-brainpool')).certificates[0]?.safeForNode, false);
  assert.equal(leafOf('leaf-brainpool').safeForNode, false);
  for (const name of ['good', 'ecdsa-p256', 'leaf-p521', 'root-p224', 'leaf-rsa1024']) {
    assert.equal(leafOf(name).safeForNode, true, name);
  }
});

test('what breaks a rule is named', () => {
  const faults = (name: string): string[] => leafOf(name).faults.map(({ kind }) => kind);
  assert.deepEqual(faults('serial-negative'), ['negative-serial']);
  assert.match(leafOf('serial-negative').serial, /^-[0-9a-f]+$/);
  assert.deepEqual(faults('duplicate-extension'), ['duplicate-extension']);
  assert.deepEqual(faults('san-bad-uri-extra'), ['san-uri']);
  assert.deepEqual(faults('san-non-ascii-extra'), ['san-not-ascii']);
  assert.deepEqual(faults('dn-printable-underscore'), ['printable-string']);
  assert.deepEqual(faults('good'), []);
});

test('a name is compared as bytes and normalised', () => {
  const leaf = leafOf('dn-space-differs');
  const [root] = caOf(caseOf('dn-space-differs')).certificates;
  assert.notEqual(leaf.issuerName.raw, root?.subjectName.raw);
  assert.equal(leaf.issuerName.canonical, root?.subjectName.canonical);
});

test('limits and faults, without a word of the input', () => {
  assert.deepEqual(readCertificate(Buffer.alloc(0)), { fault: 'not-der' });
  assert.deepEqual(readCertificate(Buffer.from('hello')), { fault: 'not-der' });
  assert.deepEqual(readCertificate(Buffer.alloc(300 * 1024)), { fault: 'too-large' });
  assert.deepEqual(readCertificate(Buffer.from([0x30, 0x00])), { fault: 'not-a-certificate' });
  let deep = Buffer.from([0x30, 0x00]);
  for (let level = 0; level < 30; level++) {
    deep = Buffer.concat([Buffer.from([0x30, deep.length]), deep]);
  }
  assert.deepEqual(readCertificate(deep), { fault: 'too-deep' });
  const nulls = Buffer.alloc(60_000, Buffer.from([0x05, 0x00]));
  const many = Buffer.concat([Buffer.from([0x30, 0x82, nulls.length >> 8, nulls.length & 0xff]), nulls]);
  assert.deepEqual(readCertificate(many), { fault: 'too-many-parts' });
});

test('an object identifier that is cut off is none', () => {
  const node = (...content: number[]): Parameters<typeof oidOf>[0] => {
    const bytes = Uint8Array.from([TAG.oid, content.length, ...content]);
    return { tag: TAG.oid, children: [], content: bytes.subarray(2), bytes, start: 0, end: bytes.length };
  };
  assert.equal(oidOf(node(0x55, 0x04, 0x03)), '2.5.4.3');
  assert.equal(oidOf(node(0x80)), '');
  assert.equal(oidOf(node(0x55, 0x04, 0x83)), '');
});

test('bytes behind a certificate are a fault, not a part of it', () => {
  const [der] = dersOf(caseOf('good').servedChain);
  const read = readCertificate(Buffer.concat([der as Buffer, Buffer.from([1, 2, 3])]));
  assert.ok(!('fault' in read));
  assert.deepEqual(read.faults, [{ kind: 'trailing-bytes', what: '' }]);
  assert.equal(read.sha256, leafOf('good').sha256);
});

test('only roots that could have issued are read', () => {
  const [first] = certificatesOf(rootCertificates[0] as string);
  const found = bundledRoots([first?.subjectName.raw ?? '']);
  assert.ok(found.some(({ sha256 }) => sha256 === first?.sha256));
  assert.ok(found.length < 5);
  assert.deepEqual(bundledRoots([leafOf('good').issuerName.raw]), []);
});

test('an unknown builder is not guessed', () => {
  assert.equal(trustOf('good', { builder: 'buildah' }).consumers.builder, 'unknown');
  assert.equal(trustOf('cn-only', { builder: 'kaniko-current' }).consumers.builder, 'fails');
});

test('a certificate of which a part could not be read gives no verdict', () => {
  const row = caseOf('good');
  const { consumers } = analyseTrust({
    chain: certificatesOf(row.servedChain),
    caContent: caOf(row),
    host: row.host,
    at: Date.parse(row.validAt),
    builder: 'kaniko-1.3.0',
    chainIncomplete: true
  });
  assert.deepEqual(consumers, { sdk: 'unknown', builder: 'unknown', nodes: 'unknown' });
});

test('with version facts the SDK is one Python, not all', () => {
  const row = caseOf('cn-only');
  const judge = (sdkProfiles: string[]): string =>
    analyseTrust({
      chain: certificatesOf(row.servedChain),
      caContent: caOf(row),
      host: row.host,
      at: Date.parse(row.validAt),
      builder: 'kaniko-1.3.0',
      sdkProfiles
    }).consumers.sdk;
  assert.equal(judge(['python3.7+requests2.27+urllib3-1.26']), 'ok');
  assert.equal(judge(['python3.11+urllib3-2.8']), 'fails');
});
