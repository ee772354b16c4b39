import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Fields of a later docker stand in file and entry',
  config: ({ host, basic }) => ({
    auths: { [host]: { auth: basic(), 'made-by': 'ann' } },
    somethingNew: [1, { a: null }, true]
  }),
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
