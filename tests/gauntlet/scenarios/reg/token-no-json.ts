import { scenario } from '../../scenario.ts';
import { send } from '../../distribution.ts';
import { tokenAnswer } from '../../registries.ts';

export default scenario({
  says: 'The login service answers with a text',
  server: tokenAnswer((_request, response) => send(response, 200, { 'content-type': 'text/plain' }, 'token=abc')),
  named: /not with a token|token/,
  first: 'KR-REG-025',
  consumers: { sdk: 'fails', builder: 'fails' },
  logins: 1
});
