import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'A comment stands inside the certificate',
  ca: ({ pem }) => pem('root').replace('\n', '\n# CA of the company: do not touch\n'),
  first: 'KR-CRT-002',
  variant: 'headers',
  consumers: { sdk: 'fails', builder: 'fails' },
  named: /comment|extra lines|inside/i,
  logins: 0
});
