import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Somebody pasted a second section "auths"',
  config: ({ host, basic }) => `{"auths": {"${host}": {"auth": "${basic()}"}}, "auths": {}}`,
  named: /two sections/,
  first: 'KR-CFG-018',
  variant: 'section'
});
