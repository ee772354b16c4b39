import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'podman has logins of other registries in its own file',
  mount: ({ home, basic }) => {
    mkdirSync(join(home, '.config', 'containers'), { recursive: true });
    writeFileSync(
      join(home, '.config', 'containers', 'auth.json'),
      JSON.stringify({ auths: { 'quay.io': { auth: basic('ann', 'quay-Pa55word') } } })
    );
  },
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
