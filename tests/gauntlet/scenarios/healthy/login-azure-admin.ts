import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Azure: the admin account of the registry, which does not end',
  server: { auth: 'bearer', login: { user: 'corpregistry', password: 'canary-Pa55/w+rd==' } },
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
