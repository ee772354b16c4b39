import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Half of the file was lost while copying',
  config: ({ host, basic }) => `{"auths": {"${host}": {"auth": "${basic()}`,
  named: /ends in the middle|unexpected (?:EOF|end)/,
  first: 'KR-CFG-001',
  consumers: { sdk: 'fails', builder: 'fails' }
});
