import { called } from '../../called.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The wildcard stands for a part of the label',
  ...called('registry.corp.test'),
  ca: ({ pem }) => pem('root-rsa'),
  chain: ['leaf-wildcard-partial'],
  first: 'KR-TLS-006',
  variant: 'wildcard',
  consumers: { builder: 'fails' },
  named: /wildcard/i
});
