import { openForReading } from '../../registries.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Open for reading, and there is no login for the push',
  server: openForReading,
  options: ({ host }) => ({ images: [`${host}/team/img:2`], push: true }),
  uploads: 0,
  config: { auths: {} },
  peers: false,
  named: /wants a login for a push/,
  first: 'KR-REG-016',
  variant: 'no-login',
  consumers: { builder: 'fails' }
});
