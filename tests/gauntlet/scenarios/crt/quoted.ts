import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The CA stands in quotes',
  ca: ({ pem }) => JSON.stringify(pem('root')).replaceAll('\\n', '\n'),
  first: 'KR-CRT-005',
  variant: 'quoted',
  consumers: { sdk: 'fails', builder: 'fails' },
  named: /quot/i,
  logins: 0
});
