import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'There is no login, and the registry wants one',
  config: ({ basic }) => ({ auths: { 'other.test:5000': { auth: basic() } } }),
  also: ['KR-REG-011'],
  named: /no (?:login|entry)/i,
  first: 'KR-CFG-006',
  logins: 0
});
