import { issueToken, send } from '../../distribution.ts';
import { tokenAnswer } from '../../registries.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The login service says how long the token is good in quotes: some programs stop there',
  server: tokenAnswer((_request, response) =>
    send(
      response,
      200,
      {},
      {
        token: issueToken([{ type: 'repository', name: 'team/img', actions: ['pull', 'push'] }], 'opaque'),
        expires_in: '300'
      }
    )
  ),
  named: /expires_in/,
  first: 'KR-REG-025',
  variant: 'seconds',
  consumers: { sdk: 'ok', builder: 'ok' }
});
