import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'A program encoded the config as JSON twice: all of it is one text in quotes',
  config: ({ host, basic }) => JSON.stringify(JSON.stringify({ auths: { [host]: { auth: basic() } } })),
  named: /in quotes/,
  first: 'KR-CFG-001',
  consumers: { sdk: 'fails', builder: 'fails' },
  logins: 0
});
