import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The mesh answers for an unknown host',
  environment: { KUBERNETES_SERVICE_HOST: '10.96.0.1' },
  server: {
    kind: 'plain-http',
    answer: (_request, response) => {
      response.writeHead(502, { server: 'envoy' });
      response.end('upstream connect error');
      return true;
    }
  },
  named: /mesh|Envoy/i,
  first: 'KR-NET-013',
  outcomes: { 'net.port': 'unknown' }
});
