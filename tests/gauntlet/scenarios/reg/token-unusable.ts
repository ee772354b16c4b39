import { scenario } from '../../scenario.ts';
import { send } from '../../distribution.ts';
import { tokenAnswer } from '../../registries.ts';

export default scenario({
  says: 'The login service answers with a web page',
  server: tokenAnswer((_request, response) =>
    send(response, 200, { 'content-type': 'text/html' }, '<html>Welcome</html>')
  ),
  named: /not with a token|token/,
  first: 'KR-REG-025',
  variant: 'web-page',
  consumers: { sdk: 'fails', builder: 'fails' },
  logins: 1
});
