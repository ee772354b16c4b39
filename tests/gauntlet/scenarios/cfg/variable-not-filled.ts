import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The variable in the template was not filled',
  config: ({ host }) => ({ auths: { [host]: { auth: '${REGISTRY_AUTH}' } } }),
  named: /example/,
  first: 'KR-CFG-013',
  consumers: { sdk: 'fails', builder: 'fails' }
});
