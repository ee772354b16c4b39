import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCaContent } from './caContent.ts';
import { brokenConstraint } from './constraints.ts';
import type { CertificateFacts } from './facts.ts';
import { caBytesOf, caseOf, certificatesOf, trustOf } from './measured.ts';
import { policiesValid } from './policies.ts';

const good = caBytesOf(caseOf('good')).toString('latin1');
const leaf = certificatesOf(caseOf('good').servedChain)[0] as CertificateFacts;

/** Each of these took minutes with a search that begins anew at every line. */
const floods: Record<string, string> = {
  'END lines without a BEGIN': '\n-----END CERTIFICATE-----'.repeat(38_000),
  'BEGIN lines without an END': '-----BEGIN CERTIFICATE-----\n'.repeat(36_000),
  'one endless line': 'A'.repeat(1_000_000),
  dashes: '-'.repeat(1_000_000),
  headers: `-----BEGIN CERTIFICATE-----\n${'a: b\n'.repeat(190_000)}`,
  blanks: ' '.repeat(1_000_000)
};

for (const [name, text] of Object.entries(floods)) {
  test(`a file of ${name} is read to its end`, () => {
    const content = readCaContent(Buffer.from(text, 'latin1'), '/ca');
    assert.deepEqual(content.certificates, []);
    assert.ok(content.python.refuses !== null);
  });
}

test('many CAs of one name cost no more than their number', () => {
  const content = readCaContent(Buffer.from(caBytesOf(caseOf('rotated-ca')).toString().repeat(700)), '/ca');
  assert.equal(content.certificates.length, 700);
  assert.equal(trustOf('rotated-ca', { ca: content }).consumers.sdk, 'fails');
});

test('a chain of many copies ends', () => {
  const chain = Array<CertificateFacts>(50).fill(certificatesOf(caseOf('int-good').servedChain)[1] as CertificateFacts);
  assert.equal(trustOf('int-good', { chain: [leaf, ...chain] }).profiles.length, 11);
});

test('name constraints beyond number are refused, as the programs do', () => {
  const subtrees = Array.from({ length: 5000 }, (_, index) => ({ kind: 'dns' as const, base: `n${index}.test` }));
  const ca: CertificateFacts = { ...leaf, nameConstraints: { permitted: subtrees, excluded: [], critical: true } };
  const many: CertificateFacts = {
    ...leaf,
    names: {
      dns: Array.from({ length: 5000 }, (_, index) => `n${index}.test`),
      ip: [],
      email: [],
      uri: [],
      others: 0,
      critical: false,
      count: 5000
    }
  };
  assert.equal(brokenConstraint([many, ca], 'go'), ca);
});

test('name constraints of every kind', () => {
  const tree = (kind: 'dns' | 'ip' | 'email' | 'uri', base: string, excluded = false): CertificateFacts => ({
    ...leaf,
    nameConstraints: {
      permitted: excluded ? [] : [{ kind, base }],
      excluded: excluded ? [{ kind, base }] : [],
      critical: true
    }
  });
  const names = {
    dns: ['a.corp.test'],
    ip: ['10.1.2.3'],
    email: ['me@corp.test'],
    uri: ['https://a.corp.test:5000/v2'],
    others: 0,
    critical: false,
    count: 4
  };
  const named: CertificateFacts = { ...leaf, names };
  const allowed = (ca: CertificateFacts): boolean => brokenConstraint([named, ca], 'go') === null;
  assert.equal(allowed(tree('dns', 'corp.test')), true);
  assert.equal(allowed(tree('dns', '.corp.test')), true);
  assert.equal(allowed(tree('dns', '.a.corp.test')), false);
  assert.equal(allowed(tree('dns', 'orp.test')), false);
  assert.equal(allowed(tree('dns', 'corp.test', true)), false);
  assert.equal(allowed(tree('ip', '0a010000ffff0000')), true);
  assert.equal(allowed(tree('ip', '0a020000ffff0000')), false);
  assert.equal(allowed(tree('email', 'corp.test')), true);
  assert.equal(allowed(tree('email', 'you@corp.test')), false);
  assert.equal(allowed(tree('uri', 'corp.test')), true);
  assert.equal(allowed(tree('uri', 'other.test')), false);
});

test('policies are demanded from the first CA that asks for them', () => {
  const empty = { oids: [], mappings: [], requireExplicit: null, inhibitMapping: null, inhibitAny: null };
  const certificate = (number: number): CertificateFacts => ({
    ...leaf,
    subjectName: { ...leaf.subjectName, raw: String(number) },
    issuerName: { ...leaf.issuerName, raw: String(number + 1) },
    policies: empty
  });
  const [own, issuing, root] = [certificate(1), certificate(2), certificate(3)];
  const asking = { ...issuing, policies: { ...empty, requireExplicit: 0 } };
  const stating = (from: CertificateFacts, oid: string): CertificateFacts => ({
    ...from,
    policies: { ...from.policies, oids: [oid] }
  });
  assert.equal(policiesValid([own]), true);
  assert.equal(policiesValid([own, issuing, root]), true);
  assert.equal(policiesValid([own, asking, root]), false);
  assert.equal(policiesValid([stating(own, '1.2.3'), stating(asking, '1.2.3'), root]), true);
  assert.equal(policiesValid([stating(own, '1.2.4'), stating(asking, '1.2.3'), root]), false);
  assert.equal(policiesValid([stating(own, '1.2.4'), stating(asking, '2.5.29.32.0'), root]), true);
  const mapping = {
    ...asking,
    policies: { ...asking.policies, oids: ['1.2.3'], mappings: [{ issuer: '1.2.3', subject: '1.2.4' }] }
  };
  assert.equal(policiesValid([stating(own, '1.2.4'), mapping, root]), true);
});

test('a file that is good stays good among the floods', () => {
  assert.equal(
    readCaContent(Buffer.from(good + floods['blanks']?.slice(0, 1000), 'latin1'), '/ca').python.loads.length,
    1
  );
});
