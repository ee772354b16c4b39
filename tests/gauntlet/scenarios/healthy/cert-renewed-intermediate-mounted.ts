import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The server still sends an expired intermediate; the renewed one, with the same key, is mounted with the root',
  ca: ({ pem }) => pem('intermediate-renewed') + pem('root-rsa'),
  chain: ['leaf-of-intermediate-expired', 'intermediate-expired'],
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
