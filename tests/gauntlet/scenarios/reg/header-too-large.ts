import { send } from '../../distribution.ts';
import { withLogin } from '../../registries.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'nginx says 400: the header with the login is too large for it',
  server: withLogin((_request, response) =>
    send(
      response,
      400,
      { 'content-type': 'text/html', server: 'nginx' },
      '<html><head><title>400 Request Header Or Cookie Too Large</title></head></html>'
    )
  ),
  consumers: { sdk: 'unknown', builder: 'unknown' },
  named: /400/,
  first: 'KR-INT-009'
});
