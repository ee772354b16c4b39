import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Characters of the key are written as JSON escapes',
  config: ({ host, basic }) =>
    JSON.stringify({ auths: { [host]: { auth: basic() } } })
      .replace('registry.test:', 'registry\\u002etest\\u003a')
      .replaceAll('/', '\\/'),
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
