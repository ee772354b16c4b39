import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The CA signs for clients only',
  ca: ({ pem }) => pem('root-for-clients'),
  chain: ['leaf-of-root-for-clients'],
  first: 'KR-TLS-024',
  variant: 'purpose',
  consumers: { sdk: 'fails', builder: 'fails' },
  named: /server authentication|not meant for servers|key usage|purpose/i,
  logins: 0
});
