import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The login comes from gcloud auth print-access-token',
  config: ({ host, password, basic }) => ({ auths: { [host]: { auth: basic('oauth2accesstoken', password) } } }),
  server: { auth: 'none' },
  named: /few hours/,
  first: 'KR-CFG-021'
});
