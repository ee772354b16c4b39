import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The token lacks the right to read',
  server: { auth: 'bearer', repositories: { 'secret/img': { tags: ['latest'], pull: false } } },
  options: ({ host }) => ({ images: [`${host}/secret/img:latest`] }),
  peers: false,
  named: /does not show/,
  first: 'KR-REG-015',
  variant: 'hidden'
});
