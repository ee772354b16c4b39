import { context, oid, sequence } from '../../pki/der.ts';
import { toPem } from '../../pki/make.ts';
import { scenario } from '../../scenario.ts';

/** What `openssl x509 -addreject serverAuth` adds (X509_CERT_AUX). */
const REJECTS_SERVERS = sequence(context(0, true, oid('1.3.6.1.5.5.7.3.1')));

export default scenario({
  says: 'The CA is stored as not to be trusted for servers',
  ca: ({ der }) => toPem(Buffer.concat([der('root'), REJECTS_SERVERS]), 'TRUSTED CERTIFICATE'),
  first: 'KR-CRT-021',
  consumers: { sdk: 'fails', builder: 'fails' },
  named: /not be trusted|forbid|reject/i,
  logins: 0
});
