import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'NO_PROXY has a star: Go understands it, Python does not',
  proxy: { status: 403 },
  environment: ({ proxy }) => ({ HTTPS_PROXY: proxy, NO_PROXY: '*.test' }),
  named: /proxy/i,
  first: 'KR-NET-011',
  also: ['KR-NET-016'],
  logins: 0
});
