import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The line ends are those of very old Macs',
  ca: ({ pem }) => pem('root').replaceAll('\n', '\r'),
  first: 'KR-CRT-005',
  variant: 'old-mac',
  consumers: { sdk: 'fails', builder: 'fails' },
  named: /line break|line end|carriage/i,
  logins: 0
});
