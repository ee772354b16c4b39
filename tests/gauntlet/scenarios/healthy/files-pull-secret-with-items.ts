import { join } from 'node:path';
import { mountSecret } from '../../mounted.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'A pull secret mounted with items, both names for the same content',
  config: null,
  mount: ({ home, host, basic }) => {
    const content = JSON.stringify({ auths: { [host]: { auth: basic() } } });
    mountSecret(join(home, '.docker'), { '.dockerconfigjson': content, 'config.json': content });
  },
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
