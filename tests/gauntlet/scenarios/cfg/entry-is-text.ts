import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The entry is the login itself, without "auth"',
  config: ({ host, basic }) => ({ auths: { [host]: basic() } }),
  named: /wrong kind|cannot unmarshal string/,
  first: 'KR-CFG-009',
  variant: 'not-text',
  consumers: { sdk: 'fails', builder: 'fails' }
});
