import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Only the data part of the Secret was copied',
  config: ({ host, basic }) => ({
    '.dockerconfigjson': Buffer.from(JSON.stringify({ auths: { [host]: { auth: basic() } } })).toString('base64')
  }),
  named: /wrapped/,
  first: 'KR-CFG-026',
  variant: 'wrapped',
  consumers: { sdk: 'fails', builder: 'fails' }
});
