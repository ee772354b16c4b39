import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The CA went through JSON',
  ca: ({ pem }) => JSON.stringify(pem('root')),
  first: 'KR-CRT-005',
  variant: 'literal-newlines',
  consumers: { sdk: 'fails', builder: 'fails' },
  named: /line break/i,
  logins: 0
});
