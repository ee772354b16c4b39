import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The load balancer ends the connection after each answer',
  server: { auth: 'bearer', headers: { connection: 'close' } },
  options: ({ host }) => ({ images: [`${host}/team/img:2`], push: true }),
  outcomes: { 'reg.pull': 'pass', 'reg.push': 'pass' },
  uploads: 1,
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
