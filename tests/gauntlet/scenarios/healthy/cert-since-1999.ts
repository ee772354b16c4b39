import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The CA dates from the last century',
  ca: ({ pem }) => pem('root-long-ago'),
  chain: ['leaf-of-root-long-ago'],
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
