import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Two CA files were put together without a line break',
  ca: ({ pem }) => pem('other-root').trimEnd() + pem('root'),
  first: 'KR-CRT-002',
  variant: 'glued',
  consumers: { sdk: 'fails', builder: 'fails' },
  named: /one line/i,
  logins: 0
});
