import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Tokens end after ten seconds',
  server: { auth: 'bearer', tokens: { seconds: 10 } },
  peers: false,
  named: /live for 10 s/,
  first: 'KR-REG-022',
  consumers: { sdk: 'ok', builder: 'ok' }
});
