import { scenario } from '../../scenario.ts';

export default scenario({
  says: "The Secret's YAML-as-JSON was put into the Secret",
  config: ({ host, basic }) => ({
    apiVersion: 'v1',
    kind: 'Secret',
    data: { 'config.json': Buffer.from(JSON.stringify({ auths: { [host]: { auth: basic() } } })).toString('base64') }
  }),
  named: /Kubernetes Secret/,
  first: 'KR-CFG-026',
  consumers: { sdk: 'fails', builder: 'fails' }
});
