import { isLogin, issueToken, send } from '../../distribution.ts';
import { scenario } from '../../scenario.ts';
import { tokenAnswer } from '../../registries.ts';

export default scenario({
  says: 'The token is called access_token',
  server: tokenAnswer((request, response, registry) => {
    const access = [{ type: 'repository' as const, name: 'team/img', actions: ['pull'] }];
    return isLogin(request, registry) && send(response, 200, {}, { access_token: issueToken(access, 'opaque') });
  }),
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
