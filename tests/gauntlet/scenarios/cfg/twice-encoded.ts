import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The file in the Secret is still base64',
  config: ({ host, basic }) => Buffer.from(JSON.stringify({ auths: { [host]: { auth: basic() } } })).toString('base64'),
  named: /base64, not JSON/,
  first: 'KR-CFG-002',
  consumers: { sdk: 'fails', builder: 'fails' }
});
