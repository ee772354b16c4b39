import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The login is wrapped at 76 characters, with \\\\n in the JSON',
  config: ({ host, basic }) => ({ auths: { [host]: { auth: `${basic().slice(0, 12)}\n${basic().slice(12)}\n` } } }),
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
