import { always } from '../../registries.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The registry has a new name, and the old one sends on to it',
  server: always(307, { location: 'https://new-registry.invalid/v2/' }),
  peers: false,
  named: /sends programs on to/,
  first: 'KR-REG-005',
  logins: 0
});
