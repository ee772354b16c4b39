import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'An empty block before the right CA',
  ca: ({ pem }) => `-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n${pem('root')}`,
  first: 'KR-CRT-020',
  consumers: { sdk: 'fails', builder: 'ok' },
  named: /block 1|damaged/i
});
