import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The server’s key is on a Brainpool curve',
  ca: ({ pem }) => pem('root-rsa'),
  chain: ['leaf-brainpool'],
  first: 'KR-TLS-022',
  variant: 'key-type',
  consumers: { sdk: 'fails', builder: 'fails' },
  named: /brainpool|kind of key|curve/i,
  logins: 0
});
