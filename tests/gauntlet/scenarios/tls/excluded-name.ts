import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The CA must not sign for this name',
  ca: ({ pem }) => pem('root-not-for-us'),
  chain: ['leaf-of-root-not-for-us'],
  first: 'KR-TLS-024',
  consumers: { sdk: 'fails', builder: 'fails' },
  named: /name constraint|limit|not (allowed|authorized)/i,
  logins: 0
});
