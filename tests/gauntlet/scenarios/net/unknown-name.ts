import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'A typing error in the name',
  ask: ['no-such-registry.invalid:5000'],
  config: ({ basic }) => ({ auths: { 'no-such-registry.invalid:5000': { auth: basic() } } }),
  peers: false,
  named: /name .*not known/,
  first: 'KR-NET-003'
});
