import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'A self-signed certificate without any mark, as openssl req -x509 made it long ago',
  ca: ({ pem }) => pem('self-signed-plain'),
  chain: ['self-signed-plain'],
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
