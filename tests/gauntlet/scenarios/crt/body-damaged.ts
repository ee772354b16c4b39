import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Lines of the CA were lost',
  ca: ({ pem }) =>
    pem('root')
      .split('\n')
      .filter((_, line) => line !== 3)
      .join('\n'),
  first: 'KR-CRT-002',
  consumers: { sdk: 'fails', builder: 'fails' },
  named: /damaged|no certificate/i
});
