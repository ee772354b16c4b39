/**
 * Makes `tests/fixtures/odd-certificates.pem`: `node tests/hostile/oddCertificates.ts`. It is kept as a file, because
 * damaged certificates are the same in every run only when those are from which they are made.
 */
import { writeFileSync } from 'node:fs';
import { caseOf } from '../../src/node/x509/measured.ts';
import { context, oid, sequence, text } from '../gauntlet/pki/der.ts';
import * as ext from '../gauntlet/pki/extensions.ts';
import { make, type Made } from '../gauntlet/pki/make.ts';
import { HOST, NOTE } from './certificateSeeds.ts';

const at = Date.parse(caseOf('good').validAt);
const around = { notBefore: new Date(at - 1e10), notAfter: new Date(at + 1e10) };

/** A certificate with every extension that is read, and notes in those of which nothing is shown. */
function full(form: { name: string; ca: boolean; issuer: Made | null }): Made {
  const names = { dns: [HOST, '*.corp.test'], ip: ['127.0.0.1', '::1'] };
  const notes = { email: [`${NOTE}@corp.test`], uri: [`https://${NOTE}.test/`] };
  const statement = sequence(oid('1.3.6.1.5.5.7.2.1'), text('ia5', `https://${NOTE}/`));
  const place = context(6, false, Buffer.from(`http://${NOTE}/ca`));
  return make({
    ...form,
    ...around,
    extensions: {
      constraints: ext.nameConstraints({ permitted: ['test'], excluded: ['corp.test'] }),
      policies: ext.extension('2.5.29.32', sequence(sequence(oid('1.2.3.4'), sequence(statement)))),
      demand: ext.policyConstraints(),
      mappings: ext.extension('2.5.29.33', sequence(sequence(oid('1.2.3.4'), oid('1.2.3.5')))),
      inhibit: ext.extension('2.5.29.54', Buffer.from([0x02, 0x01, 0x00]), true),
      access: ext.extension('1.3.6.1.5.5.7.1.1', sequence(sequence(oid('1.3.6.1.5.5.7.48.2'), place))),
      unknown: ext.extension('1.3.6.1.4.1.99999.7', text('utf8', NOTE)),
      ...(form.ca ? {} : { subjectAltName: ext.alternativeNames({ ...names, ...notes }) })
    }
  });
}

const root = full({ name: 'Full Root CA', ca: true, issuer: null });
const leaf = full({ name: HOST, ca: false, issuer: root });
const curves = (['secp256k1', 'brainpoolP256r1', 'P-521', 'ed25519', 'rsa-pss', 'rsa1024'] as const).map(key =>
  make({ name: HOST, ca: true, names: [HOST], key, ...around })
);
writeFileSync(
  new URL('../fixtures/odd-certificates.pem', import.meta.url),
  [root, leaf, ...curves].map(({ pem }) => pem).join('')
);
