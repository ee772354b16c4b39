import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Google: the key of a service account is the password',
  server: {
    login: { user: '_json_key', password: '{\n  "type": "service_account",\n  "private_key_id": "canary"\n}' }
  },
  options: ({ host }) => ({ images: [`${host}/team/img:1.0`] }),
  outcomes: { 'reg.pull': 'pass' },
  uploads: 0,
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
