import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The registry’s certificate ends in nine days',
  ca: ({ pem }) => pem('root-rsa'),
  chain: ['leaf-soon'],
  first: 'KR-TLS-013',
  consumers: { sdk: 'ok', builder: 'ok' },
  named: /expires in 9 days/i
});
