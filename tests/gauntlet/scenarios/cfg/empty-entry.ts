import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The entry is there and empty',
  config: ({ host }) => ({ auths: { [host]: {} } }),
  named: /incomplete/,
  first: 'KR-CFG-014',
  consumers: { sdk: 'fails', builder: 'fails' }
});
