import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The CA was pasted from YAML with its indentation',
  ca: ({ pem }) => pem('root').replace(/^/gm, '    '),
  first: 'KR-CRT-005',
  variant: 'indented',
  consumers: { sdk: 'fails', builder: 'fails' },
  named: /indent|blanks/i,
  logins: 0
});
