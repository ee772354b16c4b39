import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The robot account may not read the repository',
  server: { repositories: { 'secret/img': { tags: ['latest'], pull: false } } },
  options: ({ host }) => ({ images: [`${host}/secret/img:latest`] }),
  peers: false,
  named: /may not pull/,
  first: 'KR-REG-015'
});
