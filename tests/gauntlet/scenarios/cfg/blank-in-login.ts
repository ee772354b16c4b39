import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'A blank came into the login while copying',
  config: ({ host, basic }) => ({ auths: { [host]: { auth: `${basic().slice(0, 8)} ${basic().slice(8)}` } } }),
  named: /blanks|illegal base64/,
  first: 'KR-CFG-009',
  variant: 'blanks',
  consumers: { builder: 'fails' }
});
