import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'A shared proxy has no entry for the registry',
  server: { kind: 'unknown-name' },
  first: 'KR-TLS-028',
  consumers: { sdk: 'fails', builder: 'fails' },
  named: /does not know the name|unrecognized name/i,
  logins: 0
});
