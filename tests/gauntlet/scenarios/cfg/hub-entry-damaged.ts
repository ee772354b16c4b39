import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The login of Docker Hub is damaged, and the private registry fails',
  config: ({ host, basic }) => ({
    auths: { [host]: { auth: basic() }, 'https://index.docker.io/v1/': { auth: '####' } }
  }),
  named: /index\.docker\.io/,
  first: 'KR-CFG-023',
  consumers: { builder: 'fails' }
});
