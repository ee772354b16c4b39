import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Two files were put together by hand: "auths" stands in "auths"',
  config: ({ host, basic }) => ({ auths: { auths: { [host]: { auth: basic() } } } }),
  named: /"auths" (stands )?(with)?in/,
  first: 'KR-CFG-027',
  consumers: { sdk: 'fails', builder: 'fails' },
  logins: 0
});
