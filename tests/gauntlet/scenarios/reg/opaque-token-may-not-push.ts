import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'A token that nobody can read lacks the right to push',
  server: { auth: 'bearer', repositories: { 'team/img': { tags: ['latest'], push: false } } },
  options: ({ host }) => ({ images: [`${host}/team/img:2`], push: true }),
  uploads: 0,
  peers: false,
  named: /may not push/,
  first: 'KR-REG-016',
  variant: 'hidden',
  consumers: { builder: 'fails' }
});
