import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'A proxy is needed, and it works',
  proxy: {},
  environment: ({ proxy }) => ({ HTTPS_PROXY: proxy }),
  also: ['KR-NET-010'],
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
