import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The e-mail in the entry is a number',
  config: ({ host, basic }) => ({ auths: { [host]: { auth: basic(), email: 7 } } }),
  named: /wrong kind|cannot unmarshal number/,
  first: 'KR-CFG-009',
  variant: 'not-text',
  consumers: { builder: 'fails' }
});
