import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Two faults at once: the proxy forbids the way, and there is no CA file; whether one is needed cannot be told',
  proxy: { status: 403 },
  ca: null,
  environment: ({ proxy }) => ({ HTTPS_PROXY: proxy }),
  named: /proxy/i,
  first: 'KR-NET-011',
  consumers: { sdk: 'fails', builder: 'unknown' },
  logins: 0
});
