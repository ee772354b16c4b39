import { join } from 'node:path';
import { mountSecret } from '../../mounted.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The Secret is of the old kind with the key .dockercfg',
  config: null,
  mount: ({ home, host, basic }) =>
    mountSecret(join(home, '.docker'), { '.dockercfg': JSON.stringify({ [host]: { auth: basic() } }) }),
  named: /under another name/,
  first: 'KR-FIL-002',
  consumers: { sdk: 'fails', builder: 'fails' }
});
