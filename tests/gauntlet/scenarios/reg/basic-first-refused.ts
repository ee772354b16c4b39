import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Basic is offered first, and only Bearer works',
  server: {
    auth: 'bearer',
    challenge: realm => ['Basic realm="Registry"', `Bearer realm="${realm}",service="registry.test"`]
  },
  named: /two kinds of login/,
  first: 'KR-REG-028',
  consumers: { sdk: 'ok', builder: 'fails' }
});
