import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'A damaged block before the right CA',
  ca: ({ pem }) => pem('other-root').replace(/\n[A-Za-z0-9+/]{8}/, '\n*') + pem('root'),
  first: 'KR-CRT-020',
  consumers: { sdk: 'fails', builder: 'ok' },
  named: /block 1|damaged/i
});
