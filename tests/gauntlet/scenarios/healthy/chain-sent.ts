import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The server sends leaf and intermediate, the root is mounted',
  chain: ['leaf-of-intermediate', 'intermediate'],
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
