import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'podman login left an old password in .config/containers',
  mount: ({ home, host, basic }) => {
    mkdirSync(join(home, '.config', 'containers'), { recursive: true });
    writeFileSync(
      join(home, '.config', 'containers', 'auth.json'),
      JSON.stringify({ auths: { [host]: { auth: basic('ann', 'old-Pa55word') } } })
    );
  },
  named: /different logins/,
  first: 'KR-FIL-014',
  variant: 'containers'
});
