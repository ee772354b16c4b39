import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The registry still uses the CA from before the renewal',
  ca: ({ pem }) => pem('renewed-root'),
  chain: ['leaf-of-expired-root'],
  first: 'KR-TLS-004',
  variant: 'older',
  consumers: { sdk: 'fails', builder: 'fails' },
  named: /another key|renewed/i,
  logins: 0
});
