import { send } from '../../distribution.ts';
import { tokenAnswer } from '../../registries.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'GitLab: an access token without the right for registries, refused in plain words',
  server: tokenAnswer((_request, response) =>
    send(
      response,
      401,
      { 'content-type': 'application/json' },
      {
        errors: [
          { code: 'UNAUTHORIZED', message: 'HTTP Basic: Access denied. The provided password or token is incorrect' }
        ]
      }
    )
  ),
  named: /refuse/,
  first: 'KR-REG-010',
  consumers: { sdk: 'fails', builder: 'fails' }
});
