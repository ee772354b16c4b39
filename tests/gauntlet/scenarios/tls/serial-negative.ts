import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'A negative serial number: current Go does not read it',
  ca: ({ pem }) => pem('root-rsa'),
  chain: ['leaf-serial-negative'],
  first: 'KR-TLS-022',
  consumers: { builder: 'fails' },
  named: /negative serial/i,
  options: { builder: 'kaniko-current' }
});
