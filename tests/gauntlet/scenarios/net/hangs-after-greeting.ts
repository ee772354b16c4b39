import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The registry agrees on encryption and then says nothing',
  server: { kind: 'hangs-answer' },
  limitMs: 1700,
  named: /agrees on encryption and then says nothing|timed? ?out awaiting response|Read timed out/i,
  first: 'KR-NET-007',
  variant: 'silent-after-greeting',
  logins: 0
});
