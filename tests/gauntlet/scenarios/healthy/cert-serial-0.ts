import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'CA and server have the serial number 0',
  ca: ({ pem }) => pem('root-rsa'),
  chain: ['leaf-serial-0'],
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
