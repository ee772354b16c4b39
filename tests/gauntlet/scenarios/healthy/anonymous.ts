import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'A registry that asks for no login, and none is configured',
  config: { auths: {} },
  server: { auth: 'none' },
  first: null
});
