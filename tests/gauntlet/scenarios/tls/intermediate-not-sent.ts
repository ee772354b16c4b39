import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The server does not send its intermediate',
  chain: ['leaf-of-intermediate'],
  first: 'KR-TLS-005',
  consumers: { sdk: 'fails', builder: 'fails' },
  logins: 0,
  named: /does not send|intermediate/i
});
