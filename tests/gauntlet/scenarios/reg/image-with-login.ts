import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'A login stands in the name of the image: it must not be shown',
  options: ({ host, user, password }) => ({ images: [`${user}:${password}@${host}/team/img:2`] }),
  peers: false,
  named: /holds a login/,
  first: 'KR-REG-020',
  variant: 'login',
  consumers: { sdk: 'ok' }
});
