import { join } from 'node:path';
import { mountSecret } from '../../mounted.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The Secret has the key Config.json, with a capital letter',
  config: null,
  mount: ({ home, host, basic }) =>
    mountSecret(join(home, '.docker'), { 'Config.json': JSON.stringify({ auths: { [host]: { auth: basic() } } }) }),
  named: /under another name/,
  first: 'KR-FIL-002',
  consumers: { sdk: 'fails', builder: 'fails' }
});
