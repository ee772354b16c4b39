import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'An editor put empty lines between the lines',
  ca: ({ pem }) => pem('root').replaceAll('\n', '\n\n'),
  first: 'KR-CRT-002',
  variant: 'blank-lines',
  consumers: { sdk: 'fails', builder: 'ok' },
  named: /empty lines|blank/i
});
