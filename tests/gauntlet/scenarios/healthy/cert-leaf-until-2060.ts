import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The server certificate outlives its CA',
  ca: ({ pem }) => pem('root-rsa'),
  chain: ['leaf-until-2060'],
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
