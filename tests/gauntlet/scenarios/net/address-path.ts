import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The address goes on with a project',
  ask: ({ host }) => [`${host}/team`],
  peers: false,
  named: /must not have a path/,
  first: 'KR-NET-002',
  variant: 'path',
  logins: 0
});
