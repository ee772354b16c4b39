import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'detachKeys is a number',
  config: ({ host, basic }) => ({ auths: { [host]: { auth: basic() } }, detachKeys: 5 }),
  named: /detachKeys/,
  first: 'KR-CFG-027',
  consumers: { builder: 'fails' }
});
