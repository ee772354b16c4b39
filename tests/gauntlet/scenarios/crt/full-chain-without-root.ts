import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The chain as the browser exports it: server certificate and intermediate, no root',
  ca: ({ pem }) => pem('leaf-of-issuing') + pem('issuing'),
  chain: ['leaf-of-issuing', 'issuing'],
  named: /root/,
  first: 'KR-CRT-011',
  consumers: { sdk: 'unknown', builder: 'ok' }
});
