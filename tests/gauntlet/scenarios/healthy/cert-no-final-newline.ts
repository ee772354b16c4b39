import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The last line has no line break',
  ca: ({ pem }) => pem('root').trimEnd(),
  chain: ['leaf'],
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
