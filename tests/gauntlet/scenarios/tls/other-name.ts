import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The certificate is for another name',
  chain: ['leaf-other-name'],
  first: 'KR-TLS-006',
  consumers: { sdk: 'fails', builder: 'fails' },
  logins: 0,
  named: /another name|is valid for|Hostname mismatch/i
});
