import { scenario } from '../../scenario.ts';

const key = JSON.stringify({ type: 'service_account', private_key: 'canary-Pa55/w+rd\nline\n' });

export default scenario({
  says: 'The key of a Google service account as the password, squeezed into one line',
  server: { login: { user: '_json_key', password: key } },
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' },
  logins: 1
});
