import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Settings of docker stand beside the logins',
  config: ({ host, basic }) => ({
    auths: { [host]: { auth: basic() } },
    detachKeys: 'ctrl-e,e',
    psFormat: 'table {{.ID}}',
    currentContext: 'default',
    features: { buildkit: 'true' }
  }),
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
