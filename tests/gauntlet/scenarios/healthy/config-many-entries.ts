import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The file has sixty registries',
  config: ({ host, basic }) => ({
    auths: {
      ...Object.fromEntries(
        Array.from({ length: 60 }, (_, index) => [`r${index}.corp.test`, { auth: basic('ann', `word-${index}`) }])
      ),
      [host]: { auth: basic() }
    }
  }),
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
