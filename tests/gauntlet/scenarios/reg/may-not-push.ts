import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The robot account may only read',
  server: { repositories: { 'team/img': { tags: ['latest'], push: false } } },
  options: ({ host }) => ({ images: [`${host}/team/img:2`], push: true }),
  uploads: 0,
  peers: false,
  named: /may not push/,
  first: 'KR-REG-016',
  consumers: { builder: 'fails' }
});
