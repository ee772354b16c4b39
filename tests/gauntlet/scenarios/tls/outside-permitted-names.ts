import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The CA may sign for another domain only',
  ca: ({ pem }) => pem('root-for-corp'),
  chain: ['leaf-of-root-for-corp'],
  first: 'KR-TLS-024',
  consumers: { sdk: 'fails', builder: 'fails' },
  named: /name constraint|limit|not (allowed|authorized)/i,
  logins: 0
});
