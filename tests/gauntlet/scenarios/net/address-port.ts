import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The port has a digit too many',
  ask: ['registry.test:500000'],
  peers: false,
  named: /port is not a number/,
  first: 'KR-NET-002',
  variant: 'port'
});
