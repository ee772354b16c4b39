import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The YAML of the Secret was put into the Secret',
  config: 'apiVersion: v1\nkind: Secret\nmetadata:\n  name: docker-secret\nstringData:\n  config.json: "{}"\n',
  named: /Kubernetes Secret/,
  first: 'KR-CFG-026',
  consumers: { sdk: 'fails', builder: 'fails' }
});
