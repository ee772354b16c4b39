import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The certificate of another server of the company was mounted, exported from the browser',
  ca: ({ pem }) => pem('leaf-other-name'),
  named: /certificate of another server/,
  first: 'KR-TLS-003',
  variant: 'server',
  consumers: { sdk: 'fails', builder: 'fails' },
  logins: 0
});
