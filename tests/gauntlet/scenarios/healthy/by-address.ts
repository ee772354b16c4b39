import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Called by its address, which the certificate names',
  ask: ({ port }) => [`127.0.0.1:${port}`],
  config: ({ port, basic }) => ({ auths: { [`127.0.0.1:${port}`]: { auth: basic() } } }),
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
