import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The login is a number',
  config: ({ host }) => ({ auths: { [host]: { auth: 12345 } } }),
  named: /wrong kind|cannot unmarshal number/,
  first: 'KR-CFG-009',
  variant: 'not-text',
  consumers: { sdk: 'fails', builder: 'fails' }
});
