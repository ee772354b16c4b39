import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The line breaks became the two characters \\n',
  ca: ({ pem }) => pem('root').replaceAll('\n', '\\n'),
  first: 'KR-CRT-005',
  consumers: { sdk: 'fails', builder: 'fails' },
  named: /line breaks|\\\\n/i
});
