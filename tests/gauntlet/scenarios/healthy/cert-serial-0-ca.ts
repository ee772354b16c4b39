import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The CA has the serial number 0',
  ca: ({ pem }) => pem('root-serial-0'),
  chain: ['leaf-of-root-serial-0'],
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
