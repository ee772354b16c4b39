import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Two CAs of one name during a renewal, the right one last',
  ca: ({ pem }) => pem('root') + pem('renewed-root'),
  chain: ['leaf-of-renewed'],
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
