import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The CA may sign for this domain only, and does',
  ca: ({ pem }) => pem('root-for-test'),
  chain: ['leaf-of-root-for-test'],
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
