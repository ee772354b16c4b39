import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { IN_POD } from '../../mounted.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Both files are named with --docker-config and --ca-file',
  config: null,
  ca: null,
  mount: ({ home, host, basic, pem }) => {
    writeFileSync(join(home, 'login.json'), JSON.stringify({ auths: { [host]: { auth: basic() } } }));
    writeFileSync(join(home, 'ca.pem'), pem('root'));
  },
  environment: IN_POD,
  options: ({ home }) => ({
    dockerConfig: { path: join(home, 'login.json'), origin: 'option' },
    caFile: { path: join(home, 'ca.pem'), origin: 'option' }
  }),
  peers: false,
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
