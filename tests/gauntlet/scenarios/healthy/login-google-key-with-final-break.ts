import { scenario } from '../../scenario.ts';

const key = JSON.stringify({ type: 'service_account', private_key: 'canary-Pa55/w+rd\nline\n' }, null, 2);

export default scenario({
  says: 'The key of a Google service account as base64, with the line break that the base64 program writes',
  server: { login: { user: '_json_key_base64', password: `${Buffer.from(key).toString('base64')}\n` } },
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' },
  logins: 1
});
