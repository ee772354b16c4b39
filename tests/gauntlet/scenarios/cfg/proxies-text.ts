import { scenario } from '../../scenario.ts';

export default scenario({
  says: '"proxies" is a text instead of an object',
  config: ({ host, basic }) => ({ auths: { [host]: { auth: basic() } }, proxies: 'http://proxy.corp.test:3128' }),
  named: /proxies/,
  first: 'KR-CFG-027',
  consumers: { builder: 'fails' }
});
