import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The file has only line breaks',
  ca: '\n\n  \n',
  first: 'KR-CRT-001',
  variant: 'blank',
  consumers: { sdk: 'fails', builder: 'fails' },
  named: /blank|empty/i,
  logins: 0
});
