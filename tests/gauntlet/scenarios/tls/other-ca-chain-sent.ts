import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The server sends its whole chain, and another CA is mounted',
  ca: ({ pem }) => pem('other-root'),
  chain: ['leaf-of-issuing', 'issuing', 'root-rsa'],
  first: 'KR-TLS-003',
  consumers: { sdk: 'fails', builder: 'fails' },
  named: /another CA|signed by/i,
  logins: 0
});
