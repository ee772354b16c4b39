import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Policies shut the builder out, and the person wants nothing asked of the cluster',
  cluster: 'notebooks-only',
  options: { noCluster: true },
  peers: false,
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' },
  questions: 0
});
