import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The registry signs for itself and is not mounted',
  chain: ['self-signed'],
  first: 'KR-TLS-014',
  consumers: { sdk: 'fails', builder: 'fails' },
  logins: 0,
  named: /signs for itself|self-?signed/i
});
