import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The new intermediate begins next week',
  ca: ({ pem }) => pem('root-rsa'),
  chain: ['leaf-of-intermediate-future', 'intermediate-future'],
  first: 'KR-TLS-012',
  consumers: { sdk: 'fails', builder: 'fails' },
  named: /not (yet valid|valid yet)/i,
  logins: 0
});
