import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The markers were typed in lower case',
  ca: ({ pem }) => pem('root').replace(/-----[^-]+-----/g, marker => marker.toLowerCase()),
  first: 'KR-CRT-001',
  variant: 'markers',
  consumers: { sdk: 'fails', builder: 'fails' },
  named: /begin/i,
  logins: 0
});
