import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Intermediate and root are mounted, the server sends only its own',
  ca: ({ pem }) => pem('issuing') + pem('root-rsa'),
  chain: ['leaf-of-issuing'],
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
