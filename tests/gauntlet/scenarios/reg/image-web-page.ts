import { manifestAnswer } from '../../registries.ts';
import { scenario } from '../../scenario.ts';
import { send } from '../../distribution.ts';

export default scenario({
  says: 'A proxy lets /v2/ through and nothing below it',
  server: manifestAnswer((_request, response) =>
    send(response, 200, { 'content-type': 'text/html' }, '<html>Sign in</html>')
  ),
  options: ({ host }) => ({ images: [`${host}/team/img:latest`] }),
  peers: false,
  named: /web page/,
  first: 'KR-REG-002',
  variant: 'repository'
});
