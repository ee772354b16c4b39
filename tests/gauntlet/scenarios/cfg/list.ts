import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The file is a list of logins',
  config: ({ host, basic }) => [{ registry: host, auth: basic() }],
  named: /not a Docker config/,
  first: 'KR-CFG-001',
  variant: 'not-an-object',
  consumers: { sdk: 'fails', builder: 'fails' }
});
