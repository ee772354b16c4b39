import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'A robot account of Harbor, whose name holds a dollar sign',
  server: { login: { user: 'robot$team+kaptain', password: 'canary-Pa55/w+rd' } },
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' },
  logins: 1
});
