/**
 * An extension that stands twice. What each Go does is derived from its sources, release by release: before 1.19 each
 * extension overwrites what an earlier one of its kind said, but purposes are added up before 1.17 (`parseCertificate`,
 * crypto/x509/x509.go of Go 1.14 and 1.15); from 1.19 on the certificate is refused (CL 383215, Go 1.19 release notes).
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCaContent } from '../../src/node/x509/caContent.ts';
import { readCertificate } from '../../src/node/x509/certificate.ts';
import type { TrustFacts } from '../../src/node/x509/facts.ts';
import { PROFILES } from '../../src/node/x509/profiles.ts';
import { analyseTrust } from '../../src/node/x509/trust.ts';
import { alternativeNames, basicConstraints, extendedKeyUsage, keyUsage } from './pki/extensions.ts';
import { make, type Form } from './pki/make.ts';

const HOST = 'registry.test';
const root = make({ name: 'Demo Root CA', ca: true });

/** Judges a server certificate, or one below a CA of this form. */
function judge(form: Partial<Form>, below: Partial<Form> = {}, builder = 'kaniko-1.3.0'): TrustFacts {
  const ca = { ...root, ...make({ name: 'Demo Root CA', ca: true, keyOf: root, ...below }) };
  const made = make({ name: HOST, issuer: ca, ...form });
  const leaf = readCertificate(made.der);
  assert.ok(!('fault' in leaf));
  return analyseTrust({
    chain: [leaf],
    caContent: readCaContent(Buffer.from(ca.pem), '/certificate.crt'),
    host: HOST,
    at: Date.now(),
    builder,
    systemRoots: () => []
  });
}

const names = (...dns: string[]): Buffer => alternativeNames({ dns });
const twice = (first: Buffer, second: Buffer): Partial<Form> => ({
  extensions: { subjectAltName: first, again: second }
});

/** Verdicts by version of Go, in the order of the profiles. */
function byGo({ profiles }: TrustFacts): Record<string, string> {
  const own = PROFILES.filter(({ family }) => family === 'go').map(({ name }) => name);
  return Object.fromEntries(
    profiles.filter(({ profile }) => own.includes(profile)).map(({ profile, verdict }) => [profile, verdict])
  );
}

const OLD_ONLY = {
  'go1.14.15': 'ok',
  'go1.15.15': 'ok',
  'go1.19.13': 'fails',
  'go1.22.12': 'fails',
  'go1.23.4': 'fails',
  'go1.26.8': 'fails'
};
const NONE = { ...OLD_ONLY, 'go1.14.15': 'fails', 'go1.15.15': 'fails' };

test('of two lists of names Go before 1.19 uses the last', () => {
  assert.deepEqual(byGo(judge(twice(names('other.test'), names(HOST)))), OLD_ONLY);
  assert.deepEqual(byGo(judge(twice(names(HOST), names('other.test')))), NONE);
  assert.deepEqual(byGo(judge(twice(names(HOST), names(HOST)))), OLD_ONLY);
});

test('the name that is missed is told of the list that misses it, never as another spelling', () => {
  const { causes, name, consumers } = judge(twice(names(HOST), names('other.test')));
  assert.deepEqual(name, { kind: 'other-name' });
  assert.equal(consumers.builder, 'fails');
  assert.ok(causes.some(({ kind }) => kind === 'name'));
});

test('of two limits of a CA Go before 1.19 uses the last', () => {
  const limits = (first: boolean, second: boolean): Partial<Form> => ({
    extensions: { basicConstraints: basicConstraints({ ca: first }), again: basicConstraints({ ca: second }) }
  });
  assert.deepEqual(byGo(judge({}, limits(false, true))), OLD_ONLY);
  assert.deepEqual(byGo(judge({}, limits(true, false))), NONE);
  const uses = {
    extensions: { keyUsage: keyUsage(['keyCertSign']), again: keyUsage(['cRLSign']) }
  };
  assert.deepEqual(byGo(judge({}, uses)), NONE);
});

test('purposes that stand in two lists count together for Go before 1.17', () => {
  const purposes = (first: 'serverAuth' | 'clientAuth', second: 'serverAuth' | 'clientAuth'): Partial<Form> => ({
    extensions: { extendedKeyUsage: extendedKeyUsage([first]), again: extendedKeyUsage([second]) }
  });
  assert.deepEqual(byGo(judge(purposes('clientAuth', 'serverAuth'))), OLD_ONLY);
  assert.deepEqual(byGo(judge(purposes('serverAuth', 'clientAuth'))), OLD_ONLY);
  assert.deepEqual(byGo(judge(purposes('clientAuth', 'clientAuth'))), NONE);
});

test('a second list that cannot be read is refused by every Go', () => {
  const broken = alternativeNames({ ip: [Buffer.from([10, 1, 2, 3, 4])] });
  assert.deepEqual(byGo(judge(twice(names(HOST), broken))), NONE);
});

test('builders by their Go: before 1.19 and after are known, between the measured ones nothing is claimed', () => {
  const builder = (go: string): string => judge(twice(names('other.test'), names(HOST)), {}, go).consumers.builder;
  assert.deepEqual(['kaniko-1.3.0', 'go1.15', 'go1.18', 'go1.19', 'kaniko-current'].map(builder), [
    'ok',
    'ok',
    'unknown',
    'fails',
    'fails'
  ]);
});
