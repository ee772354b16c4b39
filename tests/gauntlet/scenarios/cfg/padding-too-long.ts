import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'An equals sign too many stands at the end of the login',
  config: ({ host, basic }) => ({ auths: { [host]: { auth: `${basic()}=` } } }),
  named: /"=" signs|illegal base64/,
  first: 'KR-CFG-009',
  variant: 'padding',
  consumers: { builder: 'fails' }
});
