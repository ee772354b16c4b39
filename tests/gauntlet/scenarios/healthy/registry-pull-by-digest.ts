import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The base image is named by its digest',
  options: ({ host }) => ({ images: [`${host}/team/img@sha256:${'a3ed95ca'.repeat(8)}`] }),
  outcomes: { 'reg.pull': 'pass' },
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
