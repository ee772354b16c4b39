import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Beside a good login request stands a malformed one',
  server: { challenge: realm => ['Basic realm="Registry"', `Bearer realm=${realm}`] },
  named: /cannot read|Failed to parse/,
  first: 'KR-REG-024',
  variant: 'unreadable',
  consumers: { sdk: 'fails' }
});
