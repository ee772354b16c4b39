import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The last characters of the login were not copied',
  config: ({ host, basic }) => ({ auths: { [host]: { auth: basic().slice(0, -3) } } }),
  named: /not valid base64|illegal base64|Incorrect padding/,
  first: 'KR-CFG-009',
  consumers: { sdk: 'fails', builder: 'fails' }
});
