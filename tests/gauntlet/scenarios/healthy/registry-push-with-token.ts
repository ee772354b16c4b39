import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'A token registry, with the right to push',
  server: { auth: 'bearer', tokens: { form: 'jwt' } },
  options: ({ host }) => ({ images: [`${host}/team/img:2`], push: true }),
  outcomes: { 'reg.pull': 'pass', 'reg.push': 'pass' },
  uploads: 1,
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
