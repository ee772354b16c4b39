import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The registry crashes at the first question',
  server: { kind: 'cuts-answer' },
  named: /(?:cut|reset|EOF|closed)/i,
  first: 'KR-NET-009',
  variant: 'after-greeting',
  logins: 0
});
