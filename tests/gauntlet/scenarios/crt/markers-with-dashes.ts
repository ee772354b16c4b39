import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'A word processor made long dashes of the hyphens',
  ca: ({ pem }) => pem('root').replaceAll('-----', '\u2013\u2013\u2013\u2013\u2013'),
  first: 'KR-CRT-001',
  variant: 'markers',
  consumers: { sdk: 'fails', builder: 'fails' },
  named: /begin/i,
  logins: 0
});
