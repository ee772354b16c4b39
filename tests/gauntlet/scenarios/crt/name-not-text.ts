import { der } from '../../pki.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The name in the CA is no valid text',
  ca: ({ pem }) => pem('root-broken-name'),
  options: () => ({ chain: { certificates: [der('leaf-of-root-broken-name'), der('root-broken-name')], cut: false } }),
  first: 'KR-CRT-002',
  variant: 'unreadable-name',
  consumers: { sdk: 'fails', builder: 'fails' },
  named: /valid text|utf-?8/i,
  logins: 0,
  peers: false
});
