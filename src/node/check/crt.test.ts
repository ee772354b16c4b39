import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { test } from 'node:test';
import { severityOf, textsOf, type FindingDraft } from '../../common/finding.ts';
import { noCaContent, readCaContent } from '../x509/caContent.ts';
import { caBytesOf, caOf, caseOf } from '../x509/measured.ts';
import type { CaContentFacts } from '../x509/facts.ts';
import { crtChecks } from './crt.ts';

const environment = {
  home: '/home/kubeflow',
  inPod: true,
  namespace: 'user',
  awsCredentials: false,
  missingBundle: null,
  variables: {}
};
const PATH = '/home/kubeflow/.tls/certificate.crt';
const DAY = 86_400_000;
const now = Date.parse(caseOf('good').validAt);
const good = caBytesOf(caseOf('good')).toString('latin1');

function run(id: string, content: CaContentFacts, at = now): readonly FindingDraft[] {
  const found = crtChecks.find(item => item.id === id);
  assert.ok(found !== undefined);
  const facts = { 'ca.content': content, environment };
  const { findings } = found.run({ facts, subject: PATH, at, builder: 'kaniko-1.3.0' } as unknown as Parameters<
    typeof found.run
  >[0]);
  for (const finding of findings) {
    assert.ok(found.emits.includes(finding.code), `${finding.code} is declared`);
    assert.equal(finding.subject, PATH);
    const { title, explanation, fix } = textsOf(finding);
    assert.doesNotMatch(
      [title, explanation, ...fix.map(step => `${step.text} ${step.command ?? ''}`)].join(' '),
      /[{}]|undefined/
    );
  }
  return findings;
}

const codes = (findings: readonly FindingDraft[]): string[] =>
  findings.map(({ code, variant }) => (variant === undefined ? code : `${code} ${variant}`));

const read = (text: string | Buffer): CaContentFacts =>
  readCaContent(typeof text === 'string' ? Buffer.from(text, 'latin1') : text, PATH);

const format: Record<string, [CaContentFacts, string[]]> = {
  'good file': [read(good), []],
  'no file': [noCaContent(PATH, 'absent'), []],
  'empty file, which another check names': [read(''), []],
  text: [caOf(caseOf('file-garbage')), ['KR-CRT-001']],
  blank: [read(' \n'), ['KR-CRT-001 blank']],
  DER: [read(Buffer.from(good.split('\n').slice(1, -2).join(''), 'base64')), ['KR-CRT-001 der']],
  'bare base64': [caOf(caseOf('file-der-base64')), ['KR-CRT-001 bare-base64']],
  'PKCS#7': [caOf(caseOf('file-pkcs7-der')), ['KR-CRT-001 pkcs7']],
  'PKCS#12': [caOf(caseOf('file-pkcs12')), ['KR-CRT-001 pkcs12']],
  'UTF-16': [caOf(caseOf('file-utf16le')), ['KR-CRT-001 utf16']],
  'web page': [read('<html>'), ['KR-CRT-001 html']],
  markers: [caOf(caseOf('file-en-dashes')), ['KR-CRT-001 markers']],
  damaged: [caOf(caseOf('file-truncated-with-end')), ['KR-CRT-002']],
  comment: [caOf(caseOf('file-comment-inside')), ['KR-CRT-002']],
  headers: [read(good.replace('-----\n', '-----\nX-Note: a\n\n')), ['KR-CRT-002 headers']],
  cut: [caOf(caseOf('file-no-end')), ['KR-CRT-002 cut']],
  glued: [caOf(caseOf('file-glued')), ['KR-CRT-002 glued']],
  'empty lines': [caOf(caseOf('file-blank-lines')), ['KR-CRT-002 blank-lines']],
  'name that is no text': [caOf(caseOf('dn-utf8-invalid')), ['KR-CRT-002 unreadable-name']],
  'base64 of PEM': [caOf(caseOf('file-base64-of-pem')), ['KR-CRT-004']],
  'one line': [caOf(caseOf('file-all-joined')), ['KR-CRT-005']],
  'literal newlines': [read(good.replaceAll('\n', '\\n')), ['KR-CRT-005 literal-newlines']],
  'old Mac': [read(good.replaceAll('\n', '\r')), ['KR-CRT-005 old-mac']],
  indented: [caOf(caseOf('file-indented')), ['KR-CRT-005 indented']],
  quoted: [caOf(caseOf('file-quoted')), ['KR-CRT-005 quoted']],
  'text before': [caOf(caseOf('file-text-same-line')), ['KR-CRT-005 text-before']],
  'one of several indented': [read(`${good}  ${good}`), ['KR-CRT-005 one-of-several']],
  several: [caOf(caseOf('file-several')), ['KR-CRT-013']],
  'public key only': [caOf(caseOf('file-pubkey-only')), ['KR-CRT-015']],
  CRLF: [caOf(caseOf('file-crlf')), ['KR-CRT-016']],
  'byte-order mark': [read(`\xef\xbb\xbf${good}`), ['KR-CRT-017 bom']],
  'byte-order mark before the second': [caOf(caseOf('file-bom-second')), ['KR-CRT-017 bom', 'KR-CRT-013']],
  'TRUSTED CERTIFICATE': [caOf(caseOf('file-trusted')), ['KR-CRT-017']],
  'TRUSTED CERTIFICATE that rejects servers': [caOf(caseOf('file-trusted-reject')), ['KR-CRT-021']],
  'X509 CERTIFICATE': [caOf(caseOf('file-x509-label')), ['KR-CRT-017']],
  'good, then broken': [caOf(caseOf('file-good-then-broken')), ['KR-CRT-020']],
  'good, then cut': [caOf(caseOf('file-good-then-truncated')), ['KR-CRT-020']]
};

for (const [name, [content, expected]] of Object.entries(format)) {
  test(`crt.format: ${name}`, () => {
    assert.deepEqual(codes(run('crt.format', content)), expected);
  });
}

test('KR-CRT-003: a private key is named and never shown', () => {
  const { privateKey } = generateKeyPairSync('ed25519');
  const key = privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
  const findings = run('crt.format', read(good + key));
  assert.deepEqual(codes(findings), ['KR-CRT-003']);
  assert.ok(!JSON.stringify(findings).includes(key.split('\n')[1] as string));
});

const validity: Record<string, [CaContentFacts, string[], number?]> = {
  'good CA': [read(good), []],
  'nothing in it': [read('hello'), []],
  expired: [caOf(caseOf('both-expired')), ['KR-CRT-008']],
  'expired beside a renewed one of its name': [caOf(caseOf('expired-copy-last')), []],
  'expired beside another': [
    read(caBytesOf(caseOf('both-expired')).toString() + caBytesOf(caseOf('wrong-ca-chain-sent')).toString()),
    ['KR-CRT-008 one-of-several']
  ],
  'not yet valid': [caOf(caseOf('root-not-yet')), ['KR-CRT-009']],
  'expires soon': [read(good), ['KR-CRT-010'], (caOf(caseOf('good')).certificates[0]?.notAfter ?? 0) - 10 * DAY],
  'short key': [read(caseOf('leaf-rsa1024').servedChain), ['KR-CRT-012']],
  'unknown demand': [read(caseOf('leaf-critical-unknown').servedChain), ['KR-CRT-014']],
  'curve that Go does not know': [caOf(caseOf('root-brainpool')), ['KR-CRT-018']],
  Ed448: [caOf(caseOf('ed448-root')), ['KR-CRT-018']],
  'old signature of a root': [caOf(caseOf('root-md5')), []]
};

for (const [name, [content, expected, at]] of Object.entries(validity)) {
  test(`crt.validity: ${name}`, () => {
    assert.deepEqual(codes(run('crt.validity', content, at)), expected);
  });
}

test('an expired CA beside a good one is a notice', () => {
  const [finding] = run('crt.validity', validity['expired beside another']?.[0] as CaContentFacts);
  assert.equal(finding === undefined ? null : severityOf(finding), 'info');
});
