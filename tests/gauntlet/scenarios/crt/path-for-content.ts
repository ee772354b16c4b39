import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'kubectl was told --from-literal: the CA file holds a path, not the certificate',
  ca: 'certs/corp-root-ca.crt',
  named: /path|name of a file/,
  first: 'KR-CRT-001',
  consumers: { sdk: 'fails', builder: 'fails' },
  logins: 0
});
