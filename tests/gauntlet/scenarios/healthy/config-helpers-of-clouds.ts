import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Docker on a cloud machine wrote helpers for all registries of the cloud',
  config: ({ host, basic }) => ({
    auths: { [host]: { auth: basic() } },
    credHelpers: { 'asia.gcr.io': 'gcloud', 'eu.gcr.io': 'gcloud', 'public.ecr.aws': 'ecr-login', 'gcr.io': 'gcloud' }
  }),
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
