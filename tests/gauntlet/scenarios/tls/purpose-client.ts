import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The certificate is made for clients',
  ca: ({ pem }) => pem('root-rsa'),
  chain: ['leaf-for-clients'],
  first: 'KR-TLS-024',
  variant: 'purpose',
  consumers: { sdk: 'fails', builder: 'fails' },
  named: /server authentication|not meant for servers|key usage|purpose/i,
  logins: 0
});
