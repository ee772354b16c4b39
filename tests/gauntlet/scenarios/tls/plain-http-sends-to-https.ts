import { always } from '../../registries.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The port is the one for plain HTTP, which sends everybody to https',
  server: { kind: 'plain-http', ...always(301, { location: 'https://registry.test/v2/' }) },
  named: /plain HTTP/,
  first: 'KR-TLS-001',
  consumers: { sdk: 'fails', builder: 'fails' },
  logins: 0
});
