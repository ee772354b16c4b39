import { scenario } from '../../scenario.ts';
import { tokenAnswer } from '../../registries.ts';

export default scenario({
  says: 'The login service breaks off within its answer',
  server: tokenAnswer((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '5000' });
    response.write('{"token":');
    response.destroy();
    return true;
  }),
  named: /not with a token/,
  first: 'KR-REG-025',
  variant: 'no-answer',
  logins: 1
});
