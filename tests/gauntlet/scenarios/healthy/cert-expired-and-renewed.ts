import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The expired and the renewed copy of the CA together',
  ca: ({ pem }) => pem('expired-root') + pem('renewed-root'),
  chain: ['leaf-of-renewed'],
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
