import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Bag Attributes and comments stand around the certificates',
  ca: ({ pem }) =>
    `Bag Attributes\n    friendlyName: corp\n${pem('other-root')}# the one that counts:\n${pem('root')}# Caf\u00e9, end\n`,
  chain: ['leaf'],
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
