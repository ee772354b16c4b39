import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Helper programs are named for other registries only',
  config: ({ host, basic }) => ({
    auths: { [host]: { auth: basic() } },
    credHelpers: { 'gcr.io': 'gcloud', '1234.dkr.ecr.eu-west-1.amazonaws.com': 'ecr-login' }
  }),
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
