import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The registry signs for itself, and exactly that is mounted',
  chain: ['self-signed'],
  ca: ({ pem }) => pem('self-signed'),
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
