import { scenario } from '../../scenario.ts';
import { send } from '../../distribution.ts';
import { tokenAnswer } from '../../registries.ts';

export default scenario({
  says: 'The answer of the login service is far too large',
  server: tokenAnswer((_request, response) => send(response, 200, {}, { token: 'a'.repeat(20_000) })),
  named: /not with a token|token/,
  first: 'KR-REG-025',
  consumers: { sdk: 'fails', builder: 'fails' },
  logins: 1
});
