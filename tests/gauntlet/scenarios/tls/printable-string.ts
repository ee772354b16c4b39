import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'An @ stands in a PrintableString',
  ca: ({ pem }) => pem('root-rsa'),
  chain: ['leaf-at'],
  first: 'KR-TLS-022',
  consumers: { builder: 'fails' },
  named: /printablestring/i
});
