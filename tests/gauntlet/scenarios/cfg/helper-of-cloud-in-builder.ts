import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The helper of a cloud is set for a registry outside of it: the builder has the program, which stops there',
  config: ({ host }) => ({ auths: {}, credHelpers: { [host]: 'ecr-login' } }),
  named: /only registries of its own cloud/,
  first: 'KR-CFG-016',
  variant: 'other-cloud',
  consumers: { sdk: 'fails', builder: 'fails' },
  logins: 0
});
