import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The CA is valid beyond the year 2050',
  ca: ({ pem }) => pem('root-until-2060'),
  chain: ['leaf-of-root-until-2060'],
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
