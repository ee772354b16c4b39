import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The CA Secret was made from the Docker config',
  ca: ({ host, basic }) => ({ auths: { [host]: { auth: basic() } } }),
  named: /Docker config|login/,
  first: 'KR-CRT-001',
  consumers: { sdk: 'fails', builder: 'fails' },
  logins: 0
});
