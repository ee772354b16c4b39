import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'A security product opens the connection',
  ca: ({ pem }) => pem('root-rsa'),
  chain: ['leaf-of-interception-root'],
  first: 'KR-TLS-017',
  consumers: { sdk: 'fails', builder: 'fails' },
  named: /zscaler|security product/i,
  logins: 0
});
