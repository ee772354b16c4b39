import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The registry signs for itself as a CA, and exactly that is mounted',
  ca: ({ pem }) => pem('self-signed-ca'),
  chain: ['self-signed-ca'],
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
