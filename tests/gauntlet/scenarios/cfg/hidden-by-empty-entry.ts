import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'An empty entry hides the one with the login',
  config: ({ host, basic }) => ({ auths: { [host]: {}, [`https://${host}/`]: { auth: basic() } } }),
  named: /hides the login/,
  first: 'KR-CFG-014',
  variant: 'hides',
  consumers: { sdk: 'fails', builder: 'fails' }
});
