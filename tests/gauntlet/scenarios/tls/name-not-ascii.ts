import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'An umlaut stands in a second name',
  ca: ({ pem }) => pem('root-rsa'),
  chain: ['leaf-umlaut'],
  first: 'KR-TLS-022',
  consumers: { builder: 'fails' },
  named: /ASCII|malformed/i,
  options: { builder: 'kaniko-current' }
});
