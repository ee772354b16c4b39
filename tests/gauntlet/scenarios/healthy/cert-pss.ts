import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The CA signs with RSA-PSS',
  ca: ({ pem }) => pem('root-pss'),
  chain: ['leaf-of-root-pss'],
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
