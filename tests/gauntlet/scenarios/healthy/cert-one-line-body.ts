import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The body of the certificate stands on one long line',
  ca: ({ der }) => `-----BEGIN CERTIFICATE-----\n${der('root').toString('base64')}\n-----END CERTIFICATE-----\n`,
  chain: ['leaf'],
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
