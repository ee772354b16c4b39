import { scenario } from '../../scenario.ts';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export default scenario({
  says: 'Windows: the editor added .txt, and the copy was made by hand',
  config: null,
  mount: ({ home, host, basic }) => {
    mkdirSync(join(home, '.docker'));
    writeFileSync(join(home, '.docker', 'config.json.txt'), JSON.stringify({ auths: { [host]: { auth: basic() } } }));
  },
  named: /config\.json\.txt/,
  first: 'KR-FIL-002',
  variant: 'copy',
  consumers: { sdk: 'fails', builder: 'fails' }
});
