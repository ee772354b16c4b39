import { refuse } from '../../distribution.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The registry does not know its own login service any more',
  server: {
    auth: 'bearer',
    answer: (request, response) =>
      request.headers.authorization?.startsWith('Bearer ') === true && refuse(response, 401, 'UNAUTHORIZED')
  },
  named: /does not accept the token/,
  first: 'KR-REG-025',
  variant: 'not-accepted',
  logins: 1
});
