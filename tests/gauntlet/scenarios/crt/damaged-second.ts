import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'A damaged block behind the right CA',
  ca: ({ pem }) => pem('root') + pem('other-root').replace(/\n.{30}/, '\n'),
  first: 'KR-CRT-020',
  consumers: { sdk: 'fails', builder: 'ok' },
  named: /block 2|damaged/i
});
