import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { test } from 'node:test';
import { rootCertificates } from 'node:tls';
import { analyseTrust } from './trust.ts';
import { readCaContent } from './caContent.ts';
import { readCertificate } from './certificate.ts';
import { bundledRoots } from './roots.ts';
import type { CertificateFacts } from './facts.ts';
import { caBytesOf, caOf, caseOf, certificatesOf, dersOf, measured, trustOf } from './measured.ts';
import { SignatureChecker } from './signature.ts';

function leafOf(name: string): CertificateFacts {
  return certificatesOf(caseOf(name).servedChain)[0] as CertificateFacts;
}

/** A generator of numbers that gives the same row every time (mulberry32). */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return below => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

function mutated(bytes: Buffer, random: (below: number) => number): Buffer {
  let result = Buffer.from(bytes);
  for (let change = random(4); change >= 0; change--) {
    const at = random(result.length + 1);
    switch (random(4)) {
      case 0:
        result[at % Math.max(result.length, 1)] = random(256);
        break;
      case 1:
        result = Buffer.concat([result.subarray(0, at), result.subarray(at + random(40))]);
        break;
      case 2:
        result = Buffer.concat([result.subarray(0, at), Buffer.alloc(random(40), random(256)), result.subarray(at)]);
        break;
      default:
        result = Buffer.concat([result.subarray(0, at), result.subarray(random(at + 1), at), result.subarray(at)]);
    }
  }
  return result;
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

test('damaged certificates: no error escapes, and what is read can be judged', () => {
  const random = seeded(20260401);
  const ders = measured.flatMap(row => dersOf(row.servedChain));
  const ca = caOf(caseOf('good'));
  let readable = 0;
  for (let round = 0; round < 4000; round++) {
    const read = readCertificate(mutated(ders[random(ders.length)] as Buffer, random));
    if (!('fault' in read)) {
      readable += 1;
      const chain = [read, leafOf('int-good')];
      const trust = analyseTrust({
        chain,
        caContent: ca,
        host: 'registry.test',
        at: 0,
        builder: 'kaniko-1.3.0',
        systemRoots: () => []
      });
      assert.equal(trust.consumers.sdk, 'fails');
    }
  }
  assert.ok(readable > 100 && readable < 3900, String(readable));
});

test('damaged CA files: no error escapes', () => {
  const random = seeded(7);
  const files = measured.filter(({ caFile }) => caFile !== null && caFile.length < 20_000).map(caBytesOf);
  for (let round = 0; round < 3000; round++) {
    const content = readCaContent(mutated(files[random(files.length)] as Buffer, random), '/ca');
    assert.equal(content.state, 'read');
    assert.ok(content.python.refuses !== null || content.certificates.length >= content.python.loads.length);
  }
});
