import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'A malformed web address stands beside the right name',
  ca: ({ pem }) => pem('root-rsa'),
  chain: ['leaf-bad-uri'],
  first: 'KR-TLS-022',
  consumers: { builder: 'fails' },
  named: /web address|URI/i
});
