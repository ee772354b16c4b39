import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The Secret was made with the key .dockerconfigjson',
  config: null,
  mount: ({ home, host, basic }) => {
    const folder = join(home, '.docker');
    mkdirSync(join(folder, '..2026_11_24'), { recursive: true });
    writeFileSync(
      join(folder, '..2026_11_24', '.dockerconfigjson'),
      JSON.stringify({ auths: { [host]: { auth: basic() } } })
    );
    symlinkSync('..2026_11_24', join(folder, '..data'));
    symlinkSync('..data/.dockerconfigjson', join(folder, '.dockerconfigjson'));
  },
  named: /under another name/,
  first: 'KR-FIL-002'
});
