import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'skopeo login left an old password in the runtime folder',
  mount: ({ home, host, basic }) => {
    mkdirSync(join(home, 'run', 'containers'), { recursive: true });
    writeFileSync(
      join(home, 'run', 'containers', 'auth.json'),
      JSON.stringify({ auths: { [host]: { auth: basic('ann', 'old-Pa55word') } } })
    );
  },
  environment: ({ home }) => ({ XDG_RUNTIME_DIR: join(home, 'run') }),
  named: /different logins/,
  first: 'KR-FIL-014',
  variant: 'containers'
});
