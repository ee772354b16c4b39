import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Harbor: the shell took $team for a variable, so the robot lost half of its name',
  server: { login: { user: 'robot$team+kaptain', password: 'canary-Pa55/w+rd' } },
  config: ({ host, basic }) => ({ auths: { [host]: { auth: basic('robot+kaptain') } } }),
  named: /\$/,
  first: 'KR-REG-010',
  variant: 'robot',
  consumers: { sdk: 'fails', builder: 'fails' },
  logins: 1
});
