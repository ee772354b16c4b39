import { nexus } from '../../registries.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Nexus: everyone may look at /v2/, and there is no login',
  server: nexus,
  options: ({ host }) => ({ images: [`${host}/team/img:latest`] }),
  config: { auths: {} },
  peers: false,
  named: /for the image/,
  first: 'KR-REG-011',
  variant: 'repository'
});
