import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The last lines of the CA were not copied',
  ca: ({ pem }) => pem('root').replace(/\n-----END[\s\S]*/, '\n'),
  first: 'KR-CRT-002',
  variant: 'cut',
  consumers: { sdk: 'fails', builder: 'fails' },
  named: /cut|end certificate/i,
  logins: 0
});
