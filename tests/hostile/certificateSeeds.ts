import { readFileSync } from 'node:fs';
import { caBytesOf, caseOf, certificatesOf, dersOf, measured } from '../../src/node/x509/measured.ts';
import { readCertificate } from '../../src/node/x509/certificate.ts';
import { toPem } from '../gauntlet/pki/make.ts';

/** Stands in parts of certificates and CA files that nobody is shown. */
export const NOTE = 'Xu5canaryE7';
/** Each line of a private key. */
export const KEY_LINE = Buffer.from('Zk7canaryQ9'.repeat(5)).toString('base64').slice(0, 64);
const noteBytes = Buffer.from(NOTE);
export const CANARIES = [NOTE, KEY_LINE, noteBytes.toString('base64').replace(/=+$/, ''), noteBytes.toString('hex')];

export const HOST = 'registry.test';
export const AT = Date.parse(caseOf('good').validAt);

const path = new URL('../fixtures/odd-certificates.pem', import.meta.url);
/** A CA and what it issued, with every extension that is read; then CAs with keys of rare kinds. */
const odd = dersOf(readFileSync(path, 'utf8'));
const [fullRoot = Buffer.alloc(0), fullLeaf = Buffer.alloc(0), ...rare] = odd;

/** Certificates of all kinds. */
export const ders: readonly Buffer[] = [
  ...measured.flatMap(row => dersOf(row.servedChain)),
  ...measured.flatMap(row => dersOf(caBytesOf(row).toString('latin1'))),
  ...odd
].filter(({ length }) => length > 0 && length < 8192);

/** Those of them that our reader reads. */
export const readable: readonly Buffer[] = ders.filter(der => !('fault' in readCertificate(der)));

/** The CA of the measured cases, and what it issued. */
export const good = {
  ca: caBytesOf(caseOf('good')),
  chain: certificatesOf(caseOf('good').servedChain)
};

const key = `-----BEGIN PRIVATE KEY-----\n${`${KEY_LINE}\n`.repeat(20)}-----END PRIVATE KEY-----\n`;

/** CA files of all kinds: those that were measured, and such with notes and a key in them. */
export const files: readonly Buffer[] = [
  ...measured.flatMap(row => (row.caFile === null || row.caFile.length > 20_000 ? [] : [caBytesOf(row)])),
  ...[
    `Bag Attributes\n    friendlyName: ${NOTE}\n${good.ca.toString()}${key}`,
    `${key}${toPem(fullRoot)}# ${NOTE}\n${toPem(fullLeaf, 'TRUSTED CERTIFICATE')}`,
    `-----BEGIN ${NOTE}-----\nMAA=\n-----END ${NOTE}-----\n${good.ca.toString()}`,
    good.ca.toString().replace('-----\n', `-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: ${NOTE}\n\n`),
    // Several certificates: damage in one of them leaves the others.
    ...rare.map((der, index) => `${toPem(der).repeat(index)}${good.ca.toString()}${toPem(fullRoot)}`),
    ...measured.slice(0, 40).map(row => `${row.servedChain}\n${good.ca.toString()}`)
  ].map(text => Buffer.from(text))
];
