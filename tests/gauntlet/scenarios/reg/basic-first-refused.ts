import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Basic is offered first, and only Bearer works',
  server: {
    auth: 'bearer',
    challenge: (_realm, bearer) => ['Basic realm="Registry"', bearer]
  },
  named: /two kinds of login/,
  first: 'KR-REG-028',
  consumers: { sdk: 'ok', builder: 'fails' }
});
