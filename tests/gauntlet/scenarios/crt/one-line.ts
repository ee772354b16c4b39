import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The line breaks of the PEM were lost',
  ca: ({ pem }) => pem('root').replaceAll('\n', ' '),
  first: 'KR-CRT-005',
  consumers: { sdk: 'fails', builder: 'fails' },
  named: /line breaks|one line/i
});
