import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'HOME ends in a slash',
  environment: ({ home }) => ({ HOME: `${home}/` }),
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
