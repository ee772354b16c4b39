import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'REGISTRY_AUTH_FILE leads to a file with an old password',
  mount: ({ home, host, basic }) => {
    mkdirSync(join(home, 'auth'), { recursive: true });
    writeFileSync(
      join(home, 'auth', 'auth.json'),
      JSON.stringify({ auths: { [host]: { auth: basic('ann', 'old-Pa55word') } } })
    );
  },
  environment: ({ home }) => ({ REGISTRY_AUTH_FILE: join(home, 'auth', 'auth.json') }),
  named: /different logins/,
  first: 'KR-FIL-014',
  variant: 'containers'
});
