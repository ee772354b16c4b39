import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'A SOCKS proxy: the SDK may go through it, this tool cannot',
  environment: { HTTPS_PROXY: 'socks5h://proxy.corp.test:1080' },
  peers: false,
  first: null,
  also: ['KR-NET-011'],
  outcomes: { 'net.proxy': 'unknown', 'net.port': 'skipped' },
  consumers: { sdk: 'unknown', builder: 'unknown' },
  logins: 0
});
