import { scenario } from '../../scenario.ts';
import { send } from '../../distribution.ts';
import { tokenAnswer } from '../../registries.ts';

export default scenario({
  says: 'The token has a line break',
  server: tokenAnswer((_request, response) => send(response, 200, {}, { token: 'issued-token\r\nx: y' })),
  named: /not with a token|token/,
  first: 'KR-REG-025',
  variant: 'no-token',
  consumers: { sdk: 'fails', builder: 'fails' },
  logins: 1
});
