import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Docker Desktop, after the password store was taken out: its other settings stayed',
  config: ({ host, basic }) => ({
    auths: { [host]: { auth: basic() } },
    currentContext: 'desktop-linux',
    plugins: { 'x-cli-hints': { enabled: 'true' } },
    features: { hooks: 'true' },
    cliPluginsExtraDirs: ['/usr/libexec/docker/cli-plugins'],
    aliases: { builder: 'buildx' },
    credHelpers: {}
  }),
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
