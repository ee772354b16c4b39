import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Old docker wrote e-mail and address of the server into the entry',
  config: ({ host, basic }) => ({ auths: { [host]: { auth: basic(), email: 'ann@corp.test', serveraddress: host } } }),
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
