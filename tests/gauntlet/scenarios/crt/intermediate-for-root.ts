import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The intermediate that the server does not send was mounted alone',
  ca: ({ pem }) => pem('issuing'),
  chain: ['leaf-of-issuing'],
  first: 'KR-CRT-011',
  consumers: { builder: 'ok' },
  named: /root/i
});
