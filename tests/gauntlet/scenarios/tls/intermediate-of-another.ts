import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The server sends an intermediate that has nothing to do with its certificate',
  ca: ({ pem }) => pem('root-rsa'),
  chain: ['leaf-of-issuing', 'intermediate-second'],
  first: 'KR-TLS-005',
  consumers: { sdk: 'fails', builder: 'fails' },
  named: /does not send|intermediate/i,
  logins: 0
});
