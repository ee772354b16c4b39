import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The realm of the login request is empty',
  server: { challenge: () => 'Basic realm=""' },
  named: /cannot read|Failed to parse/,
  first: 'KR-REG-024',
  variant: 'unreadable',
  consumers: { sdk: 'fails', builder: 'ok' }
});
