import { scenario } from '../../scenario.ts';

export default scenario({
  says: '"auth" is an empty text',
  config: ({ host }) => ({ auths: { [host]: { auth: '' } } }),
  named: /incomplete/,
  first: 'KR-CFG-014',
  consumers: { sdk: 'fails', builder: 'fails' }
});
