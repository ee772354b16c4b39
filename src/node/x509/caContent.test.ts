import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { test } from 'node:test';
import { MAX_CA_BYTES, noCaContent, readCaContent } from './caContent.ts';
import type { BlockFault, FileFault, LoadFacts } from './facts.ts';
import { caBytesOf, caseOf, dersOf } from './measured.ts';

const good = caBytesOf(caseOf('good')).toString('latin1');
const other = caBytesOf(caseOf('wrong-ca-chain-sent')).toString('latin1');
const der = dersOf(good)[0] as Buffer;
const body = good.split('\n').slice(1, -2);
const wrapped = (lines: readonly string[], label = 'CERTIFICATE'): string =>
  [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
const encoded = (bytes: Uint8Array): string[] =>
  Buffer.from(bytes)
    .toString('base64')
    .match(/.{1,64}/g) ?? [];
const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const keyPem = privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
const publicPem = publicKey.export({ type: 'spki', format: 'pem' }) as string;
const utf16 = (text: string, big: boolean): Buffer => {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
  return big ? bytes.swap16() : bytes;
};

interface Row {
  file: string | Buffer;
  python: number | LoadFacts['refuses'];
  go: number;
  node: number;
  fault?: FileFault;
  block?: BlockFault;
}

/** Files and how many certificates each family takes from them, as measured (Python, Go, Node `ca`). */
const rows: Record<string, Row> = {
  plain: { file: good, python: 1, go: 1, node: 1 },
  'several certificates': { file: other + good, python: 2, go: 2, node: 2 },
  'the same twice': { file: good + good, python: 2, go: 2, node: 2 },
  'text before, between and after': {
    file: `Bag Attributes\n  x: y\n${good}-----\n${other}caf\xe9\n`,
    python: 2,
    go: 2,
    node: 2
  },
  'private key before': { file: keyPem + good, python: 1, go: 1, node: 1 },
  'private key after': { file: good + keyPem, python: 1, go: 1, node: 1 },
  'Windows line ends': { file: good.replaceAll('\n', '\r\n'), python: 1, go: 1, node: 1 },
  'no final line break': { file: good.trimEnd(), python: 1, go: 1, node: 1 },
  'body on one line': { file: wrapped([body.join('')]), python: 1, go: 1, node: 1 },
  'body lines indented': { file: wrapped(body.map(line => `  ${line}`)), python: 1, go: 1, node: 1 },
  'blanks at line ends': { file: good.replaceAll('\n', '  \n'), python: 1, go: 1, node: 1 },
  'empty line after BEGIN': { file: wrapped(['', ...body]), python: 1, go: 1, node: 1 },
  'zero bytes at the end': { file: `${good}\0\0\0`, python: 1, go: 1, node: 1 },
  'text right before BEGIN': {
    file: `CA: ${good}`,
    python: 'nothing-found',
    go: 0,
    node: 0,
    fault: 'text-before-marker'
  },
  'old Mac line ends': { file: good.replaceAll('\n', '\r'), python: 'nothing-found', go: 0, node: 0, fault: 'old-mac' },
  'blanks instead of line breaks': {
    file: good.replaceAll('\n', ' '),
    python: 'nothing-found',
    go: 0,
    node: 0,
    fault: 'one-line'
  },
  'line breaks removed': {
    file: good.replaceAll('\n', ''),
    python: 'nothing-found',
    go: 0,
    node: 0,
    fault: 'one-line'
  },
  'every line indented': {
    file: good.replace(/^(?=.)/gm, '    '),
    python: 'nothing-found',
    go: 0,
    node: 0,
    fault: 'indented'
  },
  'BEGIN indented': { file: `  ${good}`, python: 'nothing-found', go: 0, node: 0, fault: 'indented' },
  'in double quotes': { file: `"${good}"`, python: 'nothing-found', go: 0, node: 0, fault: 'quoted' },
  'zero byte before BEGIN': { file: `\0${good}`, python: 'nothing-found', go: 0, node: 0, fault: 'text-before-marker' },
  DER: { file: der, python: 'nothing-found', go: 0, node: 0, fault: 'der' },
  'bare base64': { file: body.join('\n'), python: 'nothing-found', go: 0, node: 0, fault: 'bare-base64' },
  'private key only': { file: keyPem, python: 'nothing-found', go: 0, node: 0, fault: 'other-blocks' },
  'public key only': { file: publicPem, python: 'nothing-found', go: 0, node: 0, fault: 'other-blocks' },
  'PKCS#7 as PEM': { file: wrapped(body, 'PKCS7'), python: 'nothing-found', go: 0, node: 0, fault: 'other-blocks' },
  'certificate request only': {
    file: wrapped(body, 'CERTIFICATE REQUEST'),
    python: 'nothing-found',
    go: 0,
    node: 0,
    fault: 'other-blocks'
  },
  'UTF-16 little': { file: utf16(good, false), python: 'nothing-found', go: 0, node: 0, fault: 'utf16' },
  'UTF-16 big': { file: utf16(good, true), python: 'nothing-found', go: 0, node: 0, fault: 'utf16' },
  'base64 of the PEM': {
    file: Buffer.from(good).toString('base64'),
    python: 'nothing-found',
    go: 0,
    node: 0,
    fault: 'base64-of-pem'
  },
  'literal newlines': {
    file: good.replaceAll('\n', '\\n'),
    python: 'nothing-found',
    go: 0,
    node: 0,
    fault: 'literal-newlines'
  },
  'JSON string': { file: JSON.stringify(good), python: 'nothing-found', go: 0, node: 0, fault: 'json-string' },
  'lower-case markers': { file: good.toLowerCase(), python: 'nothing-found', go: 0, node: 0, fault: 'damaged-markers' },
  'four dashes': {
    file: good.replaceAll('-----', '----'),
    python: 'nothing-found',
    go: 0,
    node: 0,
    fault: 'damaged-markers'
  },
  'typographic dashes': {
    file: Buffer.from(good.replaceAll('-----', '–––––')),
    python: 'nothing-found',
    go: 0,
    node: 0,
    fault: 'damaged-markers'
  },
  empty: { file: '', python: 'nothing-found', go: 0, node: 0, fault: 'blank' },
  blank: { file: '\n \n', python: 'nothing-found', go: 0, node: 0, fault: 'blank' },
  'random text': { file: 'hello\n', python: 'nothing-found', go: 0, node: 0, fault: 'text' },
  'web page': { file: '<!DOCTYPE html><html></html>', python: 'nothing-found', go: 0, node: 0, fault: 'html' },
  'two on one line': { file: good.trimEnd() + other, python: 'damaged', go: 0, node: 0, block: 'glued' },
  'label X509 CERTIFICATE': { file: wrapped(body, 'X509 CERTIFICATE'), python: 1, go: 0, node: 1 },
  'label TRUSTED CERTIFICATE': { file: wrapped(body, 'TRUSTED CERTIFICATE'), python: 1, go: 0, node: 1 },
  'byte-order mark': { file: `\xef\xbb\xbf${good}`, python: 1, go: 0, node: 1 },
  'byte-order mark before the second': { file: `${good}\xef\xbb\xbf${other}`, python: 2, go: 1, node: 2 },
  'END missing': { file: good.slice(0, good.indexOf('-----END')), python: 'damaged', go: 0, node: 0, block: 'cut' },
  'cut in the body': { file: good.slice(0, 500), python: 'damaged', go: 0, node: 0, block: 'cut' },
  'half of the body': {
    file: wrapped(body.slice(0, body.length / 2)),
    python: 'damaged',
    go: 0,
    node: 0,
    block: 'not-a-certificate'
  },
  'one line lost': {
    file: wrapped(body.toSpliced(3, 1)),
    python: 'damaged',
    go: 0,
    node: 0,
    block: 'not-a-certificate'
  },
  'comment inside': {
    file: wrapped(body.toSpliced(3, 0, '# the CA')),
    python: 'damaged',
    go: 0,
    node: 0,
    block: 'not-base64'
  },
  'headers inside': {
    file: wrapped(['X-Note: hello', '', ...body]),
    python: 'damaged',
    go: 0,
    node: 0,
    block: 'headers'
  },
  'END of another kind': {
    file: good.replace('END CERTIFICATE', 'END CERT'),
    python: 'damaged',
    go: 0,
    node: 0,
    block: 'label-differs'
  },
  'extra bytes': { file: wrapped(encoded(Buffer.concat([der, Buffer.from([0, 0])]))), python: 1, go: 0, node: 0 },
  'empty lines in the body': {
    file: wrapped(body.flatMap(line => [line, ''])),
    python: 'damaged',
    go: 1,
    node: 0,
    block: 'blank-lines'
  },
  'broken, then good': {
    file: wrapped(body.slice(5)) + good,
    python: 'damaged',
    go: 1,
    node: 0,
    block: 'not-a-certificate'
  },
  'illegal base64, then good': {
    file: wrapped(['!!!!']) + good,
    python: 'damaged',
    go: 1,
    node: 0,
    block: 'not-base64'
  },
  'empty block, then good': { file: wrapped([]) + good, python: 'damaged', go: 1, node: 0, block: 'empty' },
  'cut block, then good': { file: good.slice(0, 500) + '\n' + good, python: 'damaged', go: 1, node: 0, block: 'cut' },
  'good, then broken': {
    file: good + wrapped(body.slice(5)),
    python: 'damaged',
    go: 1,
    node: 1,
    block: 'not-a-certificate'
  },
  'good, then cut': { file: good + good.slice(0, 500), python: 'damaged', go: 1, node: 1, block: 'cut' }
};

for (const [name, { file, python, go, node, fault, block }] of Object.entries(rows)) {
  test(`CA file: ${name}`, () => {
    const bytes = typeof file === 'string' ? Buffer.from(file, 'latin1') : file;
    const content = readCaContent(bytes, '/ca');
    assert.equal(content.python.refuses ?? content.python.loads.length, python, 'Python');
    assert.equal(content.go.loads.length, go, 'Go');
    assert.equal(content.node.loads.length, node, 'Node');
    assert.equal(content.fault, fault ?? null);
    assert.equal(
      content.blocks.find(item => item.fault !== null && item.fault !== 'not-seen')?.fault ?? null,
      block ?? null
    );
    assert.equal(content.hasPrivateKey, name.startsWith('private key'));
  });
}

test('what is no certificate of the file stays out of the facts', () => {
  const [, secret = ''] = keyPem.split('\n');
  assert.ok(!JSON.stringify(readCaContent(Buffer.from(good + keyPem), '/ca')).includes(secret));
});

test('PKCS#12 and PKCS#7 are known by their structure', () => {
  assert.equal(readCaContent(caBytesOf(caseOf('file-pkcs12')), '/ca').fault, 'pkcs12');
  assert.equal(readCaContent(caBytesOf(caseOf('file-pkcs7-der')), '/ca').fault, 'pkcs7');
});

test('limits: size and number of blocks', () => {
  assert.equal(readCaContent(Buffer.alloc(MAX_CA_BYTES + 1, 0x20), '/ca').state, 'too-large');
  const many = readCaContent(Buffer.from(wrapped(['AAAA']).repeat(1200)), '/ca');
  assert.equal(many.cut, true);
  assert.equal(many.blocks.length, 1000);
});

test('150 CAs before the right one', () => {
  const content = readCaContent(caBytesOf(caseOf('file-bundle-150')), '/ca');
  assert.equal(content.python.loads.length, 151);
  assert.equal(content.go.loads.length, 151);
});

test('there may be nothing to read', () => {
  assert.deepEqual(noCaContent('/ca', 'folder').certificates, []);
  assert.equal(noCaContent('/ca', 'absent').state, 'absent');
});
