import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The certificate is for any purpose, which Python does not take for servers',
  ca: ({ pem }) => pem('root-rsa'),
  chain: ['leaf-for-anything'],
  first: 'KR-TLS-024',
  variant: 'purpose',
  consumers: { sdk: 'fails' },
  named: /server authentication|not meant for servers|key usage|purpose/i
});
