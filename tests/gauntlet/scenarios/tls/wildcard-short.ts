import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The wildcard stands below the top level: Python does not take it',
  ca: ({ pem }) => pem('root-rsa'),
  chain: ['leaf-wildcard-short'],
  first: 'KR-TLS-006',
  variant: 'wildcard',
  consumers: { builder: 'ok' },
  named: /wildcard/i
});
