import { join } from 'node:path';
import { IN_POD, mountedAt, mountSecret } from '../../mounted.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The CA is mounted as a single file with subPath',
  mount: ({ home, host, basic }) =>
    mountSecret(join(home, '.docker'), { 'config.json': JSON.stringify({ auths: { [host]: { auth: basic() } } }) }),
  config: null,
  environment: IN_POD,
  options: ({ home }) => ({ files: mountedAt(join(home, '.docker'), join(home, '.tls', 'certificate.crt')) }),
  named: /never follows a change/,
  first: 'KR-FIL-012',
  also: ['KR-FIL-013']
});
