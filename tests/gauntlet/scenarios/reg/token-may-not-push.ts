import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The token itself says that it may only read: no upload is begun',
  server: { auth: 'bearer', tokens: { form: 'jwt' }, repositories: { 'team/img': { tags: ['latest'], push: false } } },
  options: ({ host }) => ({ images: [`${host}/team/img:2`], push: true }),
  uploads: 0,
  peers: false,
  named: /does not allow a push/,
  first: 'KR-REG-016',
  variant: 'token',
  consumers: { builder: 'fails' }
});
