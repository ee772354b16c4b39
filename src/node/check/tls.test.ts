import assert from 'node:assert/strict';
import { test } from 'node:test';
import { severityOf, textsOf, type FindingDraft } from '../../common/finding.ts';
import type { FactMap } from '../facts.ts';
import { noCaContent, readCaContent } from '../x509/caContent.ts';
import { caOf, caseOf, certificatesOf, dersOf, measured, trustOf } from '../x509/measured.ts';
import { readCertificate } from '../x509/certificate.ts';
import type { CertificateFacts, TrustFacts } from '../x509/facts.ts';
import { tlsChecks } from './tls.ts';

const environment: FactMap['environment'] = {
  home: '/home/kubeflow',
  inPod: true,
  namespace: 'user',
  awsCredentials: false,
  missingBundle: null,
  variables: {}
};
const HOST = 'registry.test:5000';
const DAY = 86_400_000;
const CHAIN_CHECKS = ['tls.chain', 'tls.name', 'tls.dates', 'tls.programs'];

function run(
  id: string,
  facts: Record<string, unknown>,
  at = Date.parse(caseOf('good').validAt)
): readonly FindingDraft[] {
  const found = tlsChecks.find(item => item.id === id);
  assert.ok(found !== undefined);
  const input = { facts: { environment, ...facts }, subject: HOST, at, builder: 'kaniko-1.3.0' };
  const { findings } = found.run(input as unknown as Parameters<typeof found.run>[0]);
  for (const finding of findings) {
    assert.ok(found.emits.includes(finding.code), `${finding.code} is declared`);
    assert.equal(finding.subject, HOST);
    const { title, short, explanation, fix } = textsOf(finding);
    const texts = [title, short, explanation, ...fix.map(step => `${step.text} ${step.command ?? ''}`)].join(' ');
    assert.doesNotMatch(texts, /[{}]|undefined|NaN/);
  }
  return findings;
}

const names = (findings: readonly FindingDraft[]): string[] =>
  findings.map(({ code, variant }) => (variant === undefined ? code : `${code} ${variant}`));

function all(trust: TrustFacts, at?: number): readonly FindingDraft[] {
  return CHAIN_CHECKS.flatMap(id => run(id, { trust }, at));
}

const leafOf = (name: string): CertificateFacts => certificatesOf(caseOf(name).servedChain)[0] as CertificateFacts;

/** The case's chain with bytes replaced, read again. */
function patched(name: string, from: string, to: string): CertificateFacts[] {
  return dersOf(caseOf(name).servedChain).map(der => {
    const certificate = readCertificate(Buffer.from(der.toString('latin1').replaceAll(from, to), 'latin1'));
    assert.ok(!('fault' in certificate));
    return certificate;
  });
}

const ca = (name: string): ReturnType<typeof caOf> => caOf(caseOf(name));
const absent = noCaContent('/home/kubeflow/.tls/certificate.crt', 'absent');

/** What stands for a chain: every finding of the checks about it, in order. */
const expectations: Record<string, [TrustFacts, string[], number?]> = {
  'no CA file': [trustOf('good', { ca: absent }), ['KR-TLS-002']],
  'no CA file, self-signed': [trustOf('self-signed-ca-false', { ca: absent }), ['KR-TLS-002']],
  'file that is no certificate': [trustOf('file-garbage'), ['KR-TLS-002 file-unusable']],
  'file that is a folder': [trustOf('file-directory'), ['KR-TLS-002 file-unusable']],
  'file that the builder skips': [trustOf('file-trusted'), ['KR-TLS-002 builder-skips', 'KR-TLS-019']],
  'CA on a curve that Go does not know': [trustOf('root-brainpool'), ['KR-TLS-002 builder-skips', 'KR-TLS-019']],
  'other CA': [trustOf('wrong-ca-chain-sent'), ['KR-TLS-003']],
  'another key of the name': [trustOf('rotated-ca'), ['KR-TLS-004']],
  'two of the name, the wrong one first': [
    trustOf('two-same-name-no-ids-right-last'),
    ['KR-TLS-004 order-in-file', 'KR-CRT-019', 'KR-CRT-019', 'KR-TLS-019']
  ],
  'intermediate not sent': [trustOf('int-not-sent'), ['KR-TLS-005']],
  'own certificate mounted': [trustOf('leaf-mounted'), ['KR-CRT-006']],
  'only the intermediate mounted': [trustOf('int-only-mounted'), ['KR-CRT-011']],
  'mounted CA that is none': [trustOf('root-no-bc-no-ku'), ['KR-CRT-007']],
  'intermediate that is none': [trustOf('int-no-bc'), ['KR-TLS-024 not-a-ca', 'KR-CRT-019']],
  'root without key usage': [trustOf('root-no-ku'), ['KR-CRT-019']],
  'rejected by its own file': [trustOf('file-trusted-reject'), ['KR-TLS-002 file-unusable']],
  'other name': [trustOf('wrong-host'), ['KR-TLS-006']],
  wildcard: [trustOf('wildcard'), ['KR-TLS-006 wildcard']],
  'misspelled name': [trustOf('san-with-port'), ['KR-TLS-006 spelling']],
  'address without address': [trustOf('ip-in-cn-dns-san'), ['KR-TLS-007']],
  'other address': [trustOf('ip-other'), ['KR-TLS-007 other-address']],
  'common name only': [trustOf('cn-only'), ['KR-TLS-008']],
  expired: [trustOf('leaf-expired'), ['KR-TLS-010']],
  'expired with its CA': [trustOf('both-expired'), ['KR-TLS-010', 'KR-TLS-011 mounted']],
  'expired and for another name': [trustOf('leaf-expired', { host: 'other.test' }), ['KR-TLS-006', 'KR-TLS-010']],
  'not yet valid': [trustOf('leaf-not-yet-skew'), ['KR-TLS-012']],
  'CA not yet valid': [trustOf('root-not-yet'), ['KR-TLS-012']],
  'self-signed, another CA mounted': [trustOf('self-signed-ca-false', { ca: ca('good') }), ['KR-TLS-014']],
  'opened by a product': [
    trustOf('wrong-ca-chain-sent', { chain: patched('good', 'Example Registry Root', 'Zscaler Inspecting CA') }),
    ['KR-TLS-017', 'KR-TLS-003']
  ],
  'name of the CA spelled differently': [trustOf('dn-space-differs'), ['KR-TLS-021', 'KR-TLS-019']],
  'unreadable for Go': [trustOf('san-bad-uri-extra'), ['KR-TLS-022', 'KR-TLS-019']],
  'CA unreadable for Go': [trustOf('dn-printable-underscore'), ['KR-TLS-022', 'KR-TLS-022', 'KR-TLS-019']],
  'negative serial, a matter of newer Go': [trustOf('serial-negative'), ['KR-TLS-022']],
  'kind of key': [trustOf('leaf-brainpool'), ['KR-TLS-022 key-type']],
  'SHA-1': [trustOf('leaf-sha1'), ['KR-TLS-023', 'KR-TLS-019']],
  'RSA 1024': [trustOf('leaf-rsa1024'), ['KR-TLS-023', 'KR-TLS-019']],
  'SHA-224': [trustOf('leaf-sha224'), ['KR-TLS-023 unknown', 'KR-TLS-019']],
  'name constraints': [trustOf('nc-root-mismatch'), ['KR-TLS-024']],
  'path length': [trustOf('pathlen-violated'), ['KR-TLS-024']],
  purpose: [trustOf('root-eku-client-only'), ['KR-TLS-024 purpose']],
  'two signature algorithms': [
    trustOf('good', { chain: patched('good', '\x01\x01\x0b\x05\x00\x03\x82', '\x01\x01\x0c\x05\x00\x03\x82') }),
    ['KR-TLS-024 signature', 'KR-TLS-022', 'KR-TLS-019']
  ],
  'unknown demand': [trustOf('leaf-critical-unknown'), ['KR-TLS-025']]
};

for (const [name, [trust, expected]] of Object.entries(expectations)) {
  test(`certificate: ${name}`, () => {
    assert.deepEqual(names(all(trust)), expected);
  });
}

test("an intermediate that ended is not the registry's own fault", () => {
  const chain = certificatesOf(caseOf('int-good').servedChain);
  const at = (chain[1] as CertificateFacts).notAfter + DAY;
  assert.ok(names(run('tls.dates', { trust: trustOf('int-good', { at }) }, at)).includes('KR-TLS-011'));
});

test('KR-TLS-013 speaks in time', () => {
  const at = leafOf('good').notAfter - 10 * DAY;
  const [finding] = run('tls.dates', { trust: trustOf('good', { at }) }, at);
  assert.deepEqual([finding?.code, finding?.args['days']], ['KR-TLS-013', 10]);
});

test('KR-TLS-009 only where the other clock explains the dates', () => {
  const at = Date.parse(caseOf('leaf-not-yet-skew').validAt);
  const trust = trustOf('leaf-not-yet-skew');
  const ping = (date: number): Record<string, unknown> => ({ trust, ping: { date, receivedAt: at } });
  assert.deepEqual(names(run('tls.dates', ping(at + 7 * 3_600_000), at)), ['KR-TLS-012', 'KR-TLS-009']);
  assert.deepEqual(names(run('tls.dates', ping(at + 3_600_000), at)), ['KR-TLS-012']);
});

test('KR-TLS-004 says newer or older only when dates show it', () => {
  const leaf = leafOf('rotated-ca');
  const yours = caOf(caseOf('rotated-ca')).certificates[0] as CertificateFacts;
  const variant = (mounted: Partial<CertificateFacts>): string | undefined => {
    const trust = trustOf('rotated-ca');
    const certificates = trust.certificates.map(item =>
      item.sha256 === yours.sha256 ? { ...item, ...mounted } : item
    );
    return run('tls.chain', { trust: { ...trust, certificates } })[0]?.variant;
  };
  assert.equal(variant({}), undefined);
  assert.equal(variant({ notBefore: leaf.notBefore - 10 * DAY, notAfter: leaf.notBefore - DAY }), 'newer');
  assert.equal(variant({ notBefore: leaf.notBefore + DAY }), 'older');
});

test('KR-TLS-004 names key marks that do not fit', () => {
  const right = leafOf('good').authorityKey?.keyId ?? '';
  const wrong = Buffer.from(right, 'hex').toString('latin1');
  const chain = patched('good', wrong, `\x01${wrong.slice(1)}`);
  const trust = trustOf('good', { chain });
  assert.deepEqual(names(run('tls.chain', { trust })), ['KR-TLS-004']);
});

test('certificates that cannot be read at all', () => {
  const findings = run('tls.chain', {
    trust: trustOf('good'),
    tls: { chainBytes: 0, unread: [{ position: 1, fault: 'not-der' }] }
  });
  assert.deepEqual(names(findings), ['KR-TLS-022']);
});

test('KR-TLS-018: switches', () => {
  const off = {
    environment: { ...environment, variables: { PYTHONHTTPSVERIFY: '0', NODE_TLS_REJECT_UNAUTHORIZED: '1' } }
  };
  assert.deepEqual(names(run('tls.switches', off)), ['KR-TLS-018']);
  assert.deepEqual(names(run('tls.switches', {})), []);
});

test('KR-TLS-020 is a notice', () => {
  const [finding] = run('tls.nodes', { trust: trustOf('good') });
  assert.equal(finding?.code, 'KR-TLS-020');
  assert.equal(finding === undefined ? null : severityOf(finding), 'info');
});

for (const row of measured) {
  test(`${row.name}: findings and verdicts tell the same`, () => {
    const trust = trustOf(row.name);
    const findings = all(trust);
    for (const consumer of ['sdk', 'builder'] as const) {
      const fails = findings.some(({ consumers }) => consumers?.[consumer] === 'fails');
      assert.equal(fails, trust.consumers[consumer] === 'fails', consumer);
    }
    if (Object.values(row.verdicts).every(({ ok }) => ok)) {
      assert.deepEqual(names(findings), [], 'healthy is silent');
    }
  });
}

test('a publicly trusted registry needs no file, and a useless one hurts nobody', () => {
  const roots = [...caOf(caseOf('good')).certificates];
  for (const file of [absent, readCaContent(Buffer.from('hello'), '/ca'), ca('wrong-ca-chain-sent')]) {
    const trust = trustOf('good', { ca: file, roots });
    assert.equal(trust.publiclyTrusted, true);
    assert.deepEqual(trust.consumers, { sdk: 'ok', builder: 'ok', nodes: 'unknown' });
    assert.deepEqual(names(all(trust)), []);
  }
});

test('a publicly trusted chain that has ended stays one', () => {
  const roots = [...caOf(caseOf('leaf-expired')).certificates];
  const trust = trustOf('leaf-expired', { ca: absent, roots });
  assert.equal(trust.publiclyTrusted, true);
  assert.deepEqual(names(all(trust)), ['KR-TLS-010']);
});
